@E14
Feature: E14 Check transaction status

  @TC_E_28_CS @E14.FR.01
  Scenario: Asked about a transaction that it never had, the station knows of none
    When the CSO has the CSMS send GetTransactionStatus:
      | transactionId | no-such-transaction |
    Then the station replies:
      | ongoingIndicator | false | E14.FR.01 |
      | messagesInQueue  | false | E14.FR.01 |

  # The answer to the first message of the queue is held back, so that there is one in it for certain; and the connection is
  # lost for so long that there are others behind it, whether or not a station counts what is under way.
  @TC_E_29_CS @E14.FR.02 @E14.FR.04
  Scenario: A transaction is going on and has something left to be told
    Given SampledDataCtrlr.TxUpdatedMeasurands is Energy.Active.Import.Register or /./
    And SampledDataCtrlr.TxUpdatedInterval is <sampled interval>
    And OCPPCommCtrlr.OfflineThreshold is <retry wait> + 60
    And OCPPCommCtrlr.RetryBackOffWaitMinimum is <retry wait>
    And OCPPCommCtrlr.RetryBackOffRandomRange is 0
    And the station is EnergyTransferStarted
    When the connection is lost for 2 * <retry wait>
    Then the station eventually sends TransactionEvent:
      | eventType  | Updated | E11.FR.01 |
      | meterValue | present | E11.FR.03 |
      | offline    | true    | E11.FR.02 |
    When the CSO has the CSMS send GetTransactionStatus:
      | transactionId | $transactionId |
    Then the station replies:
      | ongoingIndicator | true | E14.FR.02 |
      | messagesInQueue  | true | E14.FR.04 |
    And the CSMS replies

  @TC_E_29_CSMS @E14.FR.02 @E14.FR.04
  Scenario: A CSMS asks about a transaction that has something left to tell
    Given the station is EnergyTransferStarted
    When the connection is lost for <transaction duration>
    And the CSO has the CSMS send GetTransactionStatus:
      | transactionId | $transactionId | E14.FR.02 |
    Then the station replies:
      | ongoingIndicator | true |
      | messagesInQueue  | true |
    When the station sends TransactionEvent:
      | eventType                               | Updated            |
      | triggerReason                           | MeterValuePeriodic |
      | meterValue[0].timestamp                 | within 4 s of now  |
      | meterValue[0].sampledValue[0].value     | 100                |
      | offline                                 | true               |
    Then the CSMS replies

  @TC_E_30_CS @TC_E_30_CSMS @E14.FR.02 @E14.FR.05
  Scenario: A transaction is going on and everything has been told
    Given the station is EnergyTransferStarted
    When 5 s pass
    And the CSO has the CSMS send GetTransactionStatus:
      | transactionId | $transactionId |
    Then the station replies:
      | ongoingIndicator | true  | E14.FR.02 |
      | messagesInQueue  | false | E14.FR.05 |

  # The answer to the first message is held back here, too. Played at the station alone: who can only be stopped by the
  # CSMS has no way to stop without one.
  @TC_E_31_CS @E14.FR.03 @E14.FR.04
  Scenario: A transaction has ended and not everything has been told
    Given OCPPCommCtrlr.OfflineThreshold is <retry wait> + <transaction duration>
    And OCPPCommCtrlr.RetryBackOffWaitMinimum is <retry wait>
    And OCPPCommCtrlr.RetryBackOffRandomRange is 0
    And OCPPCommCtrlr.UnlockOnEVSideDisconnect is true if writable
    And the station is EnergyTransferStarted
    When the CSMS accepts no connections
    And the EV driver presents <valid idToken>
    And the EV driver unplugs
    And the EV driver leaves
    And <transaction duration> pass
    And the CSMS accepts connections again
    Then the station connects
    And the station eventually sends TransactionEvent:
      | triggerReason                 | StopAuthorized | E07.FR.02 |
      | transactionInfo.transactionId | $transactionId |           |
      | offline                       | true           | E08.FR.07 |
      | eventType                     | any -> told    |           |
    When the CSO has the CSMS send GetTransactionStatus:
      | transactionId | $transactionId |
    Then the station replies:
      | ongoingIndicator | false | E14.FR.03 |
      | messagesInQueue  | true  | E14.FR.04 |
    And the CSMS replies
    And the scenario ends if $told is Ended
    And the station eventually sends TransactionEvent:
      | eventType                     | Ended                                                      | E08.FR.04 |
      | triggerReason                 | ChargingStateChanged or EVCommunicationLost or EVDeparted  | E06.FR.15 |
      | transactionInfo.stoppedReason | Local or EVDisconnected or absent                          | E06.FR.09 |
      | transactionInfo.transactionId | $transactionId                                             |           |
      | offline                       | true                                                       | E08.FR.07 |

  @TC_E_31_CSMS @E14.FR.03 @E14.FR.04
  Scenario: A CSMS asks about a transaction whose end it heard of before what led to it
    Given the station is EnergyTransferStarted
    When the connection is lost for <transaction duration>
    And the station sends StatusNotification:
      | evseId          | <EVSE>      |
      | connectorId     | <connector> |
      | connectorStatus | Available   |
    Then the CSMS replies
    When the station sends TransactionEvent:
      | eventType                     | Ended               |
      | offline                       | true                |
      | triggerReason                 | EVCommunicationLost |
      | transactionInfo.chargingState | Idle                |
      | seqNo                         | $seqNo + 3          |
    Then the CSMS replies
    When the CSO has the CSMS send GetTransactionStatus:
      | transactionId | $transactionId | E14.FR.03 |
    Then the station replies:
      | ongoingIndicator | false |
      | messagesInQueue  | true  |
    When the station sends TransactionEvent:
      | eventType                     | Updated        |
      | offline                       | true           |
      | triggerReason                 | StopAuthorized |
      | transactionInfo.transactionId | $transactionId |
      | seqNo                         | $seqNo + 1     |
    Then the CSMS replies
    When the station sends TransactionEvent:
      | eventType                     | Updated              |
      | offline                       | true                 |
      | triggerReason                 | ChargingStateChanged |
      | transactionInfo.chargingState | EVConnected          |
      | transactionInfo.transactionId | $transactionId       |
      | seqNo                         | $seqNo + 2           |
    Then the CSMS replies

  @TC_E_32_CS @E14.FR.03 @E14.FR.05
  Scenario: A transaction has ended and everything has been told
    Given the station is EnergyTransferStarted
    And the station is ParkingBayUnoccupied
    When 5 s pass
    And the CSO has the CSMS send GetTransactionStatus:
      | transactionId | $transactionId |
    Then the station replies:
      | ongoingIndicator | false | E14.FR.03 |
      | messagesInQueue  | false | E14.FR.05 |

  @TC_E_33_CS @E14.FR.06 @E14.FR.07
  Scenario: Asked about no transaction in particular, the station says whether anything is left to be told
    Given SampledDataCtrlr.TxUpdatedMeasurands is Energy.Active.Import.Register or /./
    And SampledDataCtrlr.TxUpdatedInterval is <sampled interval>
    And OCPPCommCtrlr.OfflineThreshold is <retry wait> + 60
    And OCPPCommCtrlr.RetryBackOffWaitMinimum is <retry wait>
    And OCPPCommCtrlr.RetryBackOffRandomRange is 0
    And the station is EnergyTransferStarted
    When the connection is lost for 2 * <retry wait>
    Then the station eventually sends TransactionEvent:
      | eventType  | Updated | E11.FR.01 |
      | meterValue | present | E11.FR.03 |
      | offline    | true    | E11.FR.02 |
    When the CSO has the CSMS send GetTransactionStatus:
      | transactionId | absent |
    Then the station replies:
      | ongoingIndicator | absent | E14.FR.06 |
      | messagesInQueue  | true   | E14.FR.07 |
    And the CSMS replies

  @TC_E_33_CSMS @E14.FR.06 @E14.FR.07
  Scenario: A CSMS asks whether anything is left to be told
    Given the station is EnergyTransferStarted
    When the connection is lost for <transaction duration>
    And the CSO has the CSMS send GetTransactionStatus:
      | transactionId | absent | E14.FR.06 |
    Then the station replies:
      | ongoingIndicator | absent |
      | messagesInQueue  | true   |
    When the station sends TransactionEvent:
      | eventType                               | Updated            |
      | triggerReason                           | MeterValuePeriodic |
      | meterValue[0].timestamp                 | within 4 s of now  |
      | meterValue[0].sampledValue[0].value     | 100                |
      | offline                                 | true               |
    Then the CSMS replies

  @TC_E_34_CS @TC_E_34_CSMS @E14.FR.06 @E14.FR.08
  Scenario: Asked about no transaction in particular, the station has nothing left to tell
    When the CSO has the CSMS send GetTransactionStatus:
      | transactionId | absent | E14.FR.06 |
    Then the station replies:
      | ongoingIndicator | absent | E14.FR.06 |
      | messagesInQueue  | false  | E14.FR.08 |
