@I03
Feature: I03 Show EV driver final total cost after charging

  # The played CSMS tells the cost in each of its answers, that to the last event among them.
  @TC_I_02_CS @I03.FR.01 @I03.FR.03
  Scenario: A station ends a transaction whose cost it is told
    Given the station is EnergyTransferStarted
    When the station becomes ParkingBayUnoccupied
    Then one TransactionEvent the station sent has:
      | eventType                     | Ended          | I03.FR.01 |
      | transactionInfo.transactionId | $transactionId |           |

  @TC_I_02_CSMS @I03.FR.02
  Scenario: A CSMS tells what a transaction has cost
    Given SampledDataCtrlr.TxStartedMeasurands is Energy.Active.Import.Register
    And SampledDataCtrlr.TxEndedMeasurands is Energy.Active.Import.Register
    And TxCtrlr.TxStopPoint is EVConnected
    And the station is EVConnectedPostSession
    When the EV driver unplugs
    Then the station eventually sends TransactionEvent:
      | eventType                               | Ended               |
      | triggerReason                           | EVCommunicationLost |
      | transactionInfo.chargingState           | Idle                |
      | transactionInfo.stoppedReason           | EVDisconnected      |
      | meterValue[-1].sampledValue[0].context  | Transaction.End     |
      | meterValue[-1].sampledValue[0].value    | 6000                |
    And the CSMS replies:
      | totalCost | present | I03.FR.02 |
