@E08
Feature: E08 Transaction stopped while offline

  Background:
    Given OCPPCommCtrlr.OfflineThreshold is <retry wait> + 60
    And OCPPCommCtrlr.RetryBackOffWaitMinimum is <retry wait>
    And OCPPCommCtrlr.RetryBackOffRandomRange is 0

  @TC_E_44_CS @E08.FR.01 @E08.FR.04 @E08.FR.05 @E08.FR.06 @E08.FR.07 @E08.FR.08
  Scenario: The driver stops while there is no connection, and the CSMS hears of it afterwards
    Given the station is EnergyTransferStarted
    When the CSMS accepts no connections
    And the EV driver presents <valid idToken>
    And the EV driver unplugs
    And the EV driver leaves
    And the CSMS accepts connections again
    Then the station connects
    And the station eventually sends TransactionEvent:
      | eventType                     | Ended                                                                        | E08.FR.04 |
      | triggerReason                 | StopAuthorized or ChargingStateChanged or EVCommunicationLost or EVDeparted  | E06.FR.15 |
      | transactionInfo.stoppedReason | Local or EVDisconnected or absent                                            | E06.FR.09 |
      | transactionInfo.transactionId | $transactionId                                                               |           |
    And one TransactionEvent the station sent has:
      | triggerReason | StopAuthorized | E07.FR.02 |
    And every TransactionEvent the station sent has:
      | offline | true | E08.FR.07 |

  @TC_E_45_CS @E08.FR.02 @E08.FR.04 @E08.FR.05 @E08.FR.06 @E08.FR.07 @E08.FR.08
  Scenario: Somebody of the same group stops while there is no connection
    # What the station knows of the second token is in its list or in its cache, whichever it has.
    Given LocalAuthListCtrlr.Enabled is true if implemented
    And the CSO has the CSMS send SendLocalList:
      | updateType                                         | Full                   |
      | versionNumber                                      | 1                      |
      | localAuthorizationList[0].idToken                  | <second valid idToken> |
      | localAuthorizationList[0].idTokenInfo.status       | Accepted               |
      | localAuthorizationList[0].idTokenInfo.groupIdToken | <group>                |
    And the station is IdTokenCached:
      | idToken | <second valid idToken> |
    And the station is Authorized
    And the station is EnergyTransferStarted
    When the CSMS accepts no connections
    And the EV driver presents <second valid idToken>
    And the EV driver unplugs
    And the EV driver leaves
    And the CSMS accepts connections again
    Then the station connects
    And the station eventually sends TransactionEvent:
      | eventType                     | Ended                                                                        | E08.FR.04 |
      | triggerReason                 | StopAuthorized or ChargingStateChanged or EVCommunicationLost or EVDeparted  | E06.FR.15 |
      | transactionInfo.stoppedReason | Local or EVDisconnected or absent                                            | E06.FR.09 |
      | transactionInfo.transactionId | $transactionId                                                               |           |
    And one TransactionEvent the station sent has:
      | triggerReason | StopAuthorized | E08.FR.02 |
    And every TransactionEvent the station sent has:
      | offline | true | E08.FR.07 |
