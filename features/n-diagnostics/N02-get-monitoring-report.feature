@N02
Feature: N02 Get monitoring report

  @TC_N_47_CS @N02.FR.01 @N02.FR.11
  Scenario: A report of every monitor there is
    Given the station is MonitorSet:
      | component | ChargingStation   |
      | variable  | AvailabilityState |
      | type      | Delta             |
    And the station is MonitorSet:
      | component | EVSE              |
      | evse      | <EVSE>            |
      | variable  | AvailabilityState |
      | type      | Delta             |
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId          | -> request |
      | monitoringCriteria | absent     |
      | componentVariable  | absent     |
    Then the station replies Accepted
    And the station sends all parts of NotifyMonitoringReport:
      | requestId                                                                                              | $request | N02.FR.01 |
      | monitor[component.name=ChargingStation, variable.name=AvailabilityState].variableMonitoring[type=Delta].id | present | N02.FR.11 |
      | monitor[component.name=EVSE, component.evse.id=<EVSE>, variable.name=AvailabilityState].variableMonitoring[type=Delta].id | present | N02.FR.11 |

  @TC_N_60_CSMS @N02.FR.05 @N02.FR.10
  Scenario: A CSMS asks for monitors of a kind on some variables
    When the CSO has the CSMS send GetMonitoringReport:
      | monitoringCriteria[0]                  | ThresholdMonitoring |
      | componentVariable[0].component.name    | ChargingStation     |
      | componentVariable[0].variable.name     | Power               |
      | componentVariable[1].component.name    | EVSE                |
      | componentVariable[1].component.evse.id | <EVSE>              |
      | componentVariable[1].variable.name     | Power               |
    Then the station replies EmptyResultSet
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId                              | -> request        |
      | monitoringCriteria[0]                  | DeltaMonitoring   |
      | componentVariable[0].component.name    | ChargingStation   |
      | componentVariable[0].variable.name     | AvailabilityState |
      | componentVariable[1].component.name    | EVSE              |
      | componentVariable[1].component.evse.id | <EVSE>            |
      | componentVariable[1].variable.name     | AvailabilityState |
    Then the station replies Accepted
    And the station sends NotifyMonitoringReport:
      | requestId                                 | $request          |
      | tbc                                       | true              |
      | seqNo                                     | 0                 |
      | monitor[0].component.name                 | ChargingStation   |
      | monitor[0].variable.name                  | AvailabilityState |
      | monitor[0].variableMonitoring[0].id       | 1                 |
      | monitor[0].variableMonitoring[0].type     | Delta             |
      | monitor[0].variableMonitoring[0].value    | 1                 |
      | monitor[0].variableMonitoring[0].severity | 8                 |
    And the CSMS replies
    And the station sends NotifyMonitoringReport:
      | requestId                                 | $request          |
      | tbc                                       | false             |
      | seqNo                                     | 1                 |
      | monitor[0].component.name                 | EVSE              |
      | monitor[0].component.evse.id              | <EVSE>            |
      | monitor[0].variable.name                  | AvailabilityState |
      | monitor[0].variableMonitoring[0].id       | 2                 |
      | monitor[0].variableMonitoring[0].type     | Delta             |
      | monitor[0].variableMonitoring[0].value    | 1                 |
      | monitor[0].variableMonitoring[0].severity | 8                 |
    And the CSMS replies
