@E13
Feature: E13 Transaction messages that are not accepted

  Background:
    Given OCPPCommCtrlr.MessageAttempts[TransactionEvent] is 3
    And OCPPCommCtrlr.MessageAttemptInterval[TransactionEvent] is <message attempt interval>
    And OCPPCommCtrlr.MessageTimeout[Default] is any -> timeout
    And the station is Authorized

  @TC_E_41_CS @E13.FR.01 @E13.FR.02 @E13.FR.03 @E13.FR.04
  Scenario: A message that is never answered is sent as often as configured, at growing intervals
    When the EV driver plugs in
    Then the station eventually sends TransactionEvent:
      | transactionInfo.chargingState | Charging     |
      | seqNo                         | any -> seqNo |
    And the CSMS does not reply
    And the station sends TransactionEvent no sooner than <message attempt interval> + $timeout later:
      | seqNo | $seqNo | E13.FR.02 |
    And the CSMS does not reply
    And the station sends TransactionEvent no sooner than 2 * <message attempt interval> + $timeout later:
      | seqNo | $seqNo | E13.FR.03 |
    And the CSMS does not reply
    And the station sends no TransactionEvent for 4 * <message attempt interval> + $timeout:
      | seqNo | $seqNo | E13.FR.04 |

  @TC_E_50_CS @E13.FR.01 @E13.FR.02 @E13.FR.03 @E13.FR.04
  Scenario: A message that is always refused is sent as often as configured, at growing intervals
    When the EV driver plugs in
    Then the station eventually sends TransactionEvent:
      | transactionInfo.chargingState | Charging     |
      | seqNo                         | any -> seqNo |
    And the CSMS replies with error InternalError
    And the station sends TransactionEvent no sooner than <message attempt interval> later:
      | seqNo | $seqNo | E13.FR.02 |
    And the CSMS replies with error InternalError
    And the station sends TransactionEvent no sooner than 2 * <message attempt interval> later:
      | seqNo | $seqNo | E13.FR.03 |
    And the CSMS replies with error InternalError
    And the station sends no TransactionEvent for 4 * <message attempt interval>:
      | seqNo | $seqNo | E13.FR.04 |

  @TC_E_42_CS @E13.FR.01 @E13.FR.02 @E13.FR.03
  Scenario: A message that is answered at the second attempt is not sent again
    When the EV driver plugs in
    Then the station eventually sends TransactionEvent:
      | transactionInfo.chargingState | Charging     |
      | seqNo                         | any -> seqNo |
    And the CSMS does not reply
    And the station sends TransactionEvent no sooner than <message attempt interval> + $timeout later:
      | seqNo | $seqNo | E13.FR.02 |
    And the CSMS replies
    And the station sends no TransactionEvent for 3 * <message attempt interval> + $timeout:
      | seqNo | $seqNo | E13.FR.02 |

  # The case adds MessageTimeout to the interval. A refusal comes at once, so that E13.FR.03 has the interval alone.
  @TC_E_51_CS @E13.FR.01 @E13.FR.02 @E13.FR.03
  Scenario: A message that is accepted at the second attempt is not sent again
    When the EV driver plugs in
    Then the station eventually sends TransactionEvent:
      | transactionInfo.chargingState | Charging     |
      | seqNo                         | any -> seqNo |
    And the CSMS replies with error InternalError
    And the station sends TransactionEvent no sooner than <message attempt interval> later:
      | seqNo | $seqNo | E13.FR.02 |
    And the CSMS replies
    And the station sends no TransactionEvent for 3 * <message attempt interval>:
      | seqNo | $seqNo | E13.FR.02 |
