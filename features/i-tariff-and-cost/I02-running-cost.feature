@I02
Feature: I02 and I03 Cost while charging and afterwards

  @TC_I_01_CS @I02.FR.02
  Scenario: A station takes the running cost
    Given SampledDataCtrlr.TxUpdatedInterval is <sampled interval>
    And the station is EVConnectedPreSession
    When the EV driver presents <valid idToken>
    Then the station sends Authorize:
      | idToken | <valid idToken> |
    And the CSMS replies Accepted:
      | idTokenInfo.personalMessage.format  | UTF8            |
      | idTokenInfo.personalMessage.content | 0.40 EUR a kWh  |
    And the station sends TransactionEvent:
      | triggerReason | Authorized      |
      | idToken       | <valid idToken> |
    And the CSMS replies Accepted
    When the station becomes EnergyTransferStarted
    Then the station sends TransactionEvent:
      | triggerReason | MeterValuePeriodic |
    And the CSMS replies:
      | updatedPersonalMessage.format  | UTF8     |
      | updatedPersonalMessage.content | 1.25 EUR |
    When the CSO has the CSMS send CostUpdated:
      | totalCost     | 1.25           |
      | transactionId | $transactionId |
    Then the station replies

  @I03 @TC_I_02_CSMS @I03.FR.02
  Scenario: A CSMS tells what a transaction costs
    Given SampledDataCtrlr.TxStartedMeasurands is Energy.Active.Import.Register
    And SampledDataCtrlr.TxEndedMeasurands is Energy.Active.Import.Register
    And the station is EVConnectedPostSession
    When the EV driver unplugs
    Then the station eventually sends TransactionEvent:
      | eventType                                    | Ended           |
      | transactionInfo.stoppedReason                | EVDisconnected  |
      | meterValue[-1].sampledValue[0].context       | Transaction.End |
    And the CSMS replies:
      | totalCost | > 0 | I03.FR.02 |
