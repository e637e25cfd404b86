@C05
Feature: C05 Authorization by the CSMS

  # Default tariffs, web payments and tokens of type DirectPayment are OCPP 2.1. What is left of the case in 2.0.1 is a
  # remote start for somebody who has paid elsewhere, with a token that only the CSMS knows.
  @TC_C_127_CS @C05.FR.01 @C05.FR.03 @C05.FR.05
  Scenario: Somebody charges who has paid elsewhere
    Given AuthCtrlr.AuthorizeRemoteStart is true if writable
    And the station is EVConnectedPreSession
    When the CSO has the CSMS send RequestStartTransaction:
      | evseId          | <EVSE>               |
      | idToken.idToken | paid-by-web          |
      | idToken.type    | Central              |
      | remoteStartId   | any -> remoteStartId |
    Then the station replies Accepted
    And the station sends no Authorize for 5 s
    And the station eventually sends TransactionEvent:
      | triggerReason                 | RemoteStart    |           |
      | transactionInfo.remoteStartId | $remoteStartId | C05.FR.03 |
      | idToken.idToken               | paid-by-web    | C05.FR.05 |
      | idToken.type                  | Central        | C05.FR.05 |
    And the CSMS replies Accepted
    When the station becomes EnergyTransferStarted
