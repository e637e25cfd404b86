@K05
Feature: K05 Remote start with a charging profile

  # A rule sees to it that a transaction that is under way already is named in the response (F01.FR.13).
  @TC_K_37_CS @K05.FR.03 @E01.FR.02 @F01.FR.10 @F01.FR.13
  Scenario: A transaction that is started remotely keeps the profile that it came with
    Given AuthCtrlr.Enabled is true if writable
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    And the station is EVConnectedPreSession
    When the CSO has the CSMS send RequestStartTransaction:
      | idToken                                                                    | <valid idToken>        |
      | evseId                                                                     | <EVSE>                 |
      | remoteStartId                                                              | -> remoteStartId       |
      | chargingProfile.id                                                         | 1                      |
      | chargingProfile.chargingProfilePurpose                                     | TxProfile              |
      | chargingProfile.transactionId                                              | absent                 |
      | chargingProfile.chargingProfileKind                                        | Relative               |
      | chargingProfile.chargingSchedule[0].startSchedule                          | absent                 |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                       | <charging rate unit>   |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod  | 0                      |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit        | 6 * <limit multiplier> |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].numberPhases | <number of phases>     |
      | chargingProfile                                                            | -> profile             |
    Then the station replies Accepted:
      | transactionId | absent or any -> told |
    And the station eventually sends TransactionEvent:
      | triggerReason                 | RemoteStart             | E01.FR.02 |
      | transactionInfo.transactionId | $told when $told is any | F01.FR.13 |
      | transactionInfo.remoteStartId | $remoteStartId          | F01.FR.25 |
      | idToken                       | <valid idToken>         |           |
    And the CSMS replies Accepted
    When the station becomes EnergyTransferStarted
    And the CSO has the CSMS send GetChargingProfiles:
      | requestId                            | -> requestId |
      | chargingProfile.chargingProfileId[0] | 1            |
    Then the station replies Accepted
    And the station sends all parts of ReportChargingProfiles:
      | requestId              | $requestId | K09.FR.01 |
      | evseId                 | <EVSE>     | F01.FR.10 |
      | chargingProfile.length | 1          |           |
      | chargingProfile[0]     | $profile   | K05.FR.03 |

  @TC_K_37_CSMS @K05.FR.02 @F01.FR.08 @F01.FR.09 @F01.FR.11
  Scenario: A CSMS starts a transaction with a profile
    When the CSO has the CSMS send RequestStartTransaction:
      | idToken                                                                   | <valid idToken>      |           |
      | evseId                                                                    | <EVSE>               |           |
      | remoteStartId                                                             | -> remoteStartId     |           |
      | chargingProfile.chargingProfilePurpose                                    | TxProfile            | K05.FR.02 |
      | chargingProfile.transactionId                                             | absent               | F01.FR.11 |
      | chargingProfile.chargingProfileKind                                       | Relative or Absolute |           |
      | chargingProfile.chargingSchedule.length                                   | 1                    | K01.FR.34 |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod | 0                    | K01.FR.31 |
    Then the station replies Accepted
    And the station sends TransactionEvent:
      | triggerReason                 | RemoteStart    |
      | transactionInfo.remoteStartId | $remoteStartId |
    And the CSMS replies

  @TC_K_38_CS @F01.FR.12 @F01.FR.13
  Scenario: A station without smart charging starts a transaction without the profile
    Given SmartChargingCtrlr.Available is false if implemented
    And AuthCtrlr.Enabled is true if writable
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    And the station is EVConnectedPreSession
    When the CSO has the CSMS send RequestStartTransaction:
      | idToken                                                                    | <valid idToken>        |
      | evseId                                                                     | <EVSE>                 |
      | remoteStartId                                                              | -> remoteStartId       |
      | chargingProfile.chargingProfilePurpose                                     | TxProfile              |
      | chargingProfile.transactionId                                              | absent                 |
      | chargingProfile.chargingProfileKind                                        | Relative               |
      | chargingProfile.chargingSchedule[0].startSchedule                          | absent                 |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                       | <charging rate unit>   |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit        | 6 * <limit multiplier> |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].numberPhases | <number of phases>     |
    Then the station replies Accepted:
      | transactionId | absent or any -> told |
    And the station eventually sends TransactionEvent:
      | triggerReason                 | RemoteStart             | E01.FR.02 |
      | transactionInfo.transactionId | $told when $told is any | F01.FR.13 |
      | transactionInfo.remoteStartId | $remoteStartId          | F01.FR.25 |
      | idToken                       | <valid idToken>         |           |
    And the CSMS replies Accepted
    When the station becomes EnergyTransferStarted
