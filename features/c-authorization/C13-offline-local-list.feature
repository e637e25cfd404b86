@C13
Feature: C13 Offline authorization by the local authorization list

  Background:
    Given AuthCtrlr.LocalPreAuthorize is true if implemented
    And AuthCtrlr.LocalAuthorizeOffline is true
    And OCPPCommCtrlr.OfflineThreshold is <retry wait> + 60
    And OCPPCommCtrlr.RetryBackOffWaitMinimum is <retry wait>
    And OCPPCommCtrlr.RetryBackOffRandomRange is 0

  @TC_C_21_CS @C13.FR.02
  Scenario: A token that the list accepts charges offline
    Given AuthCtrlr.OfflineTxForUnknownIdEnabled is false if implemented
    And the station is IdTokenLocalAuthList
    When the CSMS accepts no connections
    And the EV driver parks
    And the EV driver presents <valid idToken>
    And the EV driver plugs in
    And <transaction duration> pass
    And the CSMS accepts connections again
    Then the station connects
    And the station eventually sends TransactionEvent:
      | transactionInfo.chargingState | Charging | C13.FR.02 |
      | offline                       | true     |           |
    And one TransactionEvent the station sent has:
      | idToken | <valid idToken> | C13.FR.02 |
      | offline | true            |           |
    And every TransactionEvent the station sent has:
      | triggerReason | -> trigger                                                           |
      | offline       | true when $trigger is not MeterValuePeriodic and not MeterValueClock |
    When the station becomes StopAuthorized locally
    And the station becomes ParkingBayUnoccupied

  @TC_C_22_CS @C13.FR.02
  Scenario: A token that the list has as invalid does not charge offline
    Given AuthCtrlr.OfflineTxForUnknownIdEnabled is false if implemented
    And the station is IdTokenLocalAuthList:
      | idToken | <invalid idToken> |
      | status  | Invalid           |
    When the CSMS accepts no connections
    And the EV driver parks
    And the EV driver presents <invalid idToken>
    And the EV driver plugs in
    And <transaction duration> pass
    And the CSMS accepts connections again
    Then the station connects
    And the station sends no TransactionEvent for <message timeout>:
      | transactionInfo.chargingState | Charging or SuspendedEV | C13.FR.02 |
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | Authorized | C13.FR.02 |
    And the station sends no TransactionEvent for <message timeout>:
      | idToken | present | C13.FR.02 |
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | EVDetected or CablePluggedIn |
      | offline       | false                        |

  @TC_C_23_CS @C13.FR.02
  Scenario: A token that the list has as blocked does not charge offline
    Given AuthCtrlr.OfflineTxForUnknownIdEnabled is false if implemented
    And the station is IdTokenLocalAuthList:
      | idToken | <blocked idToken> |
      | status  | Blocked           |
    When the CSMS accepts no connections
    And the EV driver parks
    And the EV driver presents <blocked idToken>
    And the EV driver plugs in
    And <transaction duration> pass
    And the CSMS accepts connections again
    Then the station connects
    And the station sends no TransactionEvent for <message timeout>:
      | transactionInfo.chargingState | Charging or SuspendedEV | C13.FR.02 |
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | Authorized | C13.FR.02 |
    And the station sends no TransactionEvent for <message timeout>:
      | idToken | present | C13.FR.02 |
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | EVDetected or CablePluggedIn |
      | offline       | false                        |

  @TC_C_24_CS @C13.FR.02
  Scenario: A token that the list has as expired does not charge offline
    Given AuthCtrlr.OfflineTxForUnknownIdEnabled is false if implemented
    And the station is IdTokenLocalAuthList:
      | idToken | <expired idToken> |
      | status  | Expired           |
    When the CSMS accepts no connections
    And the EV driver parks
    And the EV driver presents <expired idToken>
    And the EV driver plugs in
    And <transaction duration> pass
    And the CSMS accepts connections again
    Then the station connects
    And the station sends no TransactionEvent for <message timeout>:
      | transactionInfo.chargingState | Charging or SuspendedEV | C13.FR.02 |
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | Authorized | C13.FR.02 |
    And the station sends no TransactionEvent for <message timeout>:
      | idToken | present | C13.FR.02 |
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | EVDetected or CablePluggedIn |
      | offline       | false                        |

  @TC_C_25_CS @C13.FR.01 @C14.FR.01
  Scenario: What the list says counts more than what the cache says
    Given TxCtrlr.StopTxOnInvalidId is false
    And AuthCtrlr.OfflineTxForUnknownIdEnabled is true
    And the station is IdTokenCached
    And the station is IdTokenLocalAuthList:
      | idToken | <valid idToken> |
      | status  | Invalid         |
    And the station is EVConnectedPreSession
    When the CSMS accepts no connections
    And the EV driver presents <valid idToken>
    And <transaction duration> pass
    And the CSMS accepts connections again
    Then the station connects
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | not MeterValuePeriodic and not MeterValueClock | C13.FR.01 |
