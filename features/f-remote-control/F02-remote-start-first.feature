@F02
Feature: F02 Remote start transaction, remote start first

  @TC_F_02_CS @F02.FR.01 @F01.FR.01
  Scenario: A remote start comes before the cable, and the token is checked first
    Given AuthCtrlr.Enabled is true if implemented
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    And AuthCtrlr.AuthorizeRemoteStart is true
    And the station is ParkingBayOccupied
    When the station becomes Authorized remotely:
      | Authorize | required |
    And the station becomes EnergyTransferStarted

  @TC_F_04_CSMS @E03.FR.04 @E03.FR.05
  Scenario: Nobody plugs in after a remote start
    Given TxCtrlr.EVConnectionTimeOut is <transaction duration>
    When the CSO has the CSMS send RequestStartTransaction:
      | idToken | <valid idToken> |
    Then the station replies Accepted:
      | transactionId | absent |
    And the station sends TransactionEvent:
      | eventType                     | Started     |
      | triggerReason                 | RemoteStart |
      | transactionInfo.remoteStartId | present     |
    And the CSMS replies
    And the station sends TransactionEvent no sooner than <transaction duration> later:
      | eventType     | Updated          |
      | triggerReason | EVConnectTimeout |
    And the CSMS replies
