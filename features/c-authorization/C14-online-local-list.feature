@C14
Feature: C14 Online authorization by the local authorization list

  Background:
    Given AuthCtrlr.LocalPreAuthorize is true if implemented

  @TC_C_27_CS @C14.FR.02
  Scenario: A station does not ask about a token that its list accepts
    Given the station is IdTokenLocalAuthList
    When the station becomes Authorized locally:
      | Authorize | none |
    And the station becomes EVConnectedPreSession
    And the station becomes EnergyTransferStarted

  @TC_C_28_CS @C14.FR.03
  Scenario: A station asks about a token that its list has as invalid
    Given LocalAuthListCtrlr.DisablePostAuthorize is false if implemented
    And the station is IdTokenLocalAuthList:
      | idToken | <invalid idToken> |
      | status  | Invalid           |
    When the EV driver presents <invalid idToken>
    Then the station sends Authorize:
      | idToken | <invalid idToken> | C14.FR.03 |
    And the CSMS replies Invalid
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | not MeterValuePeriodic and not MeterValueClock |

  @TC_C_29_CS @C14.FR.03
  Scenario: A station asks about a token that its list has as blocked
    Given LocalAuthListCtrlr.DisablePostAuthorize is false if implemented
    And the station is IdTokenLocalAuthList:
      | idToken | <blocked idToken> |
      | status  | Blocked           |
    When the EV driver presents <blocked idToken>
    Then the station sends Authorize:
      | idToken | <blocked idToken> | C14.FR.03 |
    And the CSMS replies Blocked
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | not MeterValuePeriodic and not MeterValueClock |

  @TC_C_30_CS @C14.FR.03
  Scenario: A station asks about a token that its list has as expired
    Given LocalAuthListCtrlr.DisablePostAuthorize is false if implemented
    And the station is IdTokenLocalAuthList:
      | idToken | <expired idToken> |
      | status  | Expired           |
    When the EV driver presents <expired idToken>
    Then the station sends Authorize:
      | idToken | <expired idToken> | C14.FR.03 |
    And the CSMS replies Expired
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | not MeterValuePeriodic and not MeterValueClock |

  @TC_C_31_CS @C14.FR.03
  Scenario: A token that has become valid charges, whatever the list has
    Given LocalAuthListCtrlr.DisablePostAuthorize is false if implemented
    And the station is IdTokenLocalAuthList:
      | idToken | <invalid idToken> |
      | status  | Invalid           |
    And the CSMS knows <invalid idToken> as Accepted
    When the station becomes Authorized locally:
      | idToken   | <invalid idToken> |
      | Authorize | required          |
    And the station becomes EVConnectedPreSession
    And the station becomes EnergyTransferStarted

  @TC_C_58_CS @C14.FR.03
  Scenario: With DisablePostAuthorize, a station does not ask about a token that its list has as invalid
    Given LocalAuthListCtrlr.DisablePostAuthorize is true
    And the station is IdTokenLocalAuthList:
      | idToken | <invalid idToken> |
      | status  | Invalid           |
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
