@E11
Feature: E11 Connection lost during a transaction

  @TC_E_40_CS @E11.FR.01 @E11.FR.02 @E11.FR.06
  Scenario: What the meter showed while there was no connection is told afterwards
    Given SampledDataCtrlr.Enabled is true if implemented
    And SampledDataCtrlr.TxUpdatedMeasurands is Energy.Active.Import.Register or /./
    And SampledDataCtrlr.TxUpdatedInterval is <sampled interval>
    And OCPPCommCtrlr.OfflineThreshold is <retry wait> + 60
    And OCPPCommCtrlr.RetryBackOffWaitMinimum is <retry wait>
    And OCPPCommCtrlr.RetryBackOffRandomRange is 0
    And the station is EnergyTransferStarted
    # Long enough for two readings, whenever the first one is due: the interval is shorter than the wait.
    When the connection is lost for 2 * <retry wait>
    Then the station eventually sends TransactionEvent:
      | eventType                     | Updated            |           |
      | triggerReason                 | MeterValuePeriodic | E11.FR.01 |
      | meterValue                    | present            | E11.FR.03 |
      | offline                       | true               | E11.FR.02 |
      | transactionInfo.transactionId | $transactionId     |           |
    And the station eventually sends TransactionEvent:
      | eventType                     | Updated            |           |
      | triggerReason                 | MeterValuePeriodic | E11.FR.01 |
      | meterValue                    | present            | E11.FR.03 |
      | offline                       | true               | E11.FR.02 |
      | transactionInfo.transactionId | $transactionId     |           |
    And every TransactionEvent the station sent has:
      | eventType | Updated | E11.FR.01 |
      | offline   | true    | E11.FR.02 |
