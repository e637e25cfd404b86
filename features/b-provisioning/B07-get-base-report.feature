@B07
Feature: B07 Get base report

  @TC_B_12_CS @TC_B_12_CSMS @B07.FR.01 @B07.FR.03 @B07.FR.04 @B07.FR.07 @B07.FR.10 @B07.FR.12
  Scenario: A report of all that can be set
    When the CSO has the CSMS send GetBaseReport:
      | reportBase | ConfigurationInventory |
      | requestId  | >= 0 -> request        |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |
    And the station sends all parts of NotifyReport:
      | requestId                                       | $request                                                | B07.FR.04 |
      | reportData[*].variableCharacteristics           | present                                                 | B07.FR.07 |
      | reportData[*].variableAttribute[*].mutability   | ReadWrite or WriteOnly                                  | B07.FR.07 |
      | reportData[component.name=OCPPCommCtrlr, variable.name=OfflineThreshold].variableAttribute[0].value | any -> threshold | B07.FR.07 |
    And the report is a complete ConfigurationInventory
    And the CSO sees OCPPCommCtrlr.OfflineThreshold as $threshold

  @TC_B_13_CS @TC_B_13_CSMS @B07.FR.01 @B07.FR.03 @B07.FR.04 @B07.FR.08 @B07.FR.10 @B07.FR.12
  Scenario: A report of everything
    When the CSO has the CSMS send GetBaseReport:
      | reportBase | FullInventory   |
      | requestId  | >= 0 -> request |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |
    And the station sends all parts of NotifyReport:
      | requestId                             | $request | B07.FR.04 |
      | reportData[*].variableCharacteristics | present  | B07.FR.08 |
      | reportData[component.name=OCPPCommCtrlr, variable.name=OfflineThreshold].variableAttribute[0].value | any -> threshold | B07.FR.08 |
    And the report is a complete FullInventory
    And the CSO sees OCPPCommCtrlr.OfflineThreshold as $threshold

  @TC_B_53_CS @B07.FR.08 @B07.FR.11
  Scenario: The standard variables are there and described as the specification has it
    When the CSO has the CSMS send GetBaseReport:
      | reportBase | FullInventory   |
      | requestId  | >= 0 -> request |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |
    And the station sends all parts of NotifyReport:
      | requestId   | $request           |
      | generatedAt | within 60 s of now |
    And the report is a complete FullInventory

  @TC_B_14_CS @TC_B_14_CSMS @B07.FR.01 @B07.FR.03 @B07.FR.04 @B07.FR.09 @B07.FR.10 @B07.FR.12
  Scenario: A report of availability and problems
    When the CSO has the CSMS send GetBaseReport:
      | reportBase | SummaryInventory |
      | requestId  | >= 0 -> request  |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |
    And the station sends all parts of NotifyReport:
      | requestId                             | $request | B07.FR.04 |
      | reportData[*].variableCharacteristics | present  | B07.FR.09 |
      | reportData[component.name=ChargingStation, variable.name=AvailabilityState].variableAttribute[0].value | any -> state | B07.FR.09 |
    And the report is a complete SummaryInventory
    And the CSO sees ChargingStation.AvailabilityState as $state

  @TC_B_15_CS @B07.FR.02 @B07.FR.05
  Scenario: A station does not make summaries
    When the CSO has the CSMS send GetBaseReport:
      | reportBase | SummaryInventory |
    Then the station replies NotSupported:
      | statusInfo.reasonCode | should absent or UnsupportedParam |
    And the station sends no NotifyReport for <message timeout>
