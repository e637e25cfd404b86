@C01
Feature: C01 Authorization by token

  Background:
    Given AuthCtrlr.Enabled is true if implemented
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    And AuthCacheCtrlr.DisablePostAuthorize is false if implemented

  @TC_C_02_CS @TC_C_02_CSMS @C01.FR.01 @C01.FR.02 @C01.FR.07 @C06.FR.02 @C06.FR.04
  Scenario: Nobody charges with a token that the CSMS does not accept
    Given the station is EVConnectedPreSession
    When the EV driver presents <invalid idToken>
    Then the station sends no TransactionEvent for 1 s:
      | triggerReason | not MeterValuePeriodic and not MeterValueClock | C01.FR.01 |
    And the station sends Authorize:
      | idToken | <invalid idToken> | C01.FR.02 |
    And the CSMS replies Invalid or Unknown
    # Meter values of a transaction that the cable has begun may come at any time.
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | not MeterValuePeriodic and not MeterValueClock | C01.FR.01 |

  @TC_C_06_CS @TC_C_06_CSMS @C01.FR.01 @C01.FR.02 @C01.FR.07
  Scenario: Nobody charges with a token that is blocked
    Given the station is EVConnectedPreSession
    When the EV driver presents <blocked idToken>
    Then the station sends Authorize:
      | idToken | <blocked idToken> | C01.FR.02 |
    And the CSMS replies Blocked or Invalid
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | not MeterValuePeriodic and not MeterValueClock | C01.FR.01 |

  @TC_C_07_CS @TC_C_07_CSMS @C01.FR.01 @C01.FR.02 @C01.FR.07
  Scenario: Nobody charges with a token that has expired
    Given the station is EVConnectedPreSession
    When the EV driver presents <expired idToken>
    Then the station sends Authorize:
      | idToken | <expired idToken> | C01.FR.02 |
    And the CSMS replies Expired or Invalid
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | not MeterValuePeriodic and not MeterValueClock | C01.FR.01 |

  @TC_C_56_CS @C01.FR.01 @C01.FR.02
  Scenario: Nobody charges with a token that the CSMS does not know
    Given the CSO has the CSMS send ClearCache
    And the station is EVConnectedPreSession
    When the EV driver presents <unknown idToken>
    Then the station sends Authorize:
      | idToken | <unknown idToken> | C01.FR.02 |
    And the CSMS replies Unknown
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | not MeterValuePeriodic and not MeterValueClock | C01.FR.01 |

  @TC_C_05_CS @C01.FR.01 @C01.FR.02 @C06.FR.02
  Scenario: A token that is not accepted does not open the lock of a station
    When the EV driver presents <invalid idToken>
    Then the station sends Authorize:
      | idToken | <invalid idToken> | C01.FR.02 |
    And the CSMS replies Invalid
    And the station sends no TransactionEvent for <message timeout>

  @TC_C_04_CS @C01.FR.02 @C01.FR.03
  Scenario: A valid token of somebody else does not stop the transaction
    Given the CSO has the CSMS send ClearCache
    And the CSMS knows <unknown idToken> as Accepted
    And the station is EnergyTransferStarted
    When the EV driver presents <unknown idToken>
    Then the station sends Authorize:
      | idToken | <unknown idToken> | C01.FR.02 |
    And the CSMS replies Accepted:
      | idTokenInfo.groupIdToken | absent |
    # With one reader for several EVSEs, somebody else may begin at another one.
    And the station sends no TransactionEvent for <message timeout>:
      | transactionInfo.transactionId | $transactionId                                                             | C01.FR.03 |
      | triggerReason                 | not MeterValuePeriodic and not MeterValueClock and not ChargingRateChanged | C01.FR.03 |

  # The case lets a transaction go on unless TxStopPoint has Authorized; E03.FR.05 recommends to end it.
  @TC_C_100_CS @C01.FR.26 @E03.FR.05 @E03.FR.15
  Scenario: Who does not plug in has to be authorized again
    Given TxCtrlr.EVConnectionTimeOut is <EV connection timeout>
    And AuthCacheCtrlr.Enabled is false if implemented
    And AuthCtrlr.LocalPreAuthorize is false if implemented
    And the station is Authorized locally
    When the station becomes ConnectionTimedOut
    And the EV driver plugs in
    Then the station sends no TransactionEvent for <message timeout>:
      | transactionInfo.chargingState | Charging | C01.FR.26 |
