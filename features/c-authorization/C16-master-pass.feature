@C16
Feature: C16 Stop transactions with a master pass

  Background:
    Given AuthCtrlr.MasterPassGroupId is <master pass group id>

  @TC_C_14_CS @C12.FR.09 @C16.FR.03 @C16.FR.08
  Scenario: A master pass that the cache knows stops a transaction
    Given the CSO has the CSMS send ClearCache
    And AuthCtrlr.LocalPreAuthorize is true if implemented
    And the station is IdTokenSeen:
      | idToken | <master pass idToken> |
      | status  | Accepted              |
    And the station is EnergyTransferStarted
    When the station becomes StopAuthorized locally:
      | idToken       | <master pass idToken> |
      | stoppedReason | MasterPass            |
    Then every TransactionEvent the station sent has:
      | triggerReason | -> trigger                                                   |           |
      | idToken       | should <master pass idToken> when $trigger is StopAuthorized | E07.FR.02 |
    When the station becomes ParkingBayUnoccupied:
      | stoppedReason | MasterPass |

  # The official case prints a valid token where the master pass is presented.
  @TC_C_45_CS @C16.FR.03
  Scenario: A master pass starts nothing
    Given the CSO has the CSMS send ClearCache
    And AuthCtrlr.LocalPreAuthorize is false if implemented
    When the EV driver presents <master pass idToken>
    Then the station sends Authorize:
      | idToken | <master pass idToken> |
    And the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <master pass group id> |
    And the station sends no TransactionEvent for <message timeout>
    When the EV driver parks
    And the EV driver plugs in
    Then the station sends no TransactionEvent for <message timeout>:
      | transactionInfo.chargingState | Charging | C16.FR.03 |

  @TC_C_47_CS @C16.FR.01 @C16.FR.07 @C16.FR.08
  Scenario: Whoever has a master pass can choose to stop all transactions
    Given the CSO has the CSMS send ClearCache
    And AuthCtrlr.LocalPreAuthorize is false if implemented
    And the station is EnergyTransferStarted on every other EVSE:
      | idToken | <second valid idToken> |
    And the station is EnergyTransferStarted
    When the EV driver presents <master pass idToken>
    Then the station sends Authorize:
      | idToken | <master pass idToken> |
    And the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <master pass group id> |
    When the EV driver chooses to stop all transactions
    Then the station sends TransactionEvent for every EVSE:
      | triggerReason | StopAuthorized                  |
      | idToken       | <master pass idToken> or absent |
    And every TransactionEvent the station sent has:
      | eventType                     | -> eventType                        | C16.FR.08 |
      | transactionInfo.stoppedReason | MasterPass when $eventType is Ended | C16.FR.08 |
    # The end may come later than the stop.
    And the station sends no TransactionEvent for 5 s:
      | eventType                     | Ended          |           |
      | transactionInfo.stoppedReason | not MasterPass | C16.FR.08 |
    When the station becomes ParkingBayUnoccupied on every EVSE:
      | stoppedReason | MasterPass |

  @TC_C_48_CS @C16.FR.01 @C16.FR.07 @C16.FR.08
  Scenario: Whoever has a master pass can choose to stop one transaction
    Given the CSO has the CSMS send ClearCache
    And AuthCtrlr.LocalPreAuthorize is false if implemented
    And the station is EnergyTransferStarted on every other EVSE:
      | idToken | <second valid idToken> |
    And the station is EnergyTransferStarted
    When the EV driver presents <master pass idToken>
    Then the station sends Authorize:
      | idToken | <master pass idToken> |
    And the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <master pass group id> |
    When the EV driver chooses to stop one transaction
    Then the station eventually sends TransactionEvent:
      | triggerReason                 | StopAuthorized                  |
      | transactionInfo.transactionId | $transactionId                  |
      | idToken                       | <master pass idToken> or absent |
    And every TransactionEvent the station sent has:
      | eventType                     | -> eventType                                               | C16.FR.08 |
      | transactionInfo.stoppedReason | MasterPass when $eventType is Ended                        | C16.FR.08 |
      | transactionInfo.transactionId | -> transaction                                             |           |
      | triggerReason                 | not StopAuthorized when $transaction is not $transactionId | C16.FR.07 |
    And the station sends no TransactionEvent for <message timeout>:
      | transactionInfo.transactionId | not $transactionId                                                         |
      | triggerReason                 | not MeterValuePeriodic and not MeterValueClock and not ChargingRateChanged |
    # The end may come later than the stop.
    And the station sends no TransactionEvent for 5 s:
      | eventType                     | Ended          |           |
      | transactionInfo.stoppedReason | not MasterPass | C16.FR.08 |
    When the station becomes ParkingBayUnoccupied:
      | stoppedReason | MasterPass |

  @TC_C_49_CS @C16.FR.02 @C16.FR.08
  Scenario: At a station without a menu, a master pass stops all transactions
    Given the CSO has the CSMS send ClearCache
    And AuthCtrlr.LocalPreAuthorize is false if implemented
    And the station is EnergyTransferStarted on every other EVSE:
      | idToken | <second valid idToken> |
    And the station is EnergyTransferStarted
    When the EV driver presents <master pass idToken>
    Then the station sends Authorize:
      | idToken | <master pass idToken> |
    And the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <master pass group id> |
    And the station sends TransactionEvent for every EVSE:
      | triggerReason | StopAuthorized                  |
      | idToken       | <master pass idToken> or absent |
    And every TransactionEvent the station sent has:
      | eventType                     | -> eventType                        | C16.FR.08 |
      | transactionInfo.stoppedReason | MasterPass when $eventType is Ended | C16.FR.08 |
    # The end may come later than the stop.
    And the station sends no TransactionEvent for 5 s:
      | eventType                     | Ended          |           |
      | transactionInfo.stoppedReason | not MasterPass | C16.FR.08 |
    When the station becomes ParkingBayUnoccupied on every EVSE:
      | stoppedReason | MasterPass |

  # Two of the official cases print a valid token where the answer is about the master pass.
  @TC_C_47_CSMS @C09.FR.09 @C09.FR.12 @C16.FR.01
  Scenario: A CSMS accepts a master pass that stops all transactions
    Given the station is EnergyTransferStarted on EVSE 2:
      | idToken | <second valid idToken> |
    And the station is EnergyTransferStarted
    When the station sends Authorize:
      | idToken | <master pass idToken> |
    Then the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <master pass group id> | C09.FR.09 |
    When the station sends TransactionEvent:
      | eventType                     | Ended                 |
      | triggerReason                 | StopAuthorized        |
      | transactionInfo.transactionId | $transactionId        |
      | transactionInfo.stoppedReason | MasterPass            |
      | idToken                       | <master pass idToken> |
    Then the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <master pass group id> | C09.FR.12 |
    When the station sends TransactionEvent:
      | eventType                     | Ended                 |
      | triggerReason                 | StopAuthorized        |
      | transactionInfo.transactionId | $transactionId2       |
      | transactionInfo.stoppedReason | MasterPass            |
      | idToken                       | <master pass idToken> |
    Then the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <master pass group id> | C09.FR.12 |

  @TC_C_48_CSMS @C09.FR.09 @C09.FR.12 @C16.FR.01
  Scenario: A CSMS accepts a master pass that stops one transaction
    Given the station is EnergyTransferStarted on EVSE 2:
      | idToken | <second valid idToken> |
    And the station is EnergyTransferStarted
    When the station sends Authorize:
      | idToken | <master pass idToken> |
    Then the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <master pass group id> | C09.FR.09 |
    When the station sends TransactionEvent:
      | eventType                     | Ended                 |
      | triggerReason                 | StopAuthorized        |
      | transactionInfo.transactionId | $transactionId        |
      | transactionInfo.stoppedReason | MasterPass            |
      | idToken                       | <master pass idToken> |
    Then the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <master pass group id> | C09.FR.12 |

  @TC_C_49_CSMS @C09.FR.09 @C09.FR.12 @C16.FR.02
  Scenario: A CSMS accepts a master pass at a station that has to stop everything
    Given the station is EnergyTransferStarted on EVSE 2:
      | idToken | <second valid idToken> |
    And the station is EnergyTransferStarted
    When the station sends Authorize:
      | idToken | <master pass idToken> |
    Then the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <master pass group id> | C09.FR.09 |
    When the station sends TransactionEvent:
      | eventType                     | Ended                 |
      | triggerReason                 | StopAuthorized        |
      | transactionInfo.transactionId | $transactionId        |
      | transactionInfo.stoppedReason | MasterPass            |
      | idToken                       | <master pass idToken> |
    Then the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <master pass group id> | C09.FR.12 |
    When the station sends TransactionEvent:
      | eventType                     | Ended                 |
      | triggerReason                 | StopAuthorized        |
      | transactionInfo.transactionId | $transactionId2       |
      | transactionInfo.stoppedReason | MasterPass            |
      | idToken                       | <master pass idToken> |
    Then the CSMS replies Accepted:
      | idTokenInfo.groupIdToken.idToken | <master pass group id> | C09.FR.12 |
