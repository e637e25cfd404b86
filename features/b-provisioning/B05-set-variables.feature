@B05
Feature: B05 Set variables

  @TC_B_09_CS @B05.FR.01 @B05.FR.02 @B05.FR.03 @B05.FR.10 @B05.FR.12
  Scenario: A station sets a variable
    When the CSO has the CSMS send SetVariables:
      | setVariableData[0].component.name | OCPPCommCtrlr    |
      | setVariableData[0].variable.name  | OfflineThreshold |
      | setVariableData[0].attributeType  | Actual           |
      | setVariableData[0].attributeValue | 300              |
    Then the station replies Accepted:
      | setVariableResult.length                            | 1                        | B05.FR.01 |
      | setVariableResult[0].component.name                 | OCPPCommCtrlr            | B05.FR.02 |
      | setVariableResult[0].variable.name                  | OfflineThreshold         | B05.FR.02 |
      | setVariableResult[0].attributeType                  | Actual                   | B05.FR.03 |
      | setVariableResult[0].attributeStatusInfo.reasonCode | should absent or NoError |           |

  @TC_B_09_CSMS @B05.FR.01 @B05.FR.02 @B05.FR.03 @B05.FR.10 @B05.FR.12
  Scenario: A CSMS sets a variable
    When the CSO has the CSMS send SetVariables:
      | setVariableData[0].component.name | OCPPCommCtrlr    |
      | setVariableData[0].variable.name  | OfflineThreshold |
      | setVariableData[0].attributeType  | absent or Actual |
      | setVariableData[0].attributeValue | 123              |
    Then the station replies Accepted
    And the CSO sees OCPPCommCtrlr.OfflineThreshold as 123

  @TC_B_10_CS @B05.FR.01 @B05.FR.02 @B05.FR.03 @B05.FR.10 @B05.FR.12
  Scenario: A station sets several variables
    When the CSO has the CSMS send SetVariables:
      | setVariableData[0].component.name | OCPPCommCtrlr         |
      | setVariableData[0].variable.name  | OfflineThreshold      |
      | setVariableData[0].attributeType  | Actual                |
      | setVariableData[0].attributeValue | 300                   |
      | setVariableData[1].component.name | AuthCtrlr             |
      | setVariableData[1].variable.name  | LocalAuthorizeOffline |
      | setVariableData[1].attributeType  | Actual                |
      | setVariableData[1].attributeValue | true                  |
    Then the station replies:
      | setVariableResult.length                                                                                | 2                        | B05.FR.01 |
      | setVariableResult[component.name=OCPPCommCtrlr, variable.name=OfflineThreshold].attributeStatus         | Accepted                 | B05.FR.10 |
      | setVariableResult[component.name=OCPPCommCtrlr, variable.name=OfflineThreshold].attributeType           | Actual                   | B05.FR.03 |
      | setVariableResult[component.name=AuthCtrlr, variable.name=LocalAuthorizeOffline].attributeStatus        | Accepted                 | B05.FR.10 |
      | setVariableResult[component.name=AuthCtrlr, variable.name=LocalAuthorizeOffline].attributeType          | Actual                   | B05.FR.03 |
      | setVariableResult[component.name=OCPPCommCtrlr].attributeStatusInfo.reasonCode                          | should absent or NoError |           |
      | setVariableResult[component.name=AuthCtrlr].attributeStatusInfo.reasonCode                              | should absent or NoError |           |

  @TC_B_10_CSMS @B05.FR.01 @B05.FR.02 @B05.FR.03
  Scenario: A CSMS sets several variables
    When the CSO asks the CSMS for SetVariables:
      | setVariableData[0].component.name | OCPPCommCtrlr        |
      | setVariableData[0].variable.name  | OfflineThreshold     |
      | setVariableData[0].attributeValue | 123                  |
      | setVariableData[1].component.name | AuthCtrlr            |
      | setVariableData[1].variable.name  | AuthorizeRemoteStart |
      | setVariableData[1].attributeValue | false                |
    # In any order.
    Then the CSMS sends SetVariables:
      | setVariableData.length                                                                             | 2                |
      | setVariableData[component.name=OCPPCommCtrlr, variable.name=OfflineThreshold].attributeValue       | 123              |
      | setVariableData[component.name=OCPPCommCtrlr, variable.name=OfflineThreshold].attributeType        | absent or Actual |
      | setVariableData[component.name=AuthCtrlr, variable.name=AuthorizeRemoteStart].attributeValue       | false            |
      | setVariableData[component.name=AuthCtrlr, variable.name=AuthorizeRemoteStart].attributeType        | absent or Actual |
    And the station replies Accepted
    And the CSO sees OCPPCommCtrlr.OfflineThreshold as 123
    And the CSO sees AuthCtrlr.AuthorizeRemoteStart as false

  @TC_B_35_CS @B05.FR.04
  Scenario: A station does not know the component
    When the CSO has the CSMS send SetVariables:
      | setVariableData[0].component.name | UnknownComponent |
      | setVariableData[0].variable.name  | OfflineThreshold |
      | setVariableData[0].attributeType  | absent           |
      | setVariableData[0].attributeValue | 300              |
    Then the station replies UnknownComponent:
      | setVariableResult[0].component.name | UnknownComponent | B05.FR.02 |
      | setVariableResult[0].variable.name  | OfflineThreshold | B05.FR.02 |

  @TC_B_36_CS @B05.FR.05
  Scenario: A station does not know the variable
    When the CSO has the CSMS send SetVariables:
      | setVariableData[0].component.name | OCPPCommCtrlr   |
      | setVariableData[0].variable.name  | UnknownVariable |
      | setVariableData[0].attributeType  | absent          |
      | setVariableData[0].attributeValue | 300             |
    Then the station replies UnknownVariable:
      | setVariableResult[0].component.name | OCPPCommCtrlr   | B05.FR.02 |
      | setVariableResult[0].variable.name  | UnknownVariable | B05.FR.02 |

  @TC_B_37_CS @B05.FR.06
  Scenario: A variable does not have the attribute
    When the CSO has the CSMS send SetVariables:
      | setVariableData[0].component.name | OCPPCommCtrlr    |
      | setVariableData[0].variable.name  | OfflineThreshold |
      | setVariableData[0].attributeType  | Target           |
      | setVariableData[0].attributeValue | 300              |
    Then the station replies NotSupportedAttributeType:
      | setVariableResult[0].component.name | OCPPCommCtrlr    | B05.FR.02 |
      | setVariableResult[0].variable.name  | OfflineThreshold | B05.FR.02 |
      | setVariableResult[0].attributeType  | Target           | B05.FR.03 |

  @TC_B_11_CS @B05.FR.07
  Scenario Outline: A value of the wrong form is turned down: <component>.<variable> = <value>
    When the CSO has the CSMS send SetVariables:
      | setVariableData[0].component.name | <component> |
      | setVariableData[0].variable.name  | <variable>  |
      | setVariableData[0].attributeValue | <value>     |
    Then the station replies <status>:
      | setVariableResult[0].component.name                 | <component>                    | B05.FR.02 |
      | setVariableResult[0].variable.name                  | <variable>                     | B05.FR.02 |
      | setVariableResult[0].attributeType                  | Actual                         | B05.FR.12 |
      | setVariableResult[0].attributeStatus                | any -> status                  |           |
      | setVariableResult[0].attributeStatusInfo.reasonCode | should absent or <reason> when $status is Rejected |           |

    Examples: Every station has these
      | component     | variable             | value                     | status               | reason       |
      | OCPPCommCtrlr | OfflineThreshold     | <offline threshold>       | Accepted             | NoError      |
      | OCPPCommCtrlr | OfflineThreshold     | <offline threshold> + 0.1 | Rejected             | InvalidValue |
      | OCPPCommCtrlr | OfflineThreshold     | true                      | Rejected             | InvalidValue |
      | OCPPCommCtrlr | OfflineThreshold     | now                       | Rejected             | InvalidValue |
      | OCPPCommCtrlr | OfflineThreshold     | abc                       | Rejected             | InvalidValue |
      | AuthCtrlr     | AuthorizeRemoteStart | <offline threshold>       | Rejected             | InvalidValue |
      | AuthCtrlr     | AuthorizeRemoteStart | <offline threshold> + 0.1 | Rejected             | InvalidValue |
      | AuthCtrlr     | AuthorizeRemoteStart | true                      | Accepted or Rejected | ReadOnly     |
      | AuthCtrlr     | AuthorizeRemoteStart | now                       | Rejected             | InvalidValue |
      | AuthCtrlr     | AuthorizeRemoteStart | abc                       | Rejected             | InvalidValue |

    Examples: These only some stations have, and a percentage may be out of range
      | component          | variable                         | value                     | status                                                  | reason       |
      | SmartChargingCtrlr | LimitChangeSignificance          | <offline threshold>       | Accepted or Rejected or UnknownComponent or UnknownVariable | InvalidValue |
      | SmartChargingCtrlr | LimitChangeSignificance          | <offline threshold> + 0.1 | Accepted or Rejected or UnknownComponent or UnknownVariable | InvalidValue |
      | SmartChargingCtrlr | LimitChangeSignificance          | true                      | Rejected or UnknownComponent or UnknownVariable         | InvalidValue |
      | SmartChargingCtrlr | LimitChangeSignificance          | now                       | Rejected or UnknownComponent or UnknownVariable         | InvalidValue |
      | SmartChargingCtrlr | LimitChangeSignificance          | abc                       | Rejected or UnknownComponent or UnknownVariable         | InvalidValue |
      | ClockCtrlr         | NextTimeOffsetTransitionDateTime | <offline threshold>       | Rejected or UnknownVariable                             | InvalidValue |
      | ClockCtrlr         | NextTimeOffsetTransitionDateTime | <offline threshold> + 0.1 | Rejected or UnknownVariable                             | InvalidValue |
      | ClockCtrlr         | NextTimeOffsetTransitionDateTime | true                      | Rejected or UnknownVariable                             | InvalidValue |
      | ClockCtrlr         | NextTimeOffsetTransitionDateTime | now                       | Accepted or Rejected or UnknownVariable                 | InvalidValue |
      | ClockCtrlr         | NextTimeOffsetTransitionDateTime | abc                       | Rejected or UnknownVariable                             | InvalidValue |

  @TC_B_39_CS @B05.FR.09
  Scenario: A variable can only be read
    When the CSO has the CSMS send SetVariables:
      | setVariableData[0].component.name    | OCPPCommCtrlr  |
      | setVariableData[0].variable.name     | MessageTimeout |
      | setVariableData[0].variable.instance | Default        |
      | setVariableData[0].attributeType     | absent         |
      | setVariableData[0].attributeValue    | 60             |
    Then the station replies Rejected:
      | setVariableResult[0].component.name    | OCPPCommCtrlr  | B05.FR.02 |
      | setVariableResult[0].variable.name     | MessageTimeout | B05.FR.02 |
      | setVariableResult[0].variable.instance | Default        | B05.FR.02 |
