@C12
Feature: C12 Start transaction with a cached id

  @TC_C_08_CS @C12.FR.02 @C12.FR.04
  Scenario: A station does not ask about a token that its cache has as accepted
    Given AuthCtrlr.LocalPreAuthorize is true if implemented
    And the station is IdTokenCached
    When the station becomes Authorized locally:
      | Authorize | none |
    And the station becomes EVConnectedPreSession
    And the station becomes EnergyTransferStarted

  # The official case is the one above once more. Here it is looked at that nothing happens before the cable is in.
  @TC_C_13_CS @C12.FR.02 @C12.FR.04
  Scenario: A cached token counts also before the cable is plugged in
    Given AuthCtrlr.LocalPreAuthorize is true if implemented
    And the station is IdTokenCached
    When the station becomes Authorized locally:
      | Authorize | none |
    Then the station sends no TransactionEvent for 1 s:
      | transactionInfo.chargingState | Charging |
    When the station becomes EVConnectedPreSession
    And the station becomes EnergyTransferStarted

  @TC_C_09_CS @C10.FR.03 @C12.FR.05
  Scenario: A station asks about a token that its cache has as invalid
    Given AuthCtrlr.LocalPreAuthorize is true if implemented
    And AuthCacheCtrlr.DisablePostAuthorize is false if implemented
    And the station is IdTokenSeen
    When the EV driver presents <invalid idToken>
    Then the station sends Authorize:
      | idToken | <invalid idToken> | C12.FR.05 |
    And the CSMS replies Invalid
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | not MeterValuePeriodic and not MeterValueClock |

  @TC_C_10_CS @C10.FR.03 @C12.FR.05
  Scenario: A station asks about a token that its cache has as blocked
    Given AuthCtrlr.LocalPreAuthorize is true if implemented
    And AuthCacheCtrlr.DisablePostAuthorize is false if implemented
    And the station is IdTokenSeen:
      | idToken | <blocked idToken> |
      | status  | Blocked           |
    When the EV driver presents <blocked idToken>
    Then the station sends Authorize:
      | idToken | <blocked idToken> | C12.FR.05 |
    And the CSMS replies Blocked
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | not MeterValuePeriodic and not MeterValueClock |

  @TC_C_11_CS @C10.FR.03 @C12.FR.05
  Scenario: A station asks about a token that its cache has as expired
    Given AuthCtrlr.LocalPreAuthorize is true if implemented
    And AuthCacheCtrlr.DisablePostAuthorize is false if implemented
    And the station is IdTokenSeen:
      | idToken | <expired idToken> |
      | status  | Expired           |
    When the EV driver presents <expired idToken>
    Then the station sends Authorize:
      | idToken | <expired idToken> | C12.FR.05 |
    And the CSMS replies Expired
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | not MeterValuePeriodic and not MeterValueClock |

  @TC_C_12_CS @C10.FR.03 @C10.FR.04 @C12.FR.05
  Scenario: A token that has become valid charges, whatever the cache had
    Given AuthCtrlr.LocalPreAuthorize is true if implemented
    And AuthCacheCtrlr.DisablePostAuthorize is false if implemented
    And the station is IdTokenSeen
    And the CSMS knows <invalid idToken> as Accepted
    When the station becomes Authorized locally:
      | idToken   | <invalid idToken> |
      | Authorize | required          |
    And the station becomes EVConnectedPreSession
    And the station becomes EnergyTransferStarted

  @TC_C_57_CS @C10.FR.03 @C12.FR.05
  Scenario: With DisablePostAuthorize, a station does not ask about a token that its cache has as invalid
    Given the CSO has the CSMS send ClearCache
    And AuthCtrlr.LocalPreAuthorize is true if implemented
    And the station is IdTokenSeen
    And AuthCacheCtrlr.DisablePostAuthorize is true
    # Whoever asks nevertheless is told that the token is accepted.
    And the CSMS knows <invalid idToken> as Accepted
    When the EV driver presents <invalid idToken>
    Then the station sends no Authorize for <message timeout>
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | not MeterValuePeriodic and not MeterValueClock |
    When the EV driver parks
    And the EV driver plugs in
    Then the station sends no TransactionEvent for <message timeout>:
      | transactionInfo.chargingState | Charging |

  @TC_C_08_CSMS @C12.FR.03
  Scenario: A CSMS says in the transaction that it accepts the token, too
    Given the station is EVConnectedPreSession
    When the station sends TransactionEvent:
      | triggerReason | Authorized      |
      | idToken       | <valid idToken> |
    Then the CSMS replies Accepted

  @TC_C_20_CSMS @C12.FR.03
  Scenario: A CSMS says in the transaction that it does not accept the token
    Given the station is EVConnectedPreSession
    When the station sends TransactionEvent:
      | triggerReason | Authorized        |
      | idToken       | <invalid idToken> |
    Then the CSMS replies Invalid or Unknown

  Rule: What becomes of a token that was accepted offline and that the CSMS does not accept

    Background:
      Given AuthCacheCtrlr.Enabled is true if implemented
      And AuthCtrlr.LocalPreAuthorize is true if implemented
      And AuthCtrlr.LocalAuthorizeOffline is true
      And AuthCtrlr.OfflineTxForUnknownIdEnabled is true if implemented
      And OCPPCommCtrlr.OfflineThreshold is <retry wait> + 60
      And OCPPCommCtrlr.RetryBackOffWaitMinimum is <retry wait>
      And OCPPCommCtrlr.RetryBackOffRandomRange is 0
      And the station is IdTokenCached
      And the CSMS knows <valid idToken> as Invalid
      And the station is EVConnectedPreSession

    @TC_C_15_CS @C12.FR.02 @C12.FR.04 @C15.FR.07
    Scenario: The transaction goes on as long as it has not got MaxEnergyOnInvalidId
      Given TxCtrlr.StopTxOnInvalidId is false
      And TxCtrlr.MaxEnergyOnInvalidId is 10000
      When the CSMS accepts no connections
      And the EV driver presents <valid idToken>
      And <transaction duration> pass
      And the CSMS accepts connections again
      Then the station connects
      And the station eventually sends TransactionEvent:
        | triggerReason                 | ChargingStateChanged | C12.FR.04 |
        | transactionInfo.chargingState | Charging             | C12.FR.04 |
        | offline                       | true                 |           |
      And one TransactionEvent the station sent has:
        | idToken | <valid idToken> | C12.FR.02 |
        | offline | true            |           |
      And the station sends no TransactionEvent for <message timeout>:
        | triggerReason | Deauthorized | C15.FR.07 |
      And the station sends no TransactionEvent for <message timeout>:
        | transactionInfo.chargingState | SuspendedEVSE or EVConnected | C15.FR.07 |
      And the station sends no TransactionEvent for <message timeout>:
        | eventType | Ended | C15.FR.07 |

    @TC_C_16_CS @C12.FR.02 @C12.FR.04 @C15.FR.03 @C15.FR.04
    Scenario: With StopTxOnInvalidId, nobody is authorized any more
      Given TxCtrlr.StopTxOnInvalidId is true
      And TxCtrlr.MaxEnergyOnInvalidId is 0 if implemented
      When the CSMS accepts no connections
      And the EV driver presents <valid idToken>
      And <transaction duration> pass
      And the CSMS accepts connections again
      Then the station connects
      And the station eventually sends TransactionEvent:
        | triggerReason                 | ChargingStateChanged | C12.FR.04 |
        | transactionInfo.chargingState | Charging             | C12.FR.04 |
        | offline                       | true                 |           |
      And one TransactionEvent the station sent has:
        | idToken | <valid idToken> | C12.FR.02 |
        | offline | true            |           |
      And the station eventually sends TransactionEvent:
        | triggerReason                 | Deauthorized                                            |           |
        | eventType                     | <stop eventType> -> eventType                           | C15.FR.04 |
        | transactionInfo.stoppedReason | DeAuthorized when $eventType is Ended                   | C15.FR.04 |
        | transactionInfo.chargingState | SuspendedEVSE or EVConnected when $eventType is Updated | C15.FR.03 |

    # Erratum 6.2.4: it is the chargingState that is SuspendedEVSE.
    @TC_C_17_CS @C12.FR.02 @C12.FR.04 @C15.FR.06 @E06.FR.07
    Scenario: Without StopTxOnInvalidId, the transaction goes on without energy
      Given TxCtrlr.StopTxOnInvalidId is false
      And TxCtrlr.TxStopPoint is any -> stopPoint
      And TxCtrlr.MaxEnergyOnInvalidId is 0 if implemented
      When the CSMS accepts no connections
      And the EV driver presents <valid idToken>
      And <transaction duration> pass
      And the CSMS accepts connections again
      Then the station connects
      And the station eventually sends TransactionEvent:
        | triggerReason | Authorized or ChargingStateChanged | C12.FR.02 |
        | idToken       | <valid idToken>                    | C12.FR.02 |
        | offline       | true                               |           |
      And the station eventually sends TransactionEvent:
        | offline                       | false                                                               |           |
        | eventType                     | Ended when $stopPoint is contains EnergyTransfer                    | E06.FR.07 |
        | triggerReason                 | ChargingStateChanged when $stopPoint is not contains EnergyTransfer | C15.FR.06 |
        | transactionInfo.chargingState | SuspendedEVSE when $stopPoint is not contains EnergyTransfer        | C15.FR.06 |
      And every TransactionEvent the station sent has:
        | triggerReason | -> trigger                                                       |
        | offline       | true when $trigger is EVDetected or CablePluggedIn or Authorized |

    @TC_C_18_CS @C12.FR.02 @C12.FR.04 @C15.FR.03 @C15.FR.04
    Scenario: StopTxOnInvalidId comes before MaxEnergyOnInvalidId
      Given TxCtrlr.StopTxOnInvalidId is true
      And TxCtrlr.MaxEnergyOnInvalidId is 500
      When the CSMS accepts no connections
      And the EV driver presents <valid idToken>
      And <transaction duration> pass
      And the CSMS accepts connections again
      Then the station connects
      And the station eventually sends TransactionEvent:
        | triggerReason                 | ChargingStateChanged | C12.FR.04 |
        | transactionInfo.chargingState | Charging             | C12.FR.04 |
        | offline                       | true                 |           |
      And one TransactionEvent the station sent has:
        | idToken | <valid idToken> | C12.FR.02 |
        | offline | true            |           |
      And the station eventually sends TransactionEvent:
        | triggerReason                 | Deauthorized                                            |           |
        | eventType                     | <stop eventType> -> eventType                           | C15.FR.04 |
        | transactionInfo.stoppedReason | DeAuthorized when $eventType is Ended                   | C15.FR.04 |
        | transactionInfo.chargingState | SuspendedEVSE or EVConnected when $eventType is Updated | C15.FR.03 |
        | offline                       | false                                                   |           |
