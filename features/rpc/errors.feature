@Part4
Feature: Errors of the RPC layer

  @OS_R_01_CS
  Scenario: A station is asked for something that it does not know
    When the CSMS sends the frame
      """
      [2, "os-r-01", "NoSuchAction", {}]
      """
    Then the station replies with error NotImplemented

  @OS_R_02_CS
  Scenario: A station gets a request without a field that it needs
    When the CSMS sends the frame
      """
      [2, "os-r-02", "GetBaseReport", { "requestId": 1 }]
      """
    Then the station replies with error OccurrenceConstraintViolation or ProtocolError or FormatViolation

  @OS_R_03_CS
  Scenario: A station gets a text where a number belongs
    When the CSMS sends the frame
      """
      [2, "os-r-03", "GetBaseReport", { "requestId": "one", "reportBase": "FullInventory" }]
      """
    Then the station replies with error TypeConstraintViolation or FormatViolation

  @OS_R_04_CS
  Scenario: A station gets a value that does not exist
    When the CSMS sends the frame
      """
      [2, "os-r-04", "GetBaseReport", { "requestId": 1, "reportBase": "Everything" }]
      """
    Then the station replies with error PropertyConstraintViolation or FormatViolation

  # What the station answers to it, if anything, is judged by the rules.
  @OS_R_05_CS
  Scenario: A station goes on after a message that nobody can read
    When the CSMS sends the frame
      """
      [2, "os-r-05", "GetBaseReport", { "requestId": 1,
      """
    And the CSO has the CSMS send GetVariables:
      | getVariableData[0].component.name | OCPPCommCtrlr    |
      | getVariableData[0].variable.name  | OfflineThreshold |
    Then the station replies Accepted

  @OS_R_01_CSMS
  Scenario: A CSMS is told something that it does not know
    When the station sends the frame
      """
      [2, "os-r-01", "NoSuchAction", {}]
      """
    Then the CSMS replies with error NotImplemented

  @OS_R_02_CSMS
  Scenario: A CSMS gets a request without a field that it needs
    When the station sends the frame
      """
      [2, "os-r-02", "BootNotification", { "reason": "PowerUp" }]
      """
    Then the CSMS replies with error OccurrenceConstraintViolation or ProtocolError or FormatViolation

  @OS_R_03_CSMS
  Scenario: A CSMS gets a text where a number belongs
    When the station sends the frame
      """
      [2, "os-r-03", "NotifyReport", { "requestId": "one", "generatedAt": "2026-01-01T00:00:00Z", "seqNo": 0 }]
      """
    Then the CSMS replies with error TypeConstraintViolation or FormatViolation

  @OS_R_04_CSMS
  Scenario: A CSMS gets a value that does not exist
    When the station sends the frame
      """
      [2, "os-r-04", "BootNotification", { "reason": "Boredom", "chargingStation": { "model": "M", "vendorName": "V" } }]
      """
    Then the CSMS replies with error PropertyConstraintViolation or FormatViolation

  # What the CSMS answers to it, if anything, is judged by the rules.
  @OS_R_05_CSMS
  Scenario: A CSMS goes on after a message that nobody can read
    When the station sends the frame
      """
      [2, "os-r-05", "BootNotification", { "reason": "PowerUp",
      """
    And the station sends Heartbeat
    Then the CSMS replies
