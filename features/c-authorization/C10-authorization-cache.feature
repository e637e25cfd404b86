@C10
Feature: C10 Authorization cache

  @TC_C_32_CS @C10.FR.02
  Scenario: The cache outlives a power cycle
    Given AuthCtrlr.LocalPreAuthorize is true
    And the station is IdTokenCached
    When the operator power-cycles the station
    Then the station sends BootNotification
    And the CSMS replies Accepted
    And the station reports every connector as Available
    And the station eventually sends SecurityEventNotification:
      | type | StartupOfTheDevice or ResetOrReboot |
    When the station becomes Authorized locally:
      | Authorize | none |
    And the station becomes EnergyTransferStarted

  @TC_C_33_CS @C10.FR.04 @C12.FR.06
  Scenario: The answer to a question goes into the cache
    Given the CSO has the CSMS send ClearCache
    And AuthCtrlr.LocalPreAuthorize is true
    And LocalAuthListCtrlr.Enabled is true if implemented
    And the station is IdTokenCached
    When the station becomes Authorized locally:
      | Authorize | none |
    And the station becomes EnergyTransferStarted

  @TC_C_34_CS @C10.FR.05 @C12.FR.06
  Scenario: What the CSMS says in a transaction replaces what the cache has
    Given AuthCtrlr.LocalPreAuthorize is true
    And AuthCacheCtrlr.DisablePostAuthorize is false if implemented
    And LocalAuthListCtrlr.Enabled is true if implemented
    And TxCtrlr.StopTxOnInvalidId is true
    And TxCtrlr.MaxEnergyOnInvalidId is 0 if implemented
    And the station is IdTokenCached
    And the station is EVConnectedPreSession
    When the EV driver presents <valid idToken>
    Then the station eventually sends TransactionEvent:
      | idToken | <valid idToken> |
    And the CSMS replies Invalid
    And the station eventually sends TransactionEvent:
      | triggerReason                 | Deauthorized                           |           |
      | eventType                     | <stop eventType> -> eventType          | E05.FR.10 |
      | transactionInfo.stoppedReason | DeAuthorized when $eventType is Ended  | E05.FR.10 |
      | transactionInfo.chargingState | EVConnected or SuspendedEVSE or absent | E05.FR.09 |
    # Whoever is deauthorized does not get a locked cable back by presenting a token that is not accepted.
    When the CSO has the CSMS send UnlockConnector:
      | evseId      | <EVSE>      |
      | connectorId | <connector> |
    And the station becomes ParkingBayUnoccupied
    And the EV driver parks
    And the EV driver presents <valid idToken>
    Then the station sends Authorize:
      | idToken | <valid idToken> | C10.FR.05 |
    And the CSMS replies Invalid
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | not EVDetected and not MeterValuePeriodic and not MeterValueClock |

  @TC_C_36_CS @C10.FR.11
  Scenario: Without LocalPreAuthorize a station asks whatever its cache says
    Given AuthCacheCtrlr.Enabled is true
    And AuthCtrlr.LocalPreAuthorize is false
    And the station is IdTokenCached
    When the EV driver presents <valid idToken>
    Then the station sends Authorize:
      | idToken | <valid idToken> |
    And the CSMS replies Invalid
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | not MeterValuePeriodic and not MeterValueClock |

  @TC_C_46_CS @C10.FR.08 @C10.FR.10
  Scenario: A token that has not been heard of for AuthCacheLifeTime has to be asked about again
    Given AuthCacheCtrlr.LifeTime is <transaction duration>
    And AuthCtrlr.LocalPreAuthorize is true if implemented
    And the station is IdTokenCached
    When <transaction duration> + 1 s pass
    And the station becomes Authorized locally:
      | Authorize | required |
