Feature: States of monitors

  Scenario Outline: MonitorSet
    When the CSO has the CSMS send SetVariableMonitoring:
      | setMonitoringData[0].component.name    | <component> |
      | setMonitoringData[0].component.evse.id | <evse>      |
      | setMonitoringData[0].variable.name     | <variable>  |
      | setMonitoringData[0].type              | <type>      |
      | setMonitoringData[0].value             | <value>     |
      | setMonitoringData[0].severity          | <severity>  |
    Then the station replies Accepted:
      | setMonitoringResult[0].id | -> <id> |

    Examples:
      | component       | evse   | variable          | type  | value | severity | id      |
      | ChargingStation | absent | AvailabilityState | Delta | 1     | 8        | monitor |

  Scenario Outline: NumberMonitored
    When the CSO has the CSMS send SetVariableMonitoring:
      | setMonitoringData[0].component | <numeric component> |
      | setMonitoringData[0].variable  | <numeric variable>  |
      | setMonitoringData[0].type      | <type>              |
      | setMonitoringData[0].value     | <value>             |
      | setMonitoringData[0].severity  | <severity>          |
    Then the station replies Accepted:
      | setMonitoringResult[0].id | -> <id> |

    Examples:
      | type           | value            | severity | id      |
      | UpperThreshold | <exceeded value> | 5        | monitor |

  Scenario Outline: MonitoringLevelSet
    When the CSO has the CSMS send SetMonitoringLevel:
      | severity | <severity> |
    Then the station replies Accepted

    Examples:
      | severity |
      | 8        |
