@J01
Feature: J01 Clock-aligned meter values

  @TC_J_01_CS @J01.FR.01 @J01.FR.02 @J01.FR.03 @J01.FR.06 @J01.FR.07 @J01.FR.08 @J01.FR.14 @J01.FR.15
  Scenario: A meter is read on the clock while nobody charges
    Given AlignedDataCtrlr.Interval is <aligned interval>
    And AlignedDataCtrlr.Measurands is Energy.Active.Import.Register
    When 3 * <aligned interval> pass
    # What is read at one time may come in several messages.
    Then the station eventually sends MeterValues:
      | evseId                                  | any -> meter                           | J01.FR.02 |
      | meterValue[0].timestamp                 | aligned to <aligned interval> -> first | J01.FR.14 |
      | meterValue[0].sampledValue[0].context   | Sample.Clock                           | J01.FR.08 |
      | meterValue[*].sampledValue[*].measurand | Energy.Active.Import.Register          | J01.FR.07 |
      | meterValue[*].sampledValue[*].location  | not EV                                 |           |
    And the station eventually sends MeterValues:
      | evseId                                  | $meter                                                           |           |
      | meterValue[0].timestamp                 | within <tolerance> of $first + <aligned interval> -> second      | J01.FR.14 |
      | meterValue[0].sampledValue[0].context   | Sample.Clock                                                     | J01.FR.08 |
      | meterValue[*].sampledValue[*].measurand | Energy.Active.Import.Register                                    | J01.FR.07 |
      | meterValue[*].sampledValue[*].location  | not EV                                                           |           |
    And the station eventually sends MeterValues:
      | evseId                                  | $meter                                             |           |
      | meterValue[0].timestamp                 | within <tolerance> of $second + <aligned interval> | J01.FR.14 |
      | meterValue[0].sampledValue[0].context   | Sample.Clock                                       | J01.FR.08 |
      | meterValue[*].sampledValue[*].measurand | Energy.Active.Import.Register                      | J01.FR.07 |
      | meterValue[*].sampledValue[*].location  | not EV                                             |           |
    And every MeterValues the station sent has:
      | meterValue[*].timestamp | aligned to <aligned interval> | J01.FR.14 |

  @TC_J_02_CS @J01.FR.01 @J01.FR.02 @J01.FR.03 @J01.FR.06 @J01.FR.07 @J01.FR.08 @J01.FR.15 @J01.FR.22
  Scenario: A meter is read on the clock while somebody charges
    Given AlignedDataCtrlr.Interval is <aligned interval>
    And AlignedDataCtrlr.Measurands is Energy.Active.Import.Register
    And AlignedDataCtrlr.SendDuringIdle is false if implemented
    And SampledDataCtrlr.RegisterValuesWithoutPhases is false if implemented
    And the station is EnergyTransferStarted
    When 3 * <aligned interval> pass
    Then the station sends one of:
      | TransactionEvent | triggerReason = MeterValueClock | transactionInfo.transactionId = $transactionId | meterValue[0].timestamp = aligned to <aligned interval> -> first | meterValue[0].sampledValue[0].context = Sample.Clock | meterValue[*].sampledValue[*].measurand = Energy.Active.Import.Register | meterValue[*].sampledValue[*].location = not EV |
      | MeterValues      | evseId = <EVSE>                 |                                                | meterValue[0].timestamp = aligned to <aligned interval> -> first | meterValue[0].sampledValue[0].context = Sample.Clock | meterValue[*].sampledValue[*].measurand = Energy.Active.Import.Register | meterValue[*].sampledValue[*].location = not EV |
    And the station sends one of:
      | TransactionEvent | triggerReason = MeterValueClock | transactionInfo.transactionId = $transactionId | meterValue[0].timestamp = within <tolerance> of $first + <aligned interval> | meterValue[0].sampledValue[0].context = Sample.Clock | meterValue[*].sampledValue[*].measurand = Energy.Active.Import.Register | meterValue[*].sampledValue[*].location = not EV |
      | MeterValues      | evseId = <EVSE>                 |                                                | meterValue[0].timestamp = within <tolerance> of $first + <aligned interval> | meterValue[0].sampledValue[0].context = Sample.Clock | meterValue[*].sampledValue[*].measurand = Energy.Active.Import.Register | meterValue[*].sampledValue[*].location = not EV |

  @TC_J_03_CS @J01.FR.01 @J01.FR.02 @J01.FR.03 @J01.FR.06 @J01.FR.07 @J01.FR.08 @J01.FR.14 @J01.FR.15 @E06.FR.11
  Scenario: The last event of a transaction brings what was read on the clock
    Given AlignedDataCtrlr.TxEndedInterval is <aligned interval>
    And AlignedDataCtrlr.TxEndedMeasurands is Energy.Active.Import.Register
    And SampledDataCtrlr.TxEndedMeasurands is ""
    And AlignedDataCtrlr.SendDuringIdle is false if implemented
    And the station is EnergyTransferStarted
    And one TransactionEvent the station sent has:
      | eventType | Started  |
      | timestamp | -> start |
    When 5 * <aligned interval> pass
    And the station becomes ParkingBayUnoccupied
    Then one TransactionEvent the station sent has:
      | eventType | Ended  |
      | timestamp | -> end |
    And one TransactionEvent the station sent has:
      | eventType                               | Ended                         |           |
      | meterValue.length                       | >= 4                          | E06.FR.11 |
      | meterValue[*].timestamp                 | >= $start and <= $end         | E06.FR.11 |
      | meterValue[*].timestamp                 | <aligned interval> apart      | J01.FR.02 |
      | meterValue[*].timestamp                 | aligned to <aligned interval> | J01.FR.01 |
      | meterValue[*].sampledValue[*].context   | Sample.Clock                  | J01.FR.14 |
      | meterValue[*].sampledValue[*].measurand | Energy.Active.Import.Register | J01.FR.07 |
      | meterValue[*].sampledValue[*].location  | not EV                        |           |

  # An empty publicKey is allowed, depending on OCPPCommCtrlr.PublicKeyWithSignedMeterValue.
  @TC_J_04_CS @J01.FR.21
  Scenario: What was read on the clock is signed
    Given AlignedDataCtrlr.TxEndedInterval is <aligned interval>
    And AlignedDataCtrlr.TxEndedMeasurands is Energy.Active.Import.Register
    And AlignedDataCtrlr.SendDuringIdle is false if implemented
    And AlignedDataCtrlr.SignReadings is true
    And the station is EnergyTransferStarted
    When 3 * <aligned interval> pass
    And the station becomes ParkingBayUnoccupied
    Then one TransactionEvent the station sent has:
      | eventType                                                                                                     | Ended                         |           |
      | meterValue[sampledValue[0].context=Sample.Clock].timestamp                                                    | <aligned interval> apart      | J01.FR.14 |
      | meterValue[sampledValue[0].context=Sample.Clock].sampledValue[*].measurand                                    | Energy.Active.Import.Register | J01.FR.07 |
      | meterValue[sampledValue[0].context=Sample.Clock].sampledValue[*].location                                     | not EV                        |           |
      | meterValue[sampledValue[0].context=Sample.Clock].sampledValue[*].signedMeterValue.signedMeterData             | /./                           | J01.FR.21 |
      | meterValue[sampledValue[0].context=Sample.Clock].sampledValue[*].signedMeterValue.publicKey                   | /^[A-Za-z0-9+/]*=*$/          | J01.FR.21 |

  # Meter values of other kinds may come while somebody charges: SendDuringIdle is about those on the clock (J01.FR.20).
  @TC_J_06_CS @J01.FR.14 @J01.FR.19 @J01.FR.20
  Scenario: A meter is not read on the clock while somebody charges
    Given AlignedDataCtrlr.Interval is <aligned interval>
    And AlignedDataCtrlr.Measurands is Energy.Active.Import.Register
    And AlignedDataCtrlr.SendDuringIdle is true
    When 2 * <aligned interval> pass
    Then the station eventually sends MeterValues:
      | evseId                                  | any -> meter                           | J01.FR.02 |
      | meterValue[0].timestamp                 | aligned to <aligned interval> -> first | J01.FR.14 |
      | meterValue[0].sampledValue[0].context   | Sample.Clock                           | J01.FR.08 |
      | meterValue[*].sampledValue[*].measurand | Energy.Active.Import.Register          | J01.FR.07 |
      | meterValue[*].sampledValue[*].location  | not EV                                 |           |
    And the station eventually sends MeterValues:
      | evseId                  | $meter                                            |           |
      | meterValue[0].timestamp | within <tolerance> of $first + <aligned interval> | J01.FR.14 |
    When the station becomes EnergyTransferStarted
    Then the station sends no MeterValues for <aligned interval> + 5 s:
      | meterValue[sampledValue[*].context=Sample.Clock].length | >= 1 | J01.FR.20 |
    And the station sends no TransactionEvent for <aligned interval> + 5 s:
      | meterValue[sampledValue[*].context=Sample.Clock].length | >= 1 | J01.FR.20 |
    When the station becomes ParkingBayUnoccupied
    And 2 * <aligned interval> pass
    Then the station eventually sends MeterValues:
      | meterValue[0].timestamp                 | aligned to <aligned interval> | J01.FR.14 |
      | meterValue[0].sampledValue[0].context   | Sample.Clock                  | J01.FR.08 |
      | meterValue[*].sampledValue[*].measurand | Energy.Active.Import.Register | J01.FR.07 |
      | meterValue[*].sampledValue[*].location  | not EV                        |           |

  @TC_J_01_CSMS @J01.FR.18
  Scenario: A CSMS takes meter values on the clock while nobody charges
    Given AlignedDataCtrlr.Interval is <aligned interval>
    And AlignedDataCtrlr.Measurands is Energy.Active.Import.Register
    When <aligned interval> passes
    Then the station eventually sends MeterValues:
      | evseId                                | 0            |
      | meterValue[*].sampledValue[*].context | Sample.Clock |
    And the CSMS replies
    When <aligned interval> passes
    Then the station sends MeterValues for every EVSE:
      | meterValue[*].sampledValue[*].context | Sample.Clock |
    When <aligned interval> passes
    Then the station eventually sends MeterValues:
      | meterValue[*].sampledValue[*].context | Sample.Clock |
    And the CSMS replies

  @TC_J_02_CSMS @J01.FR.18 @J02.FR.19
  Scenario: A CSMS takes meter values on the clock while somebody charges
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
    When <aligned interval> pass
    Then the station eventually sends TransactionEvent:
      | triggerReason                         | MeterValueClock |
      | eventType                             | Updated         |
      | meterValue[*].sampledValue[*].context | Sample.Clock    |
    And the CSMS replies

  @TC_J_03_CSMS @J01.FR.18 @J02.FR.19
  Scenario: A CSMS takes what was read on the clock when a transaction ends
    Given AlignedDataCtrlr.TxEndedInterval is <aligned interval>
    And AlignedDataCtrlr.TxEndedMeasurands is Energy.Active.Import.Register
    And SampledDataCtrlr.TxEndedMeasurands is Energy.Active.Import.Register
    And TxCtrlr.TxStopPoint is EVConnected
    And the station is EnergyTransferStarted
    And 3 * <aligned interval> pass
    And the station is EVConnectedPostSession
    When the EV driver unplugs
    Then the station eventually sends TransactionEvent:
      | eventType                               | Ended           |
      | meterValue[1].sampledValue[*].context   | Sample.Clock    |
      | meterValue[-1].sampledValue[*].context  | Transaction.End |
    And the CSMS replies

  @TC_J_04_CSMS @J01.FR.21 @J02.FR.19
  Scenario: A CSMS takes signed values that were read on the clock
    Given AlignedDataCtrlr.TxEndedInterval is <aligned interval>
    And AlignedDataCtrlr.TxEndedMeasurands is Energy.Active.Import.Register
    And AlignedDataCtrlr.SignReadings is true
    And SampledDataCtrlr.TxEndedMeasurands is Energy.Active.Import.Register
    And SampledDataCtrlr.SignReadings is true
    And TxCtrlr.TxStopPoint is EVConnected
    And the station is EnergyTransferStarted
    And 3 * <aligned interval> pass
    And the station is EVConnectedPostSession
    When the EV driver unplugs
    Then the station eventually sends TransactionEvent:
      | eventType                                       | Ended           |
      | meterValue[1].sampledValue[*].context           | Sample.Clock    |
      | meterValue[-1].sampledValue[*].context          | Transaction.End |
      | meterValue[*].sampledValue[*].signedMeterValue  | present         |
    And the CSMS replies
