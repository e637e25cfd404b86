@K08
Feature: K08 Get composite schedule

  # What profiles come to is compared as a function of time: the same limits can be cut into periods in more than one way.

  @TC_K_39_CS @K08.FR.02 @K08.FR.03 @K08.FR.06
  Scenario: A station without profiles tells what it expects to draw
    When the CSO has the CSMS send GetCompositeSchedule:
      | evseId           | 0                    |
      | duration         | 300                  |
      | chargingRateUnit | <charging rate unit> |
    Then the station replies Accepted:
      | schedule.evseId                                | 0                         | K08.FR.03 |
      | schedule.duration                              | 300                       | K08.FR.02 |
      | schedule.chargingRateUnit                      | <charging rate unit>      | K08.FR.02 |
      | schedule.scheduleStart                         | within <tolerance> of now | K08.FR.02 |
      | schedule.chargingSchedulePeriod[0].startPeriod | 0                         | K08.FR.02 |

  @TC_K_40_CS @K08.FR.02 @K08.FR.06
  Scenario: The profile that is higher in the stack wins for as long as it lasts
    Given the station is ChargingProfileSet:
      | start    | now - <tolerance>                                                                    |
      | duration | 400                                                                                  |
      | limits   | 0: 6 * <limit multiplier>, 100: 8 * <limit multiplier>, 200: 10 * <limit multiplier> |
      | name     | lower                                                                                |
    And the station is ChargingProfileSet:
      | id       | 2                                                      |
      | level    | 1                                                      |
      | start    | now - <tolerance>                                      |
      | duration | 150                                                    |
      | limits   | 0: 7 * <limit multiplier>, 100: 9 * <limit multiplier> |
      | name     | upper                                                  |
    When the CSO has the CSMS send GetCompositeSchedule:
      | evseId           | <EVSE>               |
      | duration         | 350                  |
      | chargingRateUnit | <charging rate unit> |
    Then the station replies Accepted:
      | schedule.evseId           | <EVSE>                          | K08.FR.02 |
      | schedule.duration         | 350                             | K08.FR.02 |
      | schedule.chargingRateUnit | <charging rate unit>            | K08.FR.02 |
      | schedule.scheduleStart    | within <tolerance> of now       | K08.FR.02 |
      | schedule                  | the composite of $lower, $upper | K08.FR.06 |

  # The profile of the transaction cannot be set before there is one.
  @TC_K_41_CS @K08.FR.02 @K08.FR.04
  Scenario: The lowest limit of all purposes counts, that of the transaction before the default
    Given the station is EnergyTransferStarted
    And the station is ChargingProfileSet:
      | evse     | 0                          |
      | purpose  | ChargingStationMaxProfile  |
      | start    | now - <tolerance>          |
      | duration | 86400                      |
      | limits   | 0: 10 * <limit multiplier> |
      | name     | maximum                    |
    And the station is ChargingProfileSet:
      | id       | 2                                                                                                                                              |
      | start    | now - <tolerance>                                                                                                                              |
      | duration | 300                                                                                                                                            |
      | limits   | 0: 6 * <limit multiplier>, 60: 10 * <limit multiplier>, 120: 8 * <limit multiplier>, 180: 15 * <limit multiplier>, 260: 8 * <limit multiplier> |
      | name     | standard                                                                                                                                       |
    And the station is ChargingProfileSet:
      | id            | 3                                                                                                                                               |
      | purpose       | TxProfile                                                                                                                                       |
      | transactionId | $transactionId                                                                                                                                  |
      | start         | now - <tolerance>                                                                                                                               |
      | duration      | 260                                                                                                                                             |
      | limits        | 0: 8 * <limit multiplier>, 50: 11 * <limit multiplier>, 140: 16 * <limit multiplier>, 200: 6 * <limit multiplier>, 240: 12 * <limit multiplier> |
      | name          | special                                                                                                                                         |
    When the CSO has the CSMS send GetCompositeSchedule:
      | evseId           | <EVSE>               |
      | duration         | 400                  |
      | chargingRateUnit | <charging rate unit> |
    Then the station replies Accepted:
      | schedule.evseId           | <EVSE>                                         | K08.FR.02 |
      | schedule.duration         | 400                                            | K08.FR.02 |
      | schedule.chargingRateUnit | <charging rate unit>                           | K08.FR.02 |
      | schedule.scheduleStart    | within <tolerance> of now                      | K08.FR.02 |
      | schedule                  | the composite of $maximum, $standard, $special | K08.FR.04 |

  @TC_K_42_CS @K08.FR.07
  Scenario: A composite schedule is refused in a unit that the station does not support
    When the CSO has the CSMS send GetCompositeSchedule:
      | evseId           | 0                                |
      | duration         | 300                              |
      | chargingRateUnit | <unsupported charging rate unit> |
    Then the station replies Rejected:
      | schedule | absent | K08.FR.07 |

  @TC_K_43_CSMS @K08.FR.01
  Scenario: A CSMS asks for the composite schedule of an EVSE
    When the CSO has the CSMS send GetCompositeSchedule:
      | evseId           | <EVSE>               |
      | duration         | 300                  |
      | chargingRateUnit | <charging rate unit> |
    Then the station replies Accepted:
      | schedule.evseId                                | <EVSE>                  |
      | schedule.duration                              | 300                     |
      | schedule.chargingRateUnit                      | <charging rate unit>    |
      | schedule.chargingSchedulePeriod[0].startPeriod | 0                       |
      | schedule.chargingSchedulePeriod[0].limit       | 10 * <limit multiplier> |

  @TC_K_44_CSMS @K08.FR.01
  Scenario: A CSMS asks for the composite schedule of the station
    When the CSO has the CSMS send GetCompositeSchedule:
      | evseId           | 0                    |
      | duration         | 300                  |
      | chargingRateUnit | <charging rate unit> |
    Then the station replies Accepted:
      | schedule.evseId                                | 0                       |
      | schedule.duration                              | 300                     |
      | schedule.chargingRateUnit                      | <charging rate unit>    |
      | schedule.chargingSchedulePeriod[0].startPeriod | 0                       |
      | schedule.chargingSchedulePeriod[0].limit       | 10 * <limit multiplier> |

  @TC_K_47_CS @K08.FR.05
  Scenario: A composite schedule is refused for an EVSE that there is not
    When the CSO has the CSMS send GetCompositeSchedule:
      | evseId           | <number of EVSEs> + 1 |
      | duration         | 300                   |
      | chargingRateUnit | <charging rate unit>  |
    Then the station replies Rejected:
      | schedule | absent | K08.FR.05 |

  @OS_K_02_CS @K01.FR.50 @K01.FR.51
  Scenario Outline: A limit in <set in> is told in <asked for>
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                                                     | <EVSE>             |
      | chargingProfile.chargingProfilePurpose                                     | TxDefaultProfile   |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                       | <set in>           |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit        | <limit>            |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].numberPhases | <number of phases> |
      | chargingProfile                                                            | -> profile         |
    Then the station replies Accepted
    When the CSO has the CSMS send GetCompositeSchedule:
      | evseId           | <EVSE>      |
      | duration         | 300         |
      | chargingRateUnit | <asked for> |
    Then the station replies Accepted:
      | schedule.chargingRateUnit | <asked for>               | K08.FR.02 |
      | schedule                  | the composite of $profile | K01.FR.50 |

    Examples:
      | set in | asked for | limit                     |
      | A      | W         | 8                         |
      | W      | A         | 1840 * <number of phases> |
