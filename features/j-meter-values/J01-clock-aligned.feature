@J01
Feature: J01 Clock-aligned meter values

  @TC_J_03_CS @J01.FR.01 @J01.FR.02 @J01.FR.03 @J01.FR.06 @J01.FR.07 @J01.FR.08 @J01.FR.14 @J01.FR.15 @E06.FR.11
  Scenario: The last event of a transaction brings what was read on the clock
    Given AlignedDataCtrlr.TxEndedInterval is <aligned interval>
    And AlignedDataCtrlr.TxEndedMeasurands is Energy.Active.Import.Register
    And SampledDataCtrlr.TxEndedMeasurands is ""
    And AlignedDataCtrlr.SendDuringIdle is false if implemented
    And the station is EnergyTransferStarted
    When 5 * <aligned interval> pass
    And the station becomes ParkingBayUnoccupied
    Then one TransactionEvent the station sent has:
      | eventType                                 | Ended                                 |           |
      | meterValue.length                         | >= 4                                  | E06.FR.11 |
      | meterValue[*].timestamp                   | <aligned interval> apart              | J01.FR.02 |
      | meterValue[*].timestamp                   | aligned to <aligned interval>         | J01.FR.01 |
      | meterValue[*].sampledValue[*].context     | Sample.Clock                          | J01.FR.14 |
      | meterValue[*].sampledValue[*].measurand   | Energy.Active.Import.Register         | J01.FR.07 |
      | meterValue[*].sampledValue[*].location    | not EV                                |           |

  @TC_J_02_CSMS @J01.FR.18
  Scenario: A CSMS takes meter values on the clock, with a transaction and without
    Given AlignedDataCtrlr.Interval is <aligned interval>
    And AlignedDataCtrlr.Measurands is Energy.Active.Import.Register
    And the station is EnergyTransferStarted
    When <aligned interval> pass
    Then the station eventually sends MeterValues:
      | evseId                                | 0            |
      | meterValue[*].sampledValue[*].context | Sample.Clock |
    And the CSMS replies
    And the station eventually sends TransactionEvent:
      | triggerReason                         | MeterValueClock |
      | eventType                             | Updated         |
      | meterValue[*].sampledValue[*].context | Sample.Clock    |
    And the CSMS replies
