@E14
Feature: E14 Check transaction status

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
