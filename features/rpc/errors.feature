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
