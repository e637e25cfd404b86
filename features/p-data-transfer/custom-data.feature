@P01
Feature: Custom data in standard messages

  @TC_P_03_CS
  Scenario: A station takes custom data and does what it is asked to
    When the CSO has the CSMS send SetVariables:
      | customData.vendorId                       | org.example.unknown |
      | customData.note                           | for nobody          |
      | setVariableData[0].customData.vendorId    | org.example.unknown |
      | setVariableData[0].component.name         | OCPPCommCtrlr       |
      | setVariableData[0].variable.name          | OfflineThreshold    |
      | setVariableData[0].attributeType          | Actual              |
      | setVariableData[0].attributeValue         | 200                 |
    Then the station replies Accepted
    When the CSO has the CSMS send GetVariables:
      | customData.vendorId                       | org.example.unknown |
      | getVariableData[0].component.name         | OCPPCommCtrlr       |
      | getVariableData[0].variable.name          | OfflineThreshold    |
      | getVariableData[0].attributeType          | Actual              |
    Then the station replies Accepted:
      | getVariableResult[0].attributeType  | absent or Actual |
      | getVariableResult[0].attributeValue | 200              |
