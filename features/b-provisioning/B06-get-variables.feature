@B06
Feature: B06 Get variables

  @TC_B_06_CS @B06.FR.01 @B06.FR.02 @B06.FR.03 @B06.FR.04 @B06.FR.10 @B06.FR.11
  Scenario: A station reads a variable
    Given OCPPCommCtrlr.OfflineThreshold is 300
    When the CSO has the CSMS send GetVariables:
      | getVariableData[0].component.name | OCPPCommCtrlr    |
      | getVariableData[0].variable.name  | OfflineThreshold |
      | getVariableData[0].attributeType  | Actual           |
    Then the station replies Accepted:
      | getVariableResult.length                            | 1                        | B06.FR.01 |
      | getVariableResult[0].component.name                 | OCPPCommCtrlr            | B06.FR.02 |
      | getVariableResult[0].variable.name                  | OfflineThreshold         | B06.FR.02 |
      | getVariableResult[0].attributeType                  | Actual                   | B06.FR.03 |
      | getVariableResult[0].attributeValue                 | 300                      | B06.FR.10 |
      | getVariableResult[0].attributeStatusInfo.reasonCode | should absent or NoError |           |

  @TC_B_06_CSMS @B06.FR.01 @B06.FR.02 @B06.FR.03 @B06.FR.04 @B06.FR.10 @B06.FR.11
  Scenario: A CSMS reads a variable
    Given OCPPCommCtrlr.OfflineThreshold is 300
    When the CSO asks the CSMS for GetVariables:
      | getVariableData[0].component.name | OCPPCommCtrlr    |
      | getVariableData[0].variable.name  | OfflineThreshold |
    # Other attributes may be asked for as well.
    Then the CSMS sends one of:
      | GetVariables | getVariableData[component.name=OCPPCommCtrlr, variable.name=OfflineThreshold].attributeType = absent or Actual | getVariableData[component.name=OCPPCommCtrlr, variable.name=OfflineThreshold].variable.name = present |
      | GetVariables | getVariableData[component.name=OCPPCommCtrlr, variable.name=OfflineThreshold, attributeType=Actual].length = 1   |                                                                                                      |
    And the CSO sees OCPPCommCtrlr.OfflineThreshold as 300

  @TC_B_07_CS @B06.FR.01 @B06.FR.02 @B06.FR.03 @B06.FR.04 @B06.FR.10
  Scenario: A station reads several variables
    Given OCPPCommCtrlr.OfflineThreshold is 300
    And AuthCtrlr.LocalAuthorizeOffline is true
    When the CSO has the CSMS send GetVariables:
      | getVariableData[0].component.name | OCPPCommCtrlr         |
      | getVariableData[0].variable.name  | OfflineThreshold      |
      | getVariableData[0].attributeType  | Actual                |
      | getVariableData[1].component.name | AuthCtrlr             |
      | getVariableData[1].variable.name  | LocalAuthorizeOffline |
      | getVariableData[1].attributeType  | Actual                |
    Then the station replies Accepted:
      | getVariableResult.length                                                                        | 2                        | B06.FR.01 |
      | getVariableResult[component.name=OCPPCommCtrlr, variable.name=OfflineThreshold].attributeValue  | 300                      | B06.FR.10 |
      | getVariableResult[component.name=OCPPCommCtrlr, variable.name=OfflineThreshold].attributeType   | Actual                   | B06.FR.03 |
      | getVariableResult[component.name=AuthCtrlr, variable.name=LocalAuthorizeOffline].attributeValue | true                     | B06.FR.10 |
      | getVariableResult[component.name=AuthCtrlr, variable.name=LocalAuthorizeOffline].attributeType  | Actual                   | B06.FR.03 |
      | getVariableResult[*].attributeStatusInfo.reasonCode                                             | should absent or NoError |           |

  @TC_B_07_CSMS @B06.FR.01 @B06.FR.02 @B06.FR.03
  Scenario: A CSMS reads several variables
    Given OCPPCommCtrlr.OfflineThreshold is 300
    And AuthCtrlr.AuthorizeRemoteStart is false
    When the CSO asks the CSMS for GetVariables:
      | getVariableData[0].component.name | OCPPCommCtrlr        |
      | getVariableData[0].variable.name  | OfflineThreshold     |
      | getVariableData[1].component.name | AuthCtrlr            |
      | getVariableData[1].variable.name  | AuthorizeRemoteStart |
    # In any order, and other attributes may be asked for as well.
    Then the CSMS sends one of:
      | GetVariables | getVariableData[component.name=OCPPCommCtrlr, variable.name=OfflineThreshold].attributeType = absent or Actual | getVariableData[component.name=AuthCtrlr, variable.name=AuthorizeRemoteStart].attributeType = absent or Actual | getVariableData[component.name=OCPPCommCtrlr, variable.name=OfflineThreshold].variable.name = present | getVariableData[component.name=AuthCtrlr, variable.name=AuthorizeRemoteStart].variable.name = present |
      | GetVariables | getVariableData[component.name=OCPPCommCtrlr, variable.name=OfflineThreshold, attributeType=Actual].length = 1   | getVariableData[component.name=AuthCtrlr, variable.name=AuthorizeRemoteStart, attributeType=Actual].length = 1   |                                                                                                      |                                                                                                      |
    And the CSO sees OCPPCommCtrlr.OfflineThreshold as 300
    And the CSO sees AuthCtrlr.AuthorizeRemoteStart as false

  @TC_B_08_CSMS @B06.FR.05
  Scenario: A CSMS asks for no more variables at once than the station can report
    Given DeviceDataCtrlr.ItemsPerMessage[GetVariables] is 4
    When the CSO has the CSMS send GetVariables:
      | getVariableData[0].component.name    | DeviceDataCtrlr |
      | getVariableData[0].variable.name     | ItemsPerMessage |
      | getVariableData[0].variable.instance | GetVariables    |
    Then the station replies Accepted:
      | getVariableResult[0].attributeValue | 4 |
    When the CSO asks the CSMS for GetVariables:
      | getVariableData[0].component.name    | DeviceDataCtrlr      |
      | getVariableData[0].variable.name     | ItemsPerMessage      |
      | getVariableData[0].variable.instance | GetReport            |
      | getVariableData[1].component.name    | DeviceDataCtrlr      |
      | getVariableData[1].variable.name     | ItemsPerMessage      |
      | getVariableData[1].variable.instance | GetVariables         |
      | getVariableData[2].component.name    | DeviceDataCtrlr      |
      | getVariableData[2].variable.name     | BytesPerMessage      |
      | getVariableData[2].variable.instance | GetReport            |
      | getVariableData[3].component.name    | DeviceDataCtrlr      |
      | getVariableData[3].variable.name     | BytesPerMessage      |
      | getVariableData[3].variable.instance | GetVariables         |
      | getVariableData[4].component.name    | AuthCtrlr            |
      | getVariableData[4].variable.name     | AuthorizeRemoteStart |
    # Four and one in the official case; any other way to ask for no more than four at once is as good.
    Then the CSMS sends GetVariables:
      | getVariableData.length | <= 4 | B06.FR.05 |
    And the CSMS sends GetVariables:
      | getVariableData.length | <= 4 | B06.FR.05 |
    And the CSMS sends no GetVariables for <message timeout>:
      | getVariableData.length | > 4 |
    And one GetVariables the CSMS sent has:
      | getVariableData[variable.name=ItemsPerMessage, variable.instance=GetReport].length | 1 |
    And one GetVariables the CSMS sent has:
      | getVariableData[variable.name=ItemsPerMessage, variable.instance=GetVariables].length | 1 |
    And one GetVariables the CSMS sent has:
      | getVariableData[variable.name=BytesPerMessage, variable.instance=GetReport].length | 1 |
    And one GetVariables the CSMS sent has:
      | getVariableData[variable.name=BytesPerMessage, variable.instance=GetVariables].length | 1 |
    And one GetVariables the CSMS sent has:
      | getVariableData[component.name=AuthCtrlr, variable.name=AuthorizeRemoteStart].length | 1 |

  @TC_B_32_CS @B06.FR.06
  Scenario: A station does not know the component
    When the CSO has the CSMS send GetVariables:
      | getVariableData[0].component.name | UnknownComponent |
      | getVariableData[0].variable.name  | OfflineThreshold |
      | getVariableData[0].attributeType  | absent           |
    Then the station replies UnknownComponent:
      | getVariableResult[0].component.name | UnknownComponent | B06.FR.02 |
      | getVariableResult[0].variable.name  | OfflineThreshold | B06.FR.02 |
      | getVariableResult[0].attributeValue | absent           | B06.FR.06 |

  @TC_B_33_CS @B06.FR.07
  Scenario: A station does not know the variable
    When the CSO has the CSMS send GetVariables:
      | getVariableData[0].component.name | OCPPCommCtrlr   |
      | getVariableData[0].variable.name  | UnknownVariable |
      | getVariableData[0].attributeType  | absent          |
    Then the station replies UnknownVariable:
      | getVariableResult[0].component.name | OCPPCommCtrlr   | B06.FR.02 |
      | getVariableResult[0].variable.name  | UnknownVariable | B06.FR.02 |
      | getVariableResult[0].attributeValue | absent          | B06.FR.07 |

  @TC_B_34_CS @B06.FR.08
  Scenario: A variable does not have the attribute
    When the CSO has the CSMS send GetVariables:
      | getVariableData[0].component.name | OCPPCommCtrlr    |
      | getVariableData[0].variable.name  | OfflineThreshold |
      | getVariableData[0].attributeType  | Target           |
    Then the station replies NotSupportedAttributeType:
      | getVariableResult[0].component.name | OCPPCommCtrlr    | B06.FR.02 |
      | getVariableResult[0].variable.name  | OfflineThreshold | B06.FR.02 |
      | getVariableResult[0].attributeType  | Target           | B06.FR.03 |
      | getVariableResult[0].attributeValue | absent           | B06.FR.08 |

  @OS_B_01_CS @B06.FR.09
  Scenario: A station does not tell its password
    When the CSO has the CSMS send GetVariables:
      | getVariableData[0].component.name | SecurityCtrlr     |
      | getVariableData[0].variable.name  | BasicAuthPassword |
    Then the station replies Rejected:
      | getVariableResult[0].attributeValue | absent |
