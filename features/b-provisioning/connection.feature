@Part4
Feature: Connecting as Part 4 describes it

  @TC_B_57_CS
  Scenario: A station that lost its connection waits longer after every attempt that failed
    Given OCPPCommCtrlr.NetworkProfileConnectionAttempts is 3
    And OCPPCommCtrlr.RetryBackOffRepeatTimes is 2
    And OCPPCommCtrlr.RetryBackOffRandomRange is 0
    And OCPPCommCtrlr.RetryBackOffWaitMinimum is <retry wait>
    When the CSMS closes the connection
    Then the station connects no sooner than <retry wait> later
    When the CSMS closes the connection
    Then the station connects no sooner than <retry wait> later
    And the CSMS refuses the connection
    And the station connects no sooner than 2 * <retry wait> later
    And the CSMS accepts the connection

  @OS_R_06_CSMS
  Scenario: A CSMS agrees to compress messages
    When the station connects:
      | extensions | permessage-deflate |
    Then the CSMS accepts the connection:
      | extensions | /permessage-deflate/i |
    And the station sends BootNotification
    And the CSMS replies Accepted

  @TC_B_58_CSMS
  Scenario: A CSMS chooses a version that it knows
    When the station connects:
      | subprotocols | ocpp0.1 |
    # Part 4 wants the handshake completed without a version and the connection closed; the official case wants it refused.
    Then the CSMS refuses the connection
    When the station connects:
      | subprotocols | ocpp0.1, ocpp2.0.1 |
    Then the CSMS accepts the connection:
      | selected | ocpp2.0.1 |
