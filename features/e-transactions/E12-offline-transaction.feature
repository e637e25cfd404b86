@E12
Feature: E12 Transactions while offline

  @TC_E_43_CS @E12.FR.01 @E12.FR.02 @E12.FR.06
  Scenario: A whole transaction happens offline and is told afterwards
    Given AuthCtrlr.OfflineTxForUnknownIdEnabled is true if implemented
    And AuthCtrlr.LocalAuthorizeOffline is true if writable
    And the station is IdTokenCached
    When the CSMS accepts no connections
    And the EV driver parks
    And the EV driver plugs in
    And the EV driver presents <valid idToken>
    And <transaction duration> pass
    And the EV driver presents <valid idToken>
    And the EV driver unplugs
    And the EV driver leaves
    And the CSMS accepts connections again
    Then the station connects
    And the station eventually sends TransactionEvent:
      | eventType                     | Ended                                                                        | E12.FR.01 |
      | triggerReason                 | StopAuthorized or ChargingStateChanged or EVCommunicationLost or EVDeparted  | E06.FR.15 |
      | transactionInfo.stoppedReason | Local or EVDisconnected or absent                                            | E06.FR.09 |
    And one TransactionEvent the station sent has:
      | eventType | Started | E12.FR.01 |
    And one TransactionEvent the station sent has:
      | idToken | <valid idToken> | E02.FR.01 |
    And one TransactionEvent the station sent has:
      | transactionInfo.chargingState | Charging | E01.FR.18 |
    And one TransactionEvent the station sent has:
      | triggerReason | StopAuthorized | E07.FR.02 |
    And every TransactionEvent the station sent has:
      | offline | true | E12.FR.02 |
