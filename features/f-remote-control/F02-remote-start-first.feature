@F02
Feature: F02 Remote start transaction, remote start first

  @TC_F_02_CS @F02.FR.01 @F02.FR.09 @F02.FR.21 @F01.FR.01
  Scenario: A remote start comes before the cable, and the token is checked first
    Given AuthCtrlr.Enabled is true if implemented
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    And AuthCtrlr.AuthorizeRemoteStart is true
    # Nobody asks the CSMS about a token that the station knows and may rely on (C10, C14).
    And AuthCtrlr.LocalPreAuthorize is false if implemented
    And the station is ParkingBayOccupied
    When the station becomes Authorized remotely:
      | Authorize | required |
    And the station becomes EnergyTransferStarted

  @TC_F_03_CS @F02.FR.01 @F02.FR.10 @F02.FR.21 @F01.FR.02
  Scenario: A remote start comes before the cable, and nobody asks about the token
    Given AuthCtrlr.Enabled is true if writable
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    And AuthCtrlr.AuthorizeRemoteStart is false
    And the station is ParkingBayOccupied
    When the station becomes Authorized remotely:
      | Authorize | none |
    And the station becomes EnergyTransferStarted

  # The case lets the station under test make up the remoteStartId in its own dialogue; it is the one of the request.
  @TC_F_02_CSMS @F02.FR.01 @F02.FR.21 @F01.FR.01
  Scenario: A CSMS starts a transaction before the cable is in, and is asked about the token
    Given AuthCtrlr.AuthorizeRemoteStart is true
    When the CSO has the CSMS send RequestStartTransaction:
      | idToken       | <valid idToken>  |
      | remoteStartId | -> remoteStartId |
    Then the station replies Accepted:
      | transactionId | absent |
    And the station sends Authorize:
      | idToken | <valid idToken> |
    And the CSMS replies Accepted
    And the station sends TransactionEvent:
      | eventType                     | Started         |
      | triggerReason                 | RemoteStart     |
      | transactionInfo.remoteStartId | $remoteStartId  |
      | idToken                       | <valid idToken> |
    And the CSMS replies Accepted
    When the station becomes EnergyTransferStarted

  @TC_F_03_CSMS @F02.FR.01 @F02.FR.21 @F01.FR.02
  Scenario: A CSMS starts a transaction before the cable is in, and is not asked about the token
    Given AuthCtrlr.AuthorizeRemoteStart is false
    When the CSO has the CSMS send RequestStartTransaction:
      | idToken       | <valid idToken>  |
      | remoteStartId | -> remoteStartId |
    Then the station replies Accepted:
      | transactionId | absent |
    And the station sends TransactionEvent:
      | eventType                     | Started         |
      | triggerReason                 | RemoteStart     |
      | transactionInfo.remoteStartId | $remoteStartId  |
      | idToken                       | <valid idToken> |
    And the CSMS replies Accepted
    When the station becomes EnergyTransferStarted

  @E03 @TC_F_04_CS @F02.FR.01 @F02.FR.07 @E03.FR.01 @E03.FR.05
  Scenario: Nobody plugs in after a remote start, and the next one works
    Given TxCtrlr.EVConnectionTimeOut is <EV connection timeout>
    And AuthCtrlr.Enabled is true if writable
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    And TxCtrlr.TxStartPoint is Authorized or contains Authorized or contains ParkingBayOccupancy if writable
    And the station is Authorized remotely
    When the station becomes ConnectionTimedOut
    And the station becomes Authorized remotely

  # Only where ParkingBayOccupancy keeps the transaction may it go on (F02.FR.07, F02.FR.08).
  @E03 @TC_F_04_CSMS @E03.FR.04 @E03.FR.05 @F02.FR.08
  Scenario: A CSMS hears that nobody plugs in after a remote start
    Given TxCtrlr.EVConnectionTimeOut is <transaction duration>
    And TxCtrlr.TxStopPoint is ParkingBayOccupancy
    When the CSO has the CSMS send RequestStartTransaction:
      | idToken       | <valid idToken>  |
      | remoteStartId | -> remoteStartId |
    Then the station replies Accepted:
      | transactionId | absent |
    And the station sends TransactionEvent:
      | eventType                     | Started        |
      | triggerReason                 | RemoteStart    |
      | transactionInfo.remoteStartId | $remoteStartId |
    And the CSMS replies
    And the station sends TransactionEvent no sooner than <transaction duration> later:
      | eventType     | Updated          |
      | triggerReason | EVConnectTimeout |
    And the CSMS replies
