@F01
Feature: F01 Remote start transaction, cable plugin first

  @TC_F_01_CS @F01.FR.03 @F01.FR.04 @F01.FR.05 @F01.FR.13 @F01.FR.17 @F01.FR.19 @F01.FR.25 @F02.FR.01
  Scenario: A remote start comes when the cable is in
    Given AuthCtrlr.Enabled is true if writable
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    And the station is EVConnectedPreSession
    When the station becomes Authorized remotely
    And the station becomes EnergyTransferStarted

  @TC_F_01_CSMS @F01.FR.03 @F01.FR.13 @F01.FR.25
  Scenario: A CSMS starts a transaction for a cable that is in
    Given the station is EVConnectedPreSession
    When the CSO has the CSMS send RequestStartTransaction:
      | idToken       | <valid idToken>  |
      | remoteStartId | -> remoteStartId |
    Then the station replies Accepted:
      | transactionId | $transactionId |
    And the station sends TransactionEvent:
      | eventType                     | Updated         |
      | triggerReason                 | RemoteStart     |
      | transactionInfo.transactionId | $transactionId  |
      | transactionInfo.remoteStartId | $remoteStartId  |
      | idToken                       | <valid idToken> |
    And the CSMS replies Accepted
    When the station becomes EnergyTransferStarted
