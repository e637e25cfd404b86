@C09
Feature: C09 Authorization by group

  @TC_C_39_CSMS @C09.FR.02 @C09.FR.03
  Scenario: One member of a group stops what another one has started
    Given the station is EVConnectedPreSession
    When the EV driver presents <valid idToken>
    Then the station sends Authorize:
      | idToken | <valid idToken> |
    And the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <group id> | C09.FR.02 |
    And the station sends TransactionEvent:
      | triggerReason | Authorized      |
      | idToken       | <valid idToken> |
    And the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <group id> | C09.FR.03 |
    When the station becomes EnergyTransferStarted
    And the EV driver presents <second valid idToken>
    Then the station sends Authorize:
      | idToken | <second valid idToken> |
    And the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <group id> | C09.FR.02 |
    And the station sends TransactionEvent:
      | triggerReason | StopAuthorized         |
      | idToken       | <second valid idToken> |
    And the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <group id> | C09.FR.03 |
