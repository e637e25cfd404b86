@I02
Feature: I02 Show EV driver running total cost during charging

  # What the display shows nobody can see from here. The case has the cost told n times: here it is told twice.
  @TC_I_01_CS @I02.FR.02
  Scenario: A station takes the running cost in requests of its own
    Given SampledDataCtrlr.TxUpdatedInterval is <sampled interval>
    And SampledDataCtrlr.TxUpdatedMeasurands is Energy.Active.Import.Register or not ""
    And the station is EVConnectedPreSession
    And the CSMS knows <valid idToken> as Accepted:
      | idTokenInfo.personalMessage.format  | UTF8           |
      | idTokenInfo.personalMessage.content | 0.40 EUR a kWh |
    When the station becomes Authorized locally:
      | idToken | <valid idToken> |
    And the station becomes EnergyTransferStarted
    Then the station eventually sends TransactionEvent:
      | triggerReason | MeterValuePeriodic |
    And the CSMS replies:
      | updatedPersonalMessage.format  | UTF8           |
      | updatedPersonalMessage.content | 0.42 EUR a kWh |
    When the CSO has the CSMS send CostUpdated:
      | totalCost     | 1.25           |
      | transactionId | $transactionId |
    Then the station replies
    And the station eventually sends TransactionEvent:
      | triggerReason | MeterValuePeriodic |
    And the CSMS replies:
      | updatedPersonalMessage.format  | UTF8           |
      | updatedPersonalMessage.content | 0.44 EUR a kWh |
    When the CSO has the CSMS send CostUpdated:
      | totalCost     | 2.5            |
      | transactionId | $transactionId |
    Then the station replies

  # Its title and the message of step 8 have the cost in the answer to an event, though the step names a request.
  @TC_I_07_CS @I02.FR.04 @I06.FR.02
  Scenario: A station takes the running cost in answers to its events
    Given SampledDataCtrlr.TxUpdatedInterval is <sampled interval>
    And SampledDataCtrlr.TxUpdatedMeasurands is Energy.Active.Import.Register or not ""
    And the station is EVConnectedPreSession
    And the CSMS knows <valid idToken> as Accepted:
      | idTokenInfo.personalMessage.format  | UTF8           |
      | idTokenInfo.personalMessage.content | 0.40 EUR a kWh |
    When the station becomes Authorized locally:
      | idToken | <valid idToken> |
    And the station becomes EnergyTransferStarted
    Then the station eventually sends TransactionEvent:
      | triggerReason | MeterValuePeriodic |
    And the CSMS replies:
      | totalCost                      | 1.25           |
      | updatedPersonalMessage.format  | UTF8           |
      | updatedPersonalMessage.content | 0.42 EUR a kWh |
    And the station eventually sends TransactionEvent:
      | triggerReason                 | MeterValuePeriodic |
      | transactionInfo.transactionId | $transactionId     |
    And the CSMS replies:
      | totalCost                      | 2.5            |
      | updatedPersonalMessage.format  | UTF8           |
      | updatedPersonalMessage.content | 0.44 EUR a kWh |
    And the station eventually sends TransactionEvent:
      | triggerReason                 | MeterValuePeriodic |
      | transactionInfo.transactionId | $transactionId     |

  # A CSMS tells the cost in its answers, or else in a request of its own. When it does so is up to it, after the first
  # event or after the second one.
  @TC_I_01_CSMS @I02.FR.01
  Scenario: A CSMS tells the running cost
    Given SampledDataCtrlr.TxUpdatedInterval is <sampled interval>
    And SampledDataCtrlr.TxStartedMeasurands is Energy.Active.Import.Register
    And SampledDataCtrlr.TxUpdatedMeasurands is Energy.Active.Import.Register
    When the station becomes Authorized:
      | idToken | <valid idToken> |
    And the station becomes EVConnectedPreSession
    And the station becomes EnergyTransferStarted
    Then the station sends TransactionEvent no sooner than <sampled interval> later:
      | triggerReason                           | MeterValuePeriodic |
      | eventType                               | Updated            |
      | meterValue[0].sampledValue[0].context   | Sample.Periodic    |
    And the CSMS replies:
      | totalCost | any or absent -> first |
    And the station sends TransactionEvent no sooner than <sampled interval> later:
      | triggerReason                           | MeterValuePeriodic |
      | eventType                               | Updated            |
      | meterValue[0].sampledValue[0].context   | Sample.Periodic    |
    And the CSMS replies:
      | totalCost | any or absent -> second |
    And the scenario ends if $first is present
    And the scenario ends if $second is present
    And the CSMS sends CostUpdated:
      | transactionId | $transactionId |
