@J02
Feature: J02 Meter values of a transaction

  @TC_J_07_CS @J02.FR.01 @J02.FR.02 @J02.FR.03 @J02.FR.04 @J02.FR.10 @E01.FR.09 @E02.FR.09
  Scenario: A transaction begins with what the meter shows
    Given TxCtrlr.TxStartPoint is not contains ParkingBayOccupancy
    And SampledDataCtrlr.TxStartedMeasurands is Energy.Active.Import.Register
    And the station is ParkingBayOccupied
    When the station becomes EnergyTransferStarted:
      | cable | first |
    Then one TransactionEvent the station sent has:
      | eventType                               | Started                       |           |
      | meterValue[0].sampledValue[0].context   | Transaction.Begin             | J02.FR.04 |
      | meterValue[*].sampledValue[*].measurand | Energy.Active.Import.Register | J02.FR.03 |
      | meterValue[*].sampledValue[*].location  | not EV                        |           |

  # Which EVSE it is may be known with the token already, or not before the cable is plugged in.
  @TC_J_08_CS @J02.FR.01 @J02.FR.02 @J02.FR.03 @J02.FR.04 @J02.FR.10 @E01.FR.16 @E01.FR.17
  Scenario: What the meter shows comes as soon as the EVSE is known
    Given TxCtrlr.TxStartPoint is contains Authorized or contains ParkingBayOccupancy
    And SampledDataCtrlr.TxStartedMeasurands is Energy.Active.Import.Register
    When the station becomes EnergyTransferStarted
    Then one TransactionEvent the station sent has:
      | evse.id | present  |
      | seqNo   | -> known |
    And one TransactionEvent the station sent has:
      | seqNo                                   | $known                        | E01.FR.17 |
      | meterValue[0].sampledValue[0].context   | Transaction.Begin             | J02.FR.04 |
      | meterValue[*].sampledValue[*].measurand | Energy.Active.Import.Register | J02.FR.03 |
      | meterValue[*].sampledValue[*].location  | not EV                        |           |

  @TC_J_09_CS @J02.FR.01 @J02.FR.02 @J02.FR.03 @J02.FR.04 @J02.FR.10 @J02.FR.11 @J02.FR.14 @E02.FR.10
  Scenario: A meter is read at intervals during a transaction
    Given SampledDataCtrlr.TxUpdatedInterval is <sampled interval>
    And SampledDataCtrlr.TxUpdatedMeasurands is Energy.Active.Import.Register
    And the station is EnergyTransferStarted
    When 3 * <sampled interval> pass
    Then the station eventually sends TransactionEvent:
      | triggerReason                           | MeterValuePeriodic            | J02.FR.11 |
      | transactionInfo.transactionId           | $transactionId                |           |
      | meterValue[0].timestamp                 | -> first                      |           |
      | meterValue[0].sampledValue[0].context   | Sample.Periodic               | J02.FR.04 |
      | meterValue[*].sampledValue[*].measurand | Energy.Active.Import.Register | J02.FR.03 |
      | meterValue[*].sampledValue[*].location  | not EV                        |           |
    And the station eventually sends TransactionEvent:
      | triggerReason                           | MeterValuePeriodic                                          | J02.FR.11 |
      | transactionInfo.transactionId           | $transactionId                                              |           |
      | meterValue[0].timestamp                 | within <tolerance> of $first + <sampled interval> -> second | J02.FR.11 |
      | meterValue[0].sampledValue[0].context   | Sample.Periodic                                             | J02.FR.04 |
      | meterValue[*].sampledValue[*].measurand | Energy.Active.Import.Register                               | J02.FR.03 |
      | meterValue[*].sampledValue[*].location  | not EV                                                      |           |
    And the station eventually sends TransactionEvent:
      | triggerReason                           | MeterValuePeriodic                                 | J02.FR.11 |
      | transactionInfo.transactionId           | $transactionId                                     |           |
      | meterValue[0].timestamp                 | within <tolerance> of $second + <sampled interval> | J02.FR.11 |
      | meterValue[0].sampledValue[0].context   | Sample.Periodic                                    | J02.FR.04 |
      | meterValue[*].sampledValue[*].measurand | Energy.Active.Import.Register                      | J02.FR.03 |
      | meterValue[*].sampledValue[*].location  | not EV                                             |           |

  # What the meter showed at the start may be among it (E06.FR.13).
  @TC_J_10_CS @J02.FR.01 @J02.FR.02 @J02.FR.03 @J02.FR.04 @J02.FR.10 @E06.FR.11
  Scenario: The last event of a transaction brings what was read at intervals
    Given SampledDataCtrlr.TxEndedInterval is <sampled interval>
    And SampledDataCtrlr.TxEndedMeasurands is Energy.Active.Import.Register
    And AlignedDataCtrlr.TxEndedMeasurands is ""
    And the station is EnergyTransferStarted
    When 3 * <sampled interval> pass
    And the station becomes ParkingBayUnoccupied
    Then one TransactionEvent the station sent has:
      | eventType                                                     | Ended                                                   |           |
      | meterValue[sampledValue[0].context=Sample.Periodic].timestamp | <sampled interval> apart                                | E06.FR.11 |
      | meterValue[sampledValue[0].context=Transaction.End].length    | >= 1                                                    | E06.FR.11 |
      | meterValue[*].sampledValue[*].context                         | Sample.Periodic or Transaction.End or Transaction.Begin | J02.FR.04 |
      | meterValue[*].sampledValue[*].measurand                       | Energy.Active.Import.Register                           | J02.FR.03 |
      | meterValue[*].sampledValue[*].location                        | not EV                                                  |           |

  # An empty publicKey is allowed, depending on OCPPCommCtrlr.PublicKeyWithSignedMeterValue.
  @TC_J_11_CS @J02.FR.21 @E06.FR.11
  Scenario: What was read at intervals is signed
    Given SampledDataCtrlr.TxEndedInterval is <sampled interval>
    And SampledDataCtrlr.TxEndedMeasurands is Energy.Active.Import.Register
    And SampledDataCtrlr.SignReadings is true
    And the station is EnergyTransferStarted
    When 3 * <sampled interval> pass
    And the station becomes ParkingBayUnoccupied
    Then one TransactionEvent the station sent has:
      | eventType                                                                                            | Ended                         |           |
      | meterValue[sampledValue[0].context=Sample.Periodic].timestamp                                        | <sampled interval> apart      | E06.FR.11 |
      | meterValue[sampledValue[0].context=Sample.Periodic].sampledValue[*].measurand                        | Energy.Active.Import.Register | J02.FR.03 |
      | meterValue[sampledValue[0].context=Sample.Periodic].sampledValue[*].location                         | not EV                        |           |
      | meterValue[sampledValue[0].context=Sample.Periodic].sampledValue[*].signedMeterValue.signedMeterData | /./                           | J02.FR.21 |
      | meterValue[sampledValue[0].context=Sample.Periodic].sampledValue[*].signedMeterValue.publicKey       | /^[A-Za-z0-9+/]*=*$/          | J02.FR.21 |
      | meterValue[sampledValue[0].context=Transaction.End].sampledValue[*].signedMeterValue.signedMeterData | /./                           | J02.FR.21 |
      | meterValue[sampledValue[0].context=Transaction.End].sampledValue[*].signedMeterValue.publicKey       | /^[A-Za-z0-9+/]*=*$/          | J02.FR.21 |

  @TC_J_07_CSMS @J02.FR.19
  Scenario: A CSMS takes what the meter shows when a transaction starts
    Given TxCtrlr.TxStartPoint is EVConnected
    And SampledDataCtrlr.TxStartedMeasurands is Energy.Active.Import.Register
    When the EV driver plugs in
    Then the station eventually sends TransactionEvent:
      | eventType                             | Started           |
      | meterValue[*].sampledValue[*].context | Transaction.Begin |
    And the CSMS replies

  @TC_J_08_CSMS @J02.FR.19
  Scenario: A CSMS takes what the meter shows when the EVSE is known
    Given TxCtrlr.TxStartPoint is Authorized
    When the EV driver presents <valid idToken>
    Then the station sends Authorize:
      | idToken | <valid idToken> |
    And the CSMS replies Accepted
    And the station sends TransactionEvent:
      | eventType     | Started         |
      | triggerReason | Authorized      |
      | idToken       | <valid idToken> |
      | evse          | absent          |
      | meterValue    | absent          |
    And the CSMS replies Accepted
    When the EV driver plugs in
    Then the station sends TransactionEvent:
      | eventType                             | Updated           |
      | triggerReason                         | CablePluggedIn    |
      | evse.id                               | <EVSE>            |
      | evse.connectorId                      | <connector>       |
      | meterValue[0].timestamp               | now               |
      | meterValue[0].sampledValue[0].value   | 0                 |
      | meterValue[0].sampledValue[0].context | Transaction.Begin |
    And the CSMS replies
    When the station becomes EnergyTransferStarted

  @TC_J_09_CSMS @J02.FR.19
  Scenario: A CSMS takes what is read at intervals during a transaction
    Given SampledDataCtrlr.TxUpdatedInterval is <sampled interval>
    And SampledDataCtrlr.TxUpdatedMeasurands is Energy.Active.Import.Register
    And the station is EnergyTransferStarted
    When <sampled interval> passes
    Then the station eventually sends TransactionEvent:
      | triggerReason                         | MeterValuePeriodic |
      | eventType                             | Updated            |
      | meterValue[*].sampledValue[*].context | Sample.Periodic    |
    And the CSMS replies
    When <sampled interval> passes
    Then the station eventually sends TransactionEvent:
      | triggerReason                         | MeterValuePeriodic |
      | eventType                             | Updated            |
      | meterValue[*].sampledValue[*].context | Sample.Periodic    |
    And the CSMS replies
    When <sampled interval> passes
    Then the station eventually sends TransactionEvent:
      | triggerReason                         | MeterValuePeriodic |
      | eventType                             | Updated            |
      | meterValue[*].sampledValue[*].context | Sample.Periodic    |
    And the CSMS replies

  @TC_J_10_CSMS @J02.FR.19
  Scenario: A CSMS takes what was read at intervals when a transaction ends
    Given SampledDataCtrlr.TxEndedInterval is <sampled interval>
    And SampledDataCtrlr.TxEndedMeasurands is Energy.Active.Import.Register
    And TxCtrlr.TxStopPoint is EVConnected
    And the station is EVConnectedPostSession
    When the EV driver unplugs
    Then the station eventually sends TransactionEvent:
      | eventType                              | Ended           |
      | meterValue[1].sampledValue[*].context  | Sample.Periodic |
      | meterValue[-1].sampledValue[*].context | Transaction.End |
    And the CSMS replies

  @TC_J_11_CSMS @J02.FR.19 @J02.FR.21
  Scenario: A CSMS takes signed values that were read at intervals
    Given SampledDataCtrlr.TxEndedInterval is <sampled interval>
    And SampledDataCtrlr.TxEndedMeasurands is Energy.Active.Import.Register
    And SampledDataCtrlr.SignReadings is true
    And TxCtrlr.TxStopPoint is EVConnected
    And the station is EVConnectedPostSession
    When the EV driver unplugs
    Then the station eventually sends TransactionEvent:
      | eventType                                      | Ended           |
      | meterValue[1].sampledValue[*].context          | Sample.Periodic |
      | meterValue[-1].sampledValue[*].context         | Transaction.End |
      | meterValue[*].sampledValue[*].signedMeterValue | present         |
    And the CSMS replies
