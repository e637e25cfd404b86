@C15
Feature: C15 Offline authorization of an unknown id

  @TC_C_26_CS @C13.FR.04 @C15.FR.02 @C15.FR.06 @C15.FR.08 @E06.FR.07
  Scenario: An unknown token charges offline, and gets no more energy once the CSMS has said that it is invalid
    Given the CSO has the CSMS send ClearCache
    And LocalAuthListCtrlr.Enabled is true if implemented
    And AuthCtrlr.LocalPreAuthorize is true if implemented
    And AuthCtrlr.OfflineTxForUnknownIdEnabled is true
    And AuthCtrlr.LocalAuthorizeOffline is true
    And TxCtrlr.MaxEnergyOnInvalidId is 0 if implemented
    And TxCtrlr.StopTxOnInvalidId is false
    And TxCtrlr.TxStopPoint is any -> stopPoint
    And OCPPCommCtrlr.RetryBackOffWaitMinimum is <retry wait>
    And OCPPCommCtrlr.RetryBackOffRandomRange is 0
    And the CSMS knows <unknown idToken> as Invalid
    When the CSMS accepts no connections
    And the EV driver parks
    And the EV driver presents <unknown idToken>
    And the EV driver plugs in
    And <transaction duration> pass
    And the CSMS accepts connections again
    Then the station connects
    And the station reports the connector as Occupied
    And the station eventually sends TransactionEvent:
      | transactionInfo.chargingState | Charging | C15.FR.08 |
      | offline                       | true     | C15.FR.02 |
    And one TransactionEvent the station sent has:
      | idToken | <unknown idToken> | C15.FR.08 |
      | offline | true              | C15.FR.02 |
    And the station eventually sends TransactionEvent:
      | offline                       | false                                                               |           |
      | eventType                     | -> eventType                                                        |           |
      | eventType                     | Ended when $stopPoint is contains EnergyTransfer                    | E06.FR.07 |
      | triggerReason                 | ChargingStateChanged when $stopPoint is not contains EnergyTransfer | C15.FR.06 |
      | transactionInfo.chargingState | SuspendedEVSE when $stopPoint is not contains EnergyTransfer        | C15.FR.06 |
    And every TransactionEvent the station sent has:
      | triggerReason | -> trigger                                                       |
      | offline       | true when $trigger is EVDetected or CablePluggedIn or Authorized |
    And the scenario ends if $eventType is Ended
    When the station becomes StopAuthorized:
      | idToken | <unknown idToken> |
    And the station becomes EVConnectedPostSession
    And the station becomes EVDisconnected
