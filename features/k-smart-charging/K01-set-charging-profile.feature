@K01
Feature: K01 Set charging profile

  # Profiles that are to be refused are in a unit that the station supports, so that this is no reason to refuse them.
  # Limits are so many amperes, or what they come to in watts, also where official cases write 6.0 or 6000.0.

  @TC_K_01_CS @K01.FR.07 @K01.FR.15
  Scenario: A default for the transactions of one EVSE is kept as it was set
    When the station becomes ChargingProfileSet:
      | duration | 300 |
    And the CSO has the CSMS send GetChargingProfiles:
      | requestId                            | -> requestId |
      | chargingProfile.chargingProfileId[0] | 1            |
    Then the station replies Accepted
    And the station sends all parts of ReportChargingProfiles:
      | requestId              | $requestId | K09.FR.01 |
      | evseId                 | <EVSE>     | K01.FR.15 |
      | chargingProfile.length | 1          |           |
      | chargingProfile[0]     | $profile   |           |

  @TC_K_01_CSMS @K01.FR.31
  Scenario: A CSMS sets a default for the transactions of one EVSE
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                                                     | <EVSE>                       |           |
      | chargingProfile.stackLevel                                                 | 0                            |           |
      | chargingProfile.chargingProfilePurpose                                     | TxDefaultProfile             |           |
      | chargingProfile.chargingProfileKind                                        | Absolute                     |           |
      | chargingProfile.chargingSchedule.length                                    | 1                            | K01.FR.34 |
      | chargingProfile.validFrom                                                  | within 10 min of now         |           |
      | chargingProfile.validTo                                                    | within 10 min of now + 300 s |           |
      | chargingProfile.chargingSchedule[0].startSchedule                          | within 10 min of now         | K01.FR.40 |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                       | <charging rate unit>         |           |
      | chargingProfile.chargingSchedule[0].duration                               | 300                          |           |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod  | 0                            | K01.FR.31 |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit        | 6 * <limit multiplier>       |           |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].numberPhases | <number of phases>           | K01.FR.49 |
    Then the station replies Accepted

  @TC_K_02_CS @K01.FR.04 @K01.FR.07 @K01.FR.09
  Scenario: A profile is refused for a transaction where none is under way
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                               | <EVSE>                 |
      | chargingProfile.chargingProfilePurpose               | TxProfile              |
      | chargingProfile.transactionId                        | UNKNOWN-TRANSACTION-ID |
      | chargingProfile.chargingSchedule[0].chargingRateUnit | <charging rate unit>   |
    Then the station replies Rejected

  # The case says nothing of a transaction, but a TxProfile has to name one (K01.FR.03), even if it has ended.
  @TC_K_02_CSMS @K01.FR.03
  Scenario: A CSMS sets a profile for a transaction that is not under way
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                                                     | <EVSE>                        |           |
      | chargingProfile.stackLevel                                                 | 0                             |           |
      | chargingProfile.chargingProfilePurpose                                     | TxProfile                     |           |
      | chargingProfile.transactionId                                              | UNKNOWN-TRANSACTION-ID or any | K01.FR.03 |
      | chargingProfile.chargingProfileKind                                        | Relative                      |           |
      | chargingProfile.chargingSchedule.length                                    | 1                             | K01.FR.34 |
      | chargingProfile.chargingSchedule[0].startSchedule                          | absent                        | K01.FR.41 |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                       | <charging rate unit>          |           |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod  | 0                             | K01.FR.31 |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit        | 7 * <limit multiplier>        |           |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].numberPhases | <number of phases>            | K01.FR.49 |
    Then the station replies Rejected

  @TC_K_03_CS @K01.FR.07
  Scenario: A maximum of the station is kept as it was set
    When the station becomes ChargingProfileSet:
      | evse     | 0                         |
      | purpose  | ChargingStationMaxProfile |
      | duration | 300                       |
    And the CSO has the CSMS send GetChargingProfiles:
      | requestId                            | -> requestId |
      | chargingProfile.chargingProfileId[0] | 1            |
    Then the station replies Accepted
    And the station sends all parts of ReportChargingProfiles:
      | requestId              | $requestId | K09.FR.01 |
      | evseId                 | 0          |           |
      | chargingProfile.length | 1          |           |
      | chargingProfile[0]     | $profile   |           |

  @TC_K_03_CSMS @K01.FR.31 @K01.FR.38
  Scenario: A CSMS sets the maximum of a station
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                                                     | 0                         | K04.FR.03 |
      | chargingProfile.stackLevel                                                 | 0                         |           |
      | chargingProfile.chargingProfilePurpose                                     | ChargingStationMaxProfile |           |
      | chargingProfile.chargingProfileKind                                        | Absolute                  | K01.FR.38 |
      | chargingProfile.chargingSchedule.length                                    | 1                         | K01.FR.34 |
      | chargingProfile.chargingSchedule[0].startSchedule                          | now or any                | K01.FR.40 |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                       | <charging rate unit>      |           |
      | chargingProfile.chargingSchedule[0].duration                               | 300                       |           |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod  | 0                         | K01.FR.31 |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit        | 8 * <limit multiplier>    |           |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].numberPhases | <number of phases>        | K01.FR.49 |
    Then the station replies Accepted

  @TC_K_04_CS @K01.FR.05
  Scenario: A profile takes the place of the one with the same id
    Given the station is ChargingProfileSet:
      | limits | 0: 6 * <limit multiplier> |
      | name   | former                    |
    When the station becomes ChargingProfileSet:
      | limits | 0: 10 * <limit multiplier> |
    And the CSO has the CSMS send GetChargingProfiles:
      | requestId                            | -> requestId |
      | chargingProfile.chargingProfileId[0] | 1            |
    Then the station replies Accepted
    And the station sends all parts of ReportChargingProfiles:
      | requestId              | $requestId | K09.FR.01 |
      | evseId                 | <EVSE>     |           |
      | chargingProfile.length | 1          | K01.FR.05 |
      | chargingProfile[0]     | $profile   | K01.FR.05 |

  @TC_K_04_CSMS @K01.FR.05 @K01.FR.06
  Scenario: A CSMS replaces a profile by another one with the same id
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                                                    | -> evse                       |           |
      | chargingProfile.id                                                        | -> id                         |           |
      | chargingProfile.stackLevel                                                | 0                             |           |
      | chargingProfile.chargingProfilePurpose                                    | TxDefaultProfile -> purpose   |           |
      | chargingProfile.chargingProfileKind                                       | Absolute or Recurring -> kind |           |
      | chargingProfile.chargingSchedule.length                                   | 1                             | K01.FR.34 |
      | chargingProfile.chargingSchedule[0].startSchedule                         | any                           | K01.FR.40 |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                      | <charging rate unit>          |           |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod | 0                             | K01.FR.31 |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit       | 8 * <limit multiplier>        |           |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod.length         | 1                             |           |
    Then the station replies Accepted
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                                                    | $evse                  |           |
      | chargingProfile.id                                                        | $id                    | K01.FR.06 |
      | chargingProfile.stackLevel                                                | 0                      |           |
      | chargingProfile.chargingProfilePurpose                                    | $purpose               |           |
      | chargingProfile.chargingProfileKind                                       | $kind                  |           |
      | chargingProfile.chargingSchedule.length                                   | 1                      | K01.FR.34 |
      | chargingProfile.chargingSchedule[0].startSchedule                         | any                    | K01.FR.40 |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                      | <charging rate unit>   |           |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod | 0                      | K01.FR.31 |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit       | 6 * <limit multiplier> |           |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod.length         | 1                      |           |
    Then the station replies Accepted

  @TC_K_10_CS @K01.FR.07 @K01.FR.14
  Scenario: A default for all EVSEs belongs to the station
    When the station becomes ChargingProfileSet:
      | evse     | 0   |
      | duration | 300 |
    And the CSO has the CSMS send GetChargingProfiles:
      | requestId                            | -> requestId |
      | chargingProfile.chargingProfileId[0] | 1            |
    Then the station replies Accepted
    And the station sends all parts of ReportChargingProfiles:
      | requestId              | $requestId | K09.FR.01 |
      | evseId                 | 0          | K01.FR.14 |
      | tbc                    | false      |           |
      | chargingProfile.length | 1          | K01.FR.14 |
      | chargingProfile[0]     | $profile   |           |

  @TC_K_10_CSMS @K01.FR.31
  Scenario: A CSMS sets a default for all EVSEs
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                                                     | 0                      |           |
      | chargingProfile.stackLevel                                                 | 0                      |           |
      | chargingProfile.chargingProfilePurpose                                     | TxDefaultProfile       |           |
      | chargingProfile.chargingProfileKind                                        | Absolute               |           |
      | chargingProfile.chargingSchedule.length                                    | 1                      | K01.FR.34 |
      | chargingProfile.chargingSchedule[0].startSchedule                          | now or any             | K01.FR.40 |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                       | <charging rate unit>   |           |
      | chargingProfile.chargingSchedule[0].duration                               | 300                    |           |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod  | 0                      | K01.FR.31 |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit        | 6 * <limit multiplier> |           |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].numberPhases | <number of phases>     | K01.FR.49 |
    Then the station replies Accepted

  # Without a transaction a station has more than one reason to refuse; with one, see OS_K_08_CS.
  @TC_K_11_CS @K01.FR.04 @K01.FR.16
  Scenario: A profile for a transaction is refused for all EVSEs
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                               | 0                      |
      | chargingProfile.chargingProfilePurpose               | TxProfile              |
      | chargingProfile.transactionId                        | UNKNOWN-TRANSACTION-ID |
      | chargingProfile.chargingSchedule[0].chargingRateUnit | <charging rate unit>   |
    Then the station replies Rejected

  @TC_K_12_CS @K01.FR.26
  Scenario: A profile is refused in a unit that the station does not support
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                               | <EVSE>                           |
      | chargingProfile.chargingProfilePurpose               | TxDefaultProfile                 |
      | chargingProfile.chargingSchedule[0].chargingRateUnit | <unsupported charging rate unit> |
    Then the station replies Rejected

  @TC_K_13_CS @K01.FR.27
  Scenario: A profile outlasts a reboot
    When the station becomes ChargingProfileSet
    And the CSO has the CSMS send Reset:
      | type | Immediate |
    Then the station replies Accepted
    And the station connects
    And the station sends BootNotification
    And the CSMS replies Accepted
    And the station reports every connector as Available
    When the CSO has the CSMS send GetChargingProfiles:
      | requestId                            | -> requestId |
      | chargingProfile.chargingProfileId[0] | 1            |
    Then the station replies Accepted
    And the station sends all parts of ReportChargingProfiles:
      | requestId              | $requestId | K09.FR.01 |
      | evseId                 | <EVSE>     |           |
      | chargingProfile.length | 1          | K01.FR.27 |
      | chargingProfile[0]     | $profile   | K01.FR.27 |

  @TC_K_14_CS @K01.FR.28
  Scenario: A profile is refused for an EVSE that there is not
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                               | <number of EVSEs> + 1 |
      | chargingProfile.chargingSchedule[0].chargingRateUnit | <charging rate unit>  |
    Then the station replies Rejected

  @TC_K_15_CS @K01.FR.29
  Scenario: A station without smart charging says so
    Given SmartChargingCtrlr.Available is false if implemented
    When the CSO has the CSMS send SetChargingProfile:
      | evseId             | <EVSE> |
      | chargingProfile.id | 1      |
    Then the station replies with error NotSupported or NotImplemented

  @TC_K_15_CSMS @K01.FR.29
  Scenario: A CSMS gets along with a station without smart charging
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                                                     | <EVSE>                 |           |
      | chargingProfile.stackLevel                                                 | 0                      |           |
      | chargingProfile.chargingProfilePurpose                                     | TxDefaultProfile       |           |
      | chargingProfile.chargingProfileKind                                        | Absolute               |           |
      | chargingProfile.chargingSchedule.length                                    | 1                      | K01.FR.34 |
      | chargingProfile.chargingSchedule[0].startSchedule                          | now or any             | K01.FR.40 |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                       | <charging rate unit>   |           |
      | chargingProfile.chargingSchedule[0].duration                               | 300                    |           |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod  | 0                      | K01.FR.31 |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit        | 6 * <limit multiplier> |           |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].numberPhases | <number of phases>     | K01.FR.49 |
    Then the station replies with error NotSupported

  @TC_K_16_CS @K01.FR.33
  Scenario: A profile is refused for another transaction than the one under way
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                               | <EVSE>                 |
      | chargingProfile.id                                   | 1                      |
      | chargingProfile.chargingProfilePurpose               | TxProfile              |
      | chargingProfile.transactionId                        | UNKNOWN-TRANSACTION-ID |
      | chargingProfile.chargingSchedule[0].chargingRateUnit | <charging rate unit>   |
    Then the station replies Rejected

  @TC_K_19_CS @TC_K_19_CSMS @K01.FR.40
  Scenario: A profile recurs every day
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                                                    | <EVSE>                        |           |
      | chargingProfile.stackLevel                                                | 0                             |           |
      | chargingProfile.chargingProfilePurpose                                    | TxDefaultProfile              |           |
      | chargingProfile.chargingProfileKind                                       | Recurring                     |           |
      | chargingProfile.chargingSchedule.length                                   | 1                             | K01.FR.34 |
      | chargingProfile.recurrencyKind                                            | Daily                         | K01.FR.60 |
      | chargingProfile.chargingSchedule[0].startSchedule                         | now or any                    | K01.FR.40 |
      | chargingProfile.chargingSchedule[0].duration                              | 300 or any or absent          |           |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                      | <charging rate unit>          |           |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod | 0                             | K01.FR.31 |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit       | 6 * <limit multiplier> or any |           |
    Then the station replies Accepted

  @TC_K_21_CS @K01.FR.36
  Scenario: A profile counts from the moment on at which it becomes valid
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                                                     | <EVSE>                 |
      | chargingProfile.chargingProfilePurpose                                     | TxDefaultProfile       |
      | chargingProfile.chargingProfileKind                                        | Relative               |
      | chargingProfile.validFrom                                                  | now + 300 s            |
      | chargingProfile.validTo                                                    | absent                 |
      | chargingProfile.chargingSchedule[0].startSchedule                          | absent                 |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                       | <charging rate unit>   |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod  | 0                      |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit        | 6 * <limit multiplier> |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].numberPhases | <number of phases>     |
      | chargingProfile                                                            | -> profile             |
    Then the station replies Accepted
    When the CSO has the CSMS send GetCompositeSchedule:
      | evseId           | <EVSE>               |
      | duration         | 400                  |
      | chargingRateUnit | <charging rate unit> |
    Then the station replies Accepted:
      | schedule.evseId           | <EVSE>                    | K08.FR.02 |
      | schedule.duration         | 400                       | K08.FR.02 |
      | schedule.chargingRateUnit | <charging rate unit>      | K08.FR.02 |
      | schedule.scheduleStart    | within <tolerance> of now | K08.FR.02 |
      | schedule                  | the composite of $profile | K01.FR.36 |

  # The case asks about EVSE 1, whichever EVSE is configured.
  @TC_K_22_CS @K01.FR.37
  Scenario: A profile counts until it is not valid any more
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                                                     | <EVSE>                 |
      | chargingProfile.chargingProfilePurpose                                     | TxDefaultProfile       |
      | chargingProfile.chargingProfileKind                                        | Absolute               |
      | chargingProfile.validFrom                                                  | now - <tolerance>      |
      | chargingProfile.validTo                                                    | now + 300 s            |
      | chargingProfile.chargingSchedule[0].startSchedule                          | now - <tolerance>      |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                       | <charging rate unit>   |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod  | 0                      |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit        | 6 * <limit multiplier> |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].numberPhases | <number of phases>     |
      | chargingProfile                                                            | -> profile             |
    Then the station replies Accepted
    When the CSO has the CSMS send GetCompositeSchedule:
      | evseId           | <EVSE>               |
      | duration         | 400                  |
      | chargingRateUnit | <charging rate unit> |
    Then the station replies Accepted:
      | schedule.evseId           | <EVSE>                    | K08.FR.02 |
      | schedule.duration         | 400                       | K08.FR.02 |
      | schedule.chargingRateUnit | <charging rate unit>      | K08.FR.02 |
      | schedule.scheduleStart    | within <tolerance> of now | K08.FR.02 |
      | schedule                  | the composite of $profile | K01.FR.37 |

  @TC_K_23_CS @K01.FR.30
  Scenario: A schedule counts from its start on
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                                                     | <EVSE>                 |
      | chargingProfile.chargingProfilePurpose                                     | TxDefaultProfile       |
      | chargingProfile.chargingProfileKind                                        | Absolute               |
      | chargingProfile.chargingSchedule[0].startSchedule                          | now + 60 s             |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                       | <charging rate unit>   |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod  | 0                      |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit        | 6 * <limit multiplier> |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].numberPhases | <number of phases>     |
      | chargingProfile                                                            | -> profile             |
    Then the station replies Accepted
    When the CSO has the CSMS send GetCompositeSchedule:
      | evseId           | <EVSE>               |
      | duration         | 300                  |
      | chargingRateUnit | <charging rate unit> |
    Then the station replies Accepted:
      | schedule.evseId           | <EVSE>                    | K08.FR.02 |
      | schedule.duration         | 300                       | K08.FR.02 |
      | schedule.chargingRateUnit | <charging rate unit>      | K08.FR.02 |
      | schedule.scheduleStart    | within <tolerance> of now | K08.FR.02 |
      | schedule                  | the composite of $profile | K01.FR.30 |

  # The case wants 6 or 6000, whatever limit it has set.
  @TC_K_28_CS @K01.FR.32
  Scenario: A new default counts for the transaction that is under way
    Given SmartChargingCtrlr.LimitChangeSignificance is 1 if writable
    And the station is EnergyTransferStarted
    When the station becomes ChargingProfileSet:
      | start    | now - <tolerance> |
      | duration | 400 + <tolerance> |
    Then the station sends no TransactionEvent for 10 s:
      | eventType | Ended | K01.FR.32 |
    When the CSO has the CSMS send GetCompositeSchedule:
      | evseId           | <EVSE>               |
      | duration         | 300                  |
      | chargingRateUnit | <charging rate unit> |
    Then the station replies Accepted:
      | schedule.evseId           | <EVSE>                    | K08.FR.02 |
      | schedule.duration         | 300                       | K08.FR.02 |
      | schedule.chargingRateUnit | <charging rate unit>      | K08.FR.02 |
      | schedule                  | the composite of $profile | K01.FR.32 |

  @TC_K_60_CS @K01.FR.04 @K01.FR.07 @K01.FR.15
  Scenario: A profile for the transaction under way is kept as it was set
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                                                     | <EVSE>                 |
      | chargingProfile.id                                                         | 1                      |
      | chargingProfile.chargingProfilePurpose                                     | TxProfile              |
      | chargingProfile.transactionId                                              | $transactionId         |
      | chargingProfile.chargingProfileKind                                        | Relative               |
      | chargingProfile.chargingSchedule[0].startSchedule                          | absent                 |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                       | <charging rate unit>   |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod  | 0                      |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit        | 6 * <limit multiplier> |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].numberPhases | <number of phases>     |
      | chargingProfile                                                            | -> profile             |
    Then the station replies Accepted
    When the CSO has the CSMS send GetChargingProfiles:
      | requestId                            | -> requestId |
      | chargingProfile.chargingProfileId[0] | 1            |
    Then the station replies Accepted
    And the station sends all parts of ReportChargingProfiles:
      | requestId              | $requestId | K09.FR.01 |
      | evseId                 | <EVSE>     | K01.FR.15 |
      | chargingProfile.length | 1          |           |
      | chargingProfile[0]     | $profile   | K01.FR.04 |

  @TC_K_60_CSMS @K01.FR.03 @K01.FR.31
  Scenario: A CSMS sets a profile for the transaction under way
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                                                    | <EVSE>               |           |
      | chargingProfile.chargingProfilePurpose                                    | TxProfile            |           |
      | chargingProfile.transactionId                                             | $transactionId       | K01.FR.03 |
      | chargingProfile.chargingProfileKind                                       | Relative or Absolute |           |
      | chargingProfile.chargingSchedule.length                                   | 1                    | K01.FR.34 |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod | 0                    | K01.FR.31 |
    Then the station replies Accepted

  # Rules see to it that start and recurrence go with the kind of a profile.
  @TC_K_70_CSMS @K01.FR.05 @K01.FR.06
  Scenario: A CSMS sets several profiles
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send SetChargingProfile:
      | chargingProfile.id                                | -> id                 |           |
      | chargingProfile.chargingProfilePurpose            | TxDefaultProfile      |           |
      | chargingProfile.chargingProfileKind               | Absolute or Recurring |           |
      | chargingProfile.chargingSchedule.length           | 1                     | K01.FR.34 |
      | chargingProfile.chargingSchedule[0].startSchedule | any                   | K01.FR.40 |
    Then the station replies Accepted
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                            | 0                         | K04.FR.03 |
      | chargingProfile.id                                | any and not $id           | K01.FR.05 |
      | chargingProfile.chargingProfilePurpose            | ChargingStationMaxProfile |           |
      | chargingProfile.chargingProfileKind               | Absolute                  | K01.FR.38 |
      | chargingProfile.chargingSchedule.length           | 1                         | K01.FR.34 |
      | chargingProfile.chargingSchedule[0].startSchedule | any                       | K01.FR.40 |
    Then the station replies Accepted

  @OS_K_01_CS @K01.FR.13 @K01.FR.60
  Scenario Outline: A schedule begins anew <when>, at the time at which it began
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                                                     | <EVSE>                                                  |
      | chargingProfile.chargingProfilePurpose                                     | TxDefaultProfile                                        |
      | chargingProfile.chargingProfileKind                                        | Recurring                                               |
      | chargingProfile.recurrencyKind                                             | <recurrency>                                            |
      | chargingProfile.chargingSchedule[0].startSchedule                          | now - <before>                                          |
      | chargingProfile.chargingSchedule[0].duration                               | 7200                                                    |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                       | <charging rate unit>                                    |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod                 | 0: 6 * <limit multiplier>, 3600: 8 * <limit multiplier> |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[*].numberPhases | <number of phases>                                      |
      | chargingProfile                                                            | -> profile                                              |
    Then the station replies Accepted
    When the CSO has the CSMS send GetCompositeSchedule:
      | evseId           | <EVSE>               |
      | duration         | 100000               |
      | chargingRateUnit | <charging rate unit> |
    Then the station replies Accepted:
      | schedule.duration | 100000                    | K08.FR.02 |
      | schedule          | the composite of $profile | K01.FR.13 |

    Examples:
      | when                          | recurrency | before |
      | every day                     | Daily      | 50 h   |
      | every week                    | Weekly     | 160 h  |
      | every week and not on any day | Weekly     | 50 h   |

  @OS_K_03_CS @K01.FR.52 @K01.FR.53
  Scenario Outline: Two defaults at one stack level are not for <whom>
    Given the station is ChargingProfileSet:
      | evse | <first> |
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                               | <second>             |
      | chargingProfile.id                                   | 2                    |
      | chargingProfile.stackLevel                           | 0                    |
      | chargingProfile.chargingProfilePurpose               | TxDefaultProfile     |
      | chargingProfile.chargingSchedule[0].chargingRateUnit | <charging rate unit> |
    Then the station replies Rejected:
      | statusInfo.reasonCode | should absent or DuplicateProfile |

    Examples:
      | whom             | first  | second |
      | all and then one | 0      | <EVSE> |
      | one and then all | <EVSE> | 0      |

  @OS_K_08_CS @K01.FR.16
  Scenario: A profile for the transaction under way is refused for all EVSEs
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                               | 0                    |
      | chargingProfile.chargingProfilePurpose               | TxProfile            |
      | chargingProfile.transactionId                        | $transactionId       |
      | chargingProfile.chargingSchedule[0].chargingRateUnit | <charging rate unit> |
    Then the station replies Rejected
