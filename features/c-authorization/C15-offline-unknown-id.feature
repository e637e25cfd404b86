@C15
Feature: C15 Offline authorization of an unknown id

  @TC_C_26_CS @C13.FR.04 @C15.FR.02 @C15.FR.06 @C15.FR.08
  Scenario: An unknown token charges offline, and gets no more energy once the CSMS has said that it is invalid
    Given the CSO has the CSMS send ClearCache
    And LocalAuthListCtrlr.Enabled is true if implemented
    And AuthCtrlr.LocalPreAuthorize is true if implemented
    And AuthCtrlr.OfflineTxForUnknownIdEnabled is true
    And AuthCtrlr.LocalAuthorizeOffline is true
    And TxCtrlr.MaxEnergyOnInvalidId is 0 if implemented
    And TxCtrlr.StopTxOnInvalidId is false
    And OCPPCommCtrlr.RetryBackOffWaitMinimum is <retry wait>
    And OCPPCommCtrlr.RetryBackOffRandomRange is 0
    And the CSMS knows <unknown idToken> as Invalid
    When the CSMS accepts no connections
    And the EV driver parks
    And the EV driver presents <unknown idToken>
    And the EV driver plugs in
    And the CSMS accepts connections again
    Then the station connects
    And the station reports the connector as Occupied
    And the station eventually sends TransactionEvent:
      | idToken | <unknown idToken> | C15.FR.08 |
      | offline | true              | C15.FR.02 |
    And the station eventually sends TransactionEvent:
      | transactionInfo.chargingState | Charging | C15.FR.08 |
      | offline                       | true     | C15.FR.02 |
    And the station eventually sends TransactionEvent:
      | triggerReason                 | ChargingStateChanged | C15.FR.06 |
      | transactionInfo.chargingState | SuspendedEVSE        | C15.FR.06 |
      | offline                       | false                |           |
    And every TransactionEvent the station sent has:
      | triggerReason | -> trigger                                                           |
      | offline       | true when $trigger is EVDetected or CablePluggedIn or Authorized |
    When the station becomes StopAuthorized:
      | idToken | <unknown idToken> |
    And the station becomes EVConnectedPostSession
    And the station becomes EVDisconnected
