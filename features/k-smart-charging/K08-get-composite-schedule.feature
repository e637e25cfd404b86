@K08
Feature: K08 Get composite schedule

  @TC_K_40_CS @K08.FR.02 @K08.FR.06
  Scenario: The profile that is higher in the stack wins for as long as it lasts
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                                     | <EVSE>                                                                         |
      | chargingProfile.id                                         | 1                                                                              |
      | chargingProfile.stackLevel                                 | 0                                                                              |
      | chargingProfile.chargingProfilePurpose                     | TxDefaultProfile                                                               |
      | chargingProfile.chargingProfileKind                        | Absolute                                                                       |
      | chargingProfile.chargingSchedule[0].startSchedule          | now - <tolerance> -> start                                                     |
      | chargingProfile.chargingSchedule[0].duration               | 400                                                                            |
      | chargingProfile.chargingSchedule[0].chargingRateUnit       | <charging rate unit>                                                           |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod | 0: 6 * <limit multiplier>, 100: 8 * <limit multiplier>, 200: 10 * <limit multiplier> |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[*].numberPhases | <number of phases>                                             |
    Then the station replies Accepted
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                                     | <EVSE>                                                 |
      | chargingProfile.id                                         | 2                                                      |
      | chargingProfile.stackLevel                                 | 1                                                      |
      | chargingProfile.chargingProfilePurpose                     | TxDefaultProfile                                       |
      | chargingProfile.chargingProfileKind                        | Absolute                                               |
      | chargingProfile.chargingSchedule[0].startSchedule          | $start                                                 |
      | chargingProfile.chargingSchedule[0].duration               | 150                                                    |
      | chargingProfile.chargingSchedule[0].chargingRateUnit       | <charging rate unit>                                   |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod | 0: 7 * <limit multiplier>, 100: 9 * <limit multiplier> |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[*].numberPhases | <number of phases>                     |
    Then the station replies Accepted
    When the CSO has the CSMS send GetCompositeSchedule:
      | evseId           | <EVSE>               |
      | duration         | 350                  |
      | chargingRateUnit | <charging rate unit> |
    Then the station replies Accepted:
      | schedule.evseId           | <EVSE>                    | K08.FR.02 |
      | schedule.duration         | 350                       | K08.FR.02 |
      | schedule.chargingRateUnit | <charging rate unit>      | K08.FR.02 |
      | schedule.scheduleStart    | within <tolerance> of now | K08.FR.02 |
      | schedule                  | 0: 7 * <limit multiplier>, 100: 9 * <limit multiplier>, 150: 8 * <limit multiplier>, 200: 10 * <limit multiplier> since $start | K08.FR.06 |
