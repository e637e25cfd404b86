@C12
Feature: C12 Start transaction with a cached id

  @TC_C_17_CS @C12.FR.02 @C12.FR.04 @C15.FR.06
  Scenario: A token that is accepted offline turns out to be invalid, and the transaction goes on without energy
    Given AuthCacheCtrlr.Enabled is true if implemented
    And AuthCtrlr.LocalPreAuthorize is true if implemented
    And AuthCtrlr.OfflineTxForUnknownIdEnabled is true if implemented
    And TxCtrlr.StopTxOnInvalidId is false
    And TxCtrlr.MaxEnergyOnInvalidId is 0 if implemented
    And the station is IdTokenCached
    And the station is EVConnectedPreSession
    When the CSMS accepts no connections
    And the EV driver presents <valid idToken>
    And 5 s pass
    And the CSMS accepts connections again
    Then the station eventually sends TransactionEvent:
      | triggerReason | Authorized      | C12.FR.02 |
      | idToken       | <valid idToken> | C12.FR.02 |
      | offline       | true            |           |
    And the CSMS replies Invalid
    And the station eventually sends TransactionEvent:
      | triggerReason                 | ChargingStateChanged | C15.FR.06 |
      | transactionInfo.chargingState | SuspendedEVSE        | C15.FR.06 |
      | offline                       | false                |           |
