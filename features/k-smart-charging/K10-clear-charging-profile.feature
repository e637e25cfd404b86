@K10
Feature: K10 Clear charging profile

  @TC_K_05_CS @K10.FR.03
  Scenario: A profile is cleared by its id
    Given the station is ChargingProfileSet
    When the CSO has the CSMS send ClearChargingProfile:
      | chargingProfileId | 1 |
    Then the station replies Accepted
    When the CSO has the CSMS send GetChargingProfiles:
      | chargingProfile.chargingProfileId[0] | 1 |
    Then the station replies NoProfiles

  @TC_K_05_CSMS @K10.FR.02
  Scenario: A CSMS clears a profile that it has read about by its id
    Given the CSO has the CSMS send GetChargingProfiles:
      | requestId | -> requestId |
    And the station replies Accepted
    And the station sends ReportChargingProfiles:
      | requestId                                 | $requestId                |
      | evseId                                    | 0                         |
      | chargingProfile[0].id                     | 7                         |
      | chargingProfile[0].chargingProfilePurpose | ChargingStationMaxProfile |
      | chargingProfile[0].chargingProfileKind    | Absolute                  |
    And the CSMS replies
    When the CSO has the CSMS send ClearChargingProfile:
      | chargingProfileId       | 7      | K10.FR.02 |
      | chargingProfileCriteria | absent | K10.FR.02 |
    Then the station replies Accepted

  @TC_K_06_CS @K10.FR.04
  Scenario: A profile is cleared by its purpose and stack level
    Given the station is EnergyTransferStarted
    And the station is ChargingProfileSet
    When the CSO has the CSMS send ClearChargingProfile:
      | chargingProfileCriteria.chargingProfilePurpose | TxDefaultProfile |
      | chargingProfileCriteria.stackLevel             | 0                |
    Then the station replies Accepted
    When the CSO has the CSMS send GetChargingProfiles:
      | chargingProfile.chargingProfilePurpose | TxDefaultProfile |
      | chargingProfile.stackLevel             | 0                |
    Then the station replies NoProfiles

  @TC_K_06_CSMS @K10.FR.02
  Scenario: A CSMS clears a profile of an EVSE by its purpose and stack level
    When the CSO has the CSMS send ClearChargingProfile:
      | chargingProfileCriteria.chargingProfilePurpose | TxDefaultProfile | K10.FR.02 |
      | chargingProfileCriteria.stackLevel             | 0                | K10.FR.02 |
      | chargingProfileCriteria.evseId                 | <EVSE>           | K10.FR.02 |
      | chargingProfileId                              | absent           | K10.FR.02 |
    Then the station replies Accepted

  @TC_K_07_CS @K10.FR.01
  Scenario: Nothing is cleared where no profile meets the criteria
    Given the station is ChargingProfileSet:
      | level | 1 |
    When the CSO has the CSMS send ClearChargingProfile:
      | chargingProfileCriteria.chargingProfilePurpose | ChargingStationMaxProfile |
      | chargingProfileCriteria.stackLevel             | 0                         |
    Then the station replies Unknown

  @TC_K_08_CS @K10.FR.01
  Scenario: A profile that there is not cannot be cleared
    When the CSO has the CSMS send ClearChargingProfile:
      | chargingProfileId | 1234567 |
    Then the station replies Unknown

  @TC_K_08_CSMS @K10.FR.02
  Scenario: A CSMS wants a profile cleared that there is not
    When the CSO has the CSMS send ClearChargingProfile:
      | chargingProfileCriteria.chargingProfilePurpose | TxDefaultProfile | K10.FR.02 |
      | chargingProfileCriteria.stackLevel             | 0                | K10.FR.02 |
      | chargingProfileCriteria.evseId                 | <EVSE>           | K10.FR.02 |
      | chargingProfileId                              | absent           | K10.FR.02 |
    Then the station replies Unknown

  # The case sets the profile first, which may be over by the time that somebody charges; what then counts is what the
  # schedule says of that time. Its steps 5 and 6 are in the wrong order.
  @TC_K_09_CS @K10.FR.05 @K10.FR.07
  Scenario: A transaction goes on without the default that is cleared
    Given SmartChargingCtrlr.LimitChangeSignificance is 1 if writable
    And the station is ChargingProfileSet:
      | duration | 400 + <tolerance> |
    And the station is EnergyTransferStarted
    When the CSO has the CSMS send GetCompositeSchedule:
      | evseId           | <EVSE>               |
      | duration         | 300                  |
      | chargingRateUnit | <charging rate unit> |
    Then the station replies Accepted:
      | schedule.evseId           | <EVSE>                    | K08.FR.02 |
      | schedule.duration         | 300                       | K08.FR.02 |
      | schedule.chargingRateUnit | <charging rate unit>      | K08.FR.02 |
      | schedule.scheduleStart    | within <tolerance> of now | K08.FR.02 |
      | schedule                  | the composite of $profile | K01.FR.07 |
    When the CSO has the CSMS send ClearChargingProfile:
      | chargingProfileCriteria.chargingProfilePurpose | TxDefaultProfile |
    Then the station replies Accepted
    And the station sends no TransactionEvent for 10 s:
      | eventType | Ended | K10.FR.07 |
    When the CSO has the CSMS send GetCompositeSchedule:
      | evseId           | <EVSE>               |
      | duration         | 300                  |
      | chargingRateUnit | <charging rate unit> |
    Then the station replies Accepted:
      | schedule.evseId                                | <EVSE>                    | K08.FR.02 |
      | schedule.duration                              | 300                       | K08.FR.02 |
      | schedule.chargingRateUnit                      | <charging rate unit>      | K08.FR.02 |
      | schedule.scheduleStart                         | within <tolerance> of now | K08.FR.02 |
      | schedule.chargingSchedulePeriod[0].startPeriod | 0                         | K08.FR.02 |
      | schedule.chargingSchedulePeriod[*].limit       | > 6 * <limit multiplier>  | K10.FR.07 |

  @TC_K_24_CS @K10.FR.04
  Scenario: Profiles of two EVSEs are cleared by their purpose and stack level
    Given the station is ChargingProfileSet
    And the station is ChargingProfileSet:
      | evse | <other EVSE> |
      | id   | 2            |
    When the CSO has the CSMS send ClearChargingProfile:
      | chargingProfileCriteria.chargingProfilePurpose | TxDefaultProfile |
      | chargingProfileCriteria.stackLevel             | 0                |
    Then the station replies Accepted
    When the CSO has the CSMS send GetChargingProfiles:
      | chargingProfile.chargingProfilePurpose | TxDefaultProfile |
      | chargingProfile.stackLevel             | 0                |
    Then the station replies NoProfiles
