@C09
Feature: C09 Authorization by group

  @TC_C_39_CS @C09.FR.03 @C09.FR.05
  Scenario: A station lets a member of the group stop, once the CSMS has said so
    Given the CSO has the CSMS send ClearCache
    And AuthCtrlr.LocalPreAuthorize is false if implemented
    And the station is EVConnectedPreSession
    When the station becomes Authorized locally:
      | idToken | <valid idToken> |
    And the station becomes EnergyTransferStarted
    And the station becomes StopAuthorized:
      | idToken   | <second valid idToken> |
      | Authorize | required               |
    And the station becomes ParkingBayUnoccupied

  # The case authorizes with the second token and starts with the first; here the first one does both.
  @TC_C_39_CSMS @C09.FR.02 @C09.FR.09 @C09.FR.12
  Scenario: A CSMS tells the group of every token, so that one member stops what another one has started
    Given the station is EVConnectedPreSession
    When the EV driver presents <valid idToken>
    Then the station sends Authorize:
      | idToken | <valid idToken> |
    And the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <group id> | C09.FR.09 |
    And the station sends TransactionEvent:
      | triggerReason | Authorized      |
      | idToken       | <valid idToken> |
    And the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <group id> | C09.FR.12 |
    When the station becomes EnergyTransferStarted
    And the EV driver presents <second valid idToken>
    Then the station sends Authorize:
      | idToken | <second valid idToken> |
    And the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <group id> | C09.FR.09 |
    And the station sends TransactionEvent:
      | triggerReason | StopAuthorized         |
      | idToken       | <second valid idToken> |
    And the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <group id> | C09.FR.12 |
    When the station becomes EVDisconnected

  @TC_C_40_CS @C09.FR.03 @C09.FR.07
  Scenario: A station takes the group from its list
    Given AuthCtrlr.LocalPreAuthorize is true if implemented
    And the station is IdTokenGroupLocalAuthList
    And the station is EVConnectedPreSession
    When the station becomes Authorized locally:
      | idToken   | <valid idToken> |
      | Authorize | none            |
    And the station becomes EnergyTransferStarted
    And the station becomes StopAuthorized:
      | idToken   | <second valid idToken> |
      | Authorize | none                   |
    And the station becomes ParkingBayUnoccupied

  @TC_C_40_CSMS @C09.FR.02 @C09.FR.12
  Scenario: A CSMS tells the group of a token that the station knew by itself
    Given the station is EVConnectedPreSession
    When the station sends TransactionEvent:
      | triggerReason | Authorized      |
      | idToken       | <valid idToken> |
    Then the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <group id> | C09.FR.12 |
    When the station sends TransactionEvent:
      | eventType                     | Updated              |
      | triggerReason                 | ChargingStateChanged |
      | transactionInfo.chargingState | Charging             |
    Then the CSMS replies
    When the station sends TransactionEvent:
      | eventType     | Updated                |
      | triggerReason | StopAuthorized         |
      | idToken       | <second valid idToken> |
    Then the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <group id> | C09.FR.12 |
    When the station becomes EVDisconnected

  @TC_C_41_CS @C09.FR.03 @C09.FR.07
  Scenario: A station takes the group from its cache
    Given AuthCtrlr.LocalPreAuthorize is true if implemented
    And the station is IdTokenCached
    And the station is IdTokenCached:
      | idToken | <second valid idToken> |
    And the station is EVConnectedPreSession
    When the station becomes Authorized locally:
      | idToken   | <valid idToken> |
      | Authorize | none            |
    And the station becomes EnergyTransferStarted
    And the station becomes StopAuthorized:
      | idToken   | <second valid idToken> |
      | Authorize | none                   |
    And the station becomes ParkingBayUnoccupied

  @TC_C_42_CS @C09.FR.05 @C09.FR.11
  Scenario: A member of the group that is not accepted does not stop the transaction
    Given the CSO has the CSMS send ClearCache
    And AuthCtrlr.LocalPreAuthorize is false if implemented
    And AuthCacheCtrlr.DisablePostAuthorize is false if implemented
    And the station is EVConnectedPreSession
    When the station becomes Authorized locally:
      | idToken | <valid idToken> |
    And the station becomes EnergyTransferStarted
    And the EV driver presents <invalid idToken>
    Then the station sends Authorize:
      | idToken | <invalid idToken> | C09.FR.05 |
    And the CSMS replies Invalid:
      | idTokenInfo.groupIdToken | <group> |
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | not MeterValuePeriodic and not MeterValueClock and not ChargingRateChanged | C09.FR.11 |

  # The official case prints the valid token where the invalid one is presented, and a stop that must not come.
  @TC_C_43_CS @C09.FR.11 @C14.FR.03
  Scenario: A member of the group that the list does not accept does not stop the transaction
    Given AuthCtrlr.LocalPreAuthorize is true if implemented
    And LocalAuthListCtrlr.DisablePostAuthorize is false if implemented
    And the station is IdTokenGroupLocalAuthList:
      | member idToken | <invalid idToken> |
      | member status  | Invalid           |
    And the station is EVConnectedPreSession
    When the station becomes Authorized locally:
      | idToken   | <valid idToken> |
      | Authorize | none            |
    And the station becomes EnergyTransferStarted
    And the EV driver presents <invalid idToken>
    Then the station sends Authorize:
      | idToken | <invalid idToken> | C14.FR.03 |
    And the CSMS replies Invalid:
      | idTokenInfo.groupIdToken | <group> |
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | not MeterValuePeriodic and not MeterValueClock and not ChargingRateChanged | C09.FR.11 |

  @TC_C_43_CSMS @C09.FR.02 @C09.FR.09 @C09.FR.12
  Scenario: A CSMS tells the group also of the token that the station asks about before the stop
    Given the station is EVConnectedPreSession
    When the station sends TransactionEvent:
      | triggerReason | Authorized      |
      | idToken       | <valid idToken> |
    Then the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <group id> | C09.FR.12 |
    When the station sends TransactionEvent:
      | eventType                     | Updated              |
      | triggerReason                 | ChargingStateChanged |
      | transactionInfo.chargingState | Charging             |
    Then the CSMS replies
    When the station sends Authorize:
      | idToken | <second valid idToken> |
    Then the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <group id> | C09.FR.09 |
    When the station sends TransactionEvent:
      | eventType     | Updated                |
      | triggerReason | StopAuthorized         |
      | idToken       | <second valid idToken> |
    Then the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <group id> | C09.FR.12 |
    When the station becomes EVDisconnected

  @TC_C_44_CS @C09.FR.11 @C10.FR.03
  Scenario: A member of the group that the cache does not accept does not stop the transaction
    Given the CSO has the CSMS send ClearCache
    And AuthCtrlr.LocalPreAuthorize is true if implemented
    And AuthCacheCtrlr.DisablePostAuthorize is false if implemented
    And the station is IdTokenCached
    And the station is IdTokenSeen:
      | groupIdToken | <group> |
    And the station is EVConnectedPreSession
    When the station becomes Authorized locally:
      | idToken   | <valid idToken> |
      | Authorize | none            |
    And the station becomes EnergyTransferStarted
    And the EV driver presents <invalid idToken>
    Then the station sends Authorize:
      | idToken | <invalid idToken> | C10.FR.03 |
    And the CSMS replies Invalid:
      | idTokenInfo.groupIdToken | <group> |
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | not MeterValuePeriodic and not MeterValueClock and not ChargingRateChanged | C09.FR.11 |
