@N03
Feature: N03 Set monitoring base

  Background:
    Given MonitoringCtrlr.Enabled is true if implemented

  @TC_N_05_CS @TC_N_05_CSMS @N03.FR.01 @N03.FR.03 @N03.FR.04 @N03.FR.05
  Scenario: Every monitoring base is set
    When the CSO has the CSMS send SetMonitoringBase:
      | monitoringBase | All | N03.FR.03 |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |
    When the CSO has the CSMS send SetMonitoringBase:
      | monitoringBase | FactoryDefault | N03.FR.04 |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |
    When the CSO has the CSMS send SetMonitoringBase:
      | monitoringBase | HardWiredOnly | N03.FR.05 |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |

  @TC_N_06_CS @N03.FR.01 @N03.FR.05
  Scenario: Custom monitors go where only hard-wired ones are to stay
    Given the station is MonitorSet
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId                           | -> request        |
      | componentVariable[0].component.name | ChargingStation   |
      | componentVariable[0].variable.name  | AvailabilityState |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |
    And the station sends all parts of NotifyMonitoringReport:
      | requestId                                                                       | $request          | N02.FR.04 |
      | monitor[*].component.name                                                       | ChargingStation   | N02.FR.08 |
      | monitor[*].variable.name                                                        | AvailabilityState | N02.FR.08 |
      | monitor[variableMonitoring[*].id=$monitor].variableMonitoring[id=$monitor].type | Delta             | N02.FR.08 |
    When the CSO has the CSMS send SetMonitoringBase:
      | monitoringBase | HardWiredOnly |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId                           | -> request        |
      | componentVariable[0].component.name | ChargingStation   |
      | componentVariable[0].variable.name  | AvailabilityState |
    # Hard-wired monitors of the variable would stay.
    Then the station replies EmptyResultSet or Accepted:
      | status                | should EmptyResultSet -> status                          |
      | statusInfo.reasonCode | should absent or NotFound when $status is EmptyResultSet |
    And the scenario ends if $status is EmptyResultSet
    And the station sends all parts of NotifyMonitoringReport:
      | requestId                                         | $request | N02.FR.04 |
      | monitor[variableMonitoring[*].id=$monitor].length | 0        | N03.FR.05 |

  @TC_N_07_CS @N03.FR.02
  Scenario: A station does not know a monitoring base
    When the CSO has the CSMS send SetMonitoringBase:
      | monitoringBase | <unsupported monitoring base> |
    Then the station replies NotSupported:
      | statusInfo.reasonCode | should absent or UnsupportedParam or InvalidValue |

  @N04 @TC_N_41_CS @N03.FR.04 @N04.FR.15
  Scenario: A preconfigured monitor that was changed is as it was before
    Given the CSO has the CSMS send SetMonitoringBase:
      | monitoringBase | FactoryDefault |
    And the station replies Accepted
    And the CSO has the CSMS send GetMonitoringReport:
      | requestId | -> request |
    And the station replies Accepted
    And the station sends all parts of NotifyMonitoringReport:
      | requestId                                                                                                            | $request       |
      | monitor[variableMonitoring[*].id=<preconfigured monitor>].component                                                  | -> component   |
      | monitor[variableMonitoring[*].id=<preconfigured monitor>].variable                                                   | -> variable    |
      | monitor[variableMonitoring[*].id=<preconfigured monitor>].variableMonitoring[id=<preconfigured monitor>].transaction | -> transaction |
      | monitor[variableMonitoring[*].id=<preconfigured monitor>].variableMonitoring[id=<preconfigured monitor>].value       | -> value       |
      | monitor[variableMonitoring[*].id=<preconfigured monitor>].variableMonitoring[id=<preconfigured monitor>].type        | -> type        |
      | monitor[variableMonitoring[*].id=<preconfigured monitor>].variableMonitoring[id=<preconfigured monitor>].severity    | -> severity    |
    When the CSO has the CSMS send SetVariableMonitoring:
      | setMonitoringData[0].id          | <preconfigured monitor>             |
      | setMonitoringData[0].transaction | $transaction                        |
      | setMonitoringData[0].value       | $value                              |
      | setMonitoringData[0].type        | $type                               |
      | setMonitoringData[0].severity    | $severity + 1 when $severity is < 9 |
      | setMonitoringData[0].severity    | 5 when $severity is 9               |
      | setMonitoringData[0].severity    | -> changed                          |
      | setMonitoringData[0].component   | $component                          |
      | setMonitoringData[0].variable    | $variable                           |
    Then the station replies Accepted:
      | setMonitoringResult[0].type      | $type      |
      | setMonitoringResult[0].component | $component |
      | setMonitoringResult[0].variable  | $variable  |
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId                      | -> request |
      | componentVariable[0].component | $component |
      | componentVariable[0].variable  | $variable  |
    Then the station replies Accepted
    And the station sends all parts of NotifyMonitoringReport:
      | requestId                                                                                                         | $request   |           |
      | monitor[variableMonitoring[*].id=<preconfigured monitor>].component                                               | $component |           |
      | monitor[variableMonitoring[*].id=<preconfigured monitor>].variable                                                | $variable  |           |
      | monitor[variableMonitoring[*].id=<preconfigured monitor>].variableMonitoring[id=<preconfigured monitor>].severity | $changed   | N04.FR.15 |
    When the CSO has the CSMS send SetMonitoringBase:
      | monitoringBase | FactoryDefault |
    Then the station replies Accepted
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId                      | -> request |
      | componentVariable[0].component | $component |
      | componentVariable[0].variable  | $variable  |
    Then the station replies Accepted
    And the station sends all parts of NotifyMonitoringReport:
      | requestId                                                                                                         | $request   |           |
      | monitor[variableMonitoring[*].id=<preconfigured monitor>].component                                               | $component |           |
      | monitor[variableMonitoring[*].id=<preconfigured monitor>].variable                                                | $variable  |           |
      | monitor[variableMonitoring[*].id=<preconfigured monitor>].variableMonitoring[id=<preconfigured monitor>].severity | $severity  | N03.FR.04 |
