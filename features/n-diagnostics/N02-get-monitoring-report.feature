@N02
Feature: N02 Get monitoring report

  Background:
    Given MonitoringCtrlr.Enabled is true if implemented

  @TC_N_01_CS @N02.FR.01 @N02.FR.03 @N02.FR.04 @N02.FR.05 @N02.FR.06 @N02.FR.09 @N02.FR.12 @N02.FR.13 @N02.FR.14
  Scenario: Reports of monitors of one kind, and of two
    Given the station is NumberMonitored:
      | type  | LowerThreshold   |
      | value | <undercut value> |
      | id    | lower            |
    And the station is NumberMonitored:
      | type  | UpperThreshold   |
      | value | <exceeded value> |
      | id    | upper            |
    And the station is NumberMonitored:
      | type  | Periodic           |
      | value | <aligned interval> |
      | id    | periodic           |
    And the station is NumberMonitored:
      | type  | Delta   |
      | value | <delta> |
      | id    | delta   |
    And the station is NumberMonitored:
      | type  | PeriodicClockAligned |
      | value | <aligned interval>   |
      | id    | aligned              |
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId             | -> request          |
      | monitoringCriteria[0] | ThresholdMonitoring |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |
    And the station sends all parts of NotifyMonitoringReport:
      | requestId                                                                   | $request                         | N02.FR.04 |
      | monitor[*].variableMonitoring[*].type                                       | UpperThreshold or LowerThreshold | N02.FR.12 |
      | monitor[variableMonitoring[*].id=$lower].variableMonitoring[id=$lower].type | LowerThreshold                   | N02.FR.12 |
      | monitor[variableMonitoring[*].id=$upper].variableMonitoring[id=$upper].type | UpperThreshold                   | N02.FR.12 |
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId             | -> request          |
      | monitoringCriteria[0] | ThresholdMonitoring |
      | monitoringCriteria[1] | DeltaMonitoring     |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |
    And the station sends all parts of NotifyMonitoringReport:
      | requestId                                                                   | $request                                  | N02.FR.04 |
      | monitor[*].variableMonitoring[*].type                                       | UpperThreshold or LowerThreshold or Delta | N02.FR.13 |
      | monitor[variableMonitoring[*].id=$lower].variableMonitoring[id=$lower].type | LowerThreshold                            | N02.FR.12 |
      | monitor[variableMonitoring[*].id=$upper].variableMonitoring[id=$upper].type | UpperThreshold                            | N02.FR.12 |
      | monitor[variableMonitoring[*].id=$delta].variableMonitoring[id=$delta].type | Delta                                     | N02.FR.13 |
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId             | -> request         |
      | monitoringCriteria[0] | DeltaMonitoring    |
      | monitoringCriteria[1] | PeriodicMonitoring |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |
    And the station sends all parts of NotifyMonitoringReport:
      | requestId                                                                         | $request                                  | N02.FR.04 |
      | monitor[*].variableMonitoring[*].type                                             | Delta or Periodic or PeriodicClockAligned | N02.FR.14 |
      | monitor[variableMonitoring[*].id=$delta].variableMonitoring[id=$delta].type       | Delta                                     | N02.FR.13 |
      | monitor[variableMonitoring[*].id=$periodic].variableMonitoring[id=$periodic].type | Periodic                                  | N02.FR.14 |
      | monitor[variableMonitoring[*].id=$aligned].variableMonitoring[id=$aligned].type   | PeriodicClockAligned                      | N02.FR.14 |

  @TC_N_02_CS @N02.FR.01 @N02.FR.03 @N02.FR.04 @N02.FR.05 @N02.FR.08 @N02.FR.09 @N02.FR.16
  Scenario: A report of the monitors of a variable and of a component
    Given the station is MonitorSet:
      | id | first |
    And the station is MonitorSet:
      | component | EVSE   |
      | evse      | <EVSE> |
      | id        | second |
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId                              | -> request        |
      | componentVariable[0].component.name    | ChargingStation   |
      | componentVariable[0].variable.name     | AvailabilityState |
      | componentVariable[1].component.name    | EVSE              |
      | componentVariable[1].component.evse.id | <EVSE>            |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |
    And the station sends all parts of NotifyMonitoringReport:
      | requestId                                                                     | $request                | N02.FR.04 |
      | monitor[*].component.name                                                     | ChargingStation or EVSE | N02.FR.08 |
      | monitor[component.name=ChargingStation].variable.name                         | AvailabilityState       | N02.FR.08 |
      | monitor[component.name=EVSE].component.evse.id                                | <EVSE>                  | N02.FR.08 |
      | monitor[variableMonitoring[*].id=$first].component.name                       | ChargingStation         | N02.FR.08 |
      | monitor[variableMonitoring[*].id=$first].variableMonitoring[id=$first].type   | Delta                   | N02.FR.08 |
      | monitor[variableMonitoring[*].id=$second].component.name                      | EVSE                    | N02.FR.16 |
      | monitor[variableMonitoring[*].id=$second].variable.name                       | AvailabilityState       | N02.FR.16 |
      | monitor[variableMonitoring[*].id=$second].variableMonitoring[id=$second].type | Delta                   | N02.FR.16 |

  @TC_N_03_CS @N02.FR.01 @N02.FR.03 @N02.FR.04 @N02.FR.05 @N02.FR.09 @N02.FR.10 @N02.FR.13
  Scenario: A report of the monitors of a kind of some variables
    Given the station is MonitorSet:
      | id | first |
    And the station is MonitorSet:
      | component | EVSE   |
      | evse      | <EVSE> |
      | id        | second |
    When the CSO has the CSMS send GetMonitoringReport:
      | monitoringCriteria[0]                  | ThresholdMonitoring |
      | componentVariable[0].component.name    | ChargingStation     |
      | componentVariable[0].variable.name     | AvailabilityState   |
      | componentVariable[1].component.name    | EVSE                |
      | componentVariable[1].component.evse.id | <EVSE>              |
      | componentVariable[1].variable.name     | AvailabilityState   |
    Then the station replies EmptyResultSet:
      | statusInfo.reasonCode | should absent or NotFound |
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId                              | -> request        |
      | monitoringCriteria[0]                  | DeltaMonitoring   |
      | componentVariable[0].component.name    | ChargingStation   |
      | componentVariable[0].variable.name     | AvailabilityState |
      | componentVariable[1].component.name    | EVSE              |
      | componentVariable[1].component.evse.id | <EVSE>            |
      | componentVariable[1].variable.name     | AvailabilityState |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |
    And the station sends all parts of NotifyMonitoringReport:
      | requestId                                                | $request                | N02.FR.04 |
      | monitor[*].component.name                                | ChargingStation or EVSE | N02.FR.05 |
      | monitor[component.name=EVSE].component.evse.id           | <EVSE>                  | N02.FR.05 |
      | monitor[*].variable.name                                 | AvailabilityState       | N02.FR.05 |
      | monitor[*].variableMonitoring[*].type                    | Delta                   | N02.FR.13 |
      | monitor[variableMonitoring[*].id=$first].component.name  | ChargingStation         | N02.FR.05 |
      | monitor[variableMonitoring[*].id=$second].component.name | EVSE                    | N02.FR.05 |

  @TC_N_04_CS @N02.FR.02
  Scenario: A station does not know one of the criteria
    When the CSO has the CSMS send GetMonitoringReport:
      | monitoringCriteria[0] | DeltaMonitoring                    |
      | monitoringCriteria[1] | <unsupported monitoring criterion> |
      | componentVariable     | absent                             |
    Then the station replies NotSupported:
      | statusInfo.reasonCode | should absent or UnsupportedParam or InvalidValue |

  @TC_N_47_CS @N02.FR.01 @N02.FR.11
  Scenario: A report of every monitor there is
    Given the station is MonitorSet:
      | id | first |
    And the station is MonitorSet:
      | component | EVSE   |
      | evse      | <EVSE> |
      | id        | second |
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId          | -> request |
      | monitoringCriteria | absent     |
      | componentVariable  | absent     |
    Then the station replies Accepted
    And the station sends all parts of NotifyMonitoringReport:
      | requestId                                                                     | $request          | N02.FR.04 |
      | monitor[variableMonitoring[*].id=$first].component.name                       | ChargingStation   | N02.FR.11 |
      | monitor[variableMonitoring[*].id=$first].variable.name                        | AvailabilityState | N02.FR.11 |
      | monitor[variableMonitoring[*].id=$first].variableMonitoring[id=$first].type   | Delta             | N02.FR.11 |
      | monitor[variableMonitoring[*].id=$second].component.name                      | EVSE              | N02.FR.11 |
      | monitor[variableMonitoring[*].id=$second].component.evse.id                   | <EVSE>            | N02.FR.11 |
      | monitor[variableMonitoring[*].id=$second].variable.name                       | AvailabilityState | N02.FR.11 |
      | monitor[variableMonitoring[*].id=$second].variableMonitoring[id=$second].type | Delta             | N02.FR.11 |

  @TC_N_47_CSMS @N02.FR.01 @N02.FR.11
  Scenario: A CSMS asks for every monitor there is
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId          | -> request |
      | monitoringCriteria | absent     |
      | componentVariable  | absent     |
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

  @TC_N_01_CSMS @N02.FR.05 @N02.FR.06 @N02.FR.10
  Scenario: A CSMS asks for monitors of a kind
    When the CSO has the CSMS send GetMonitoringReport:
      | monitoringCriteria.length | 1               |
      | monitoringCriteria[0]     | DeltaMonitoring |
      | componentVariable         | absent          |
    Then the station replies EmptyResultSet
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId                 | -> request          |
      | monitoringCriteria.length | 1                   |
      | monitoringCriteria[0]     | ThresholdMonitoring |
      | componentVariable         | absent              |
    Then the station replies Accepted
    And the station sends NotifyMonitoringReport:
      | requestId                                 | $request        |
      | tbc                                       | false           |
      | seqNo                                     | 0               |
      | monitor[0].component.name                 | ChargingStation |
      | monitor[0].variable.name                  | Power           |
      | monitor[0].variableMonitoring[0].id       | 1               |
      | monitor[0].variableMonitoring[0].type     | UpperThreshold  |
      | monitor[0].variableMonitoring[0].value    | 20000           |
      | monitor[0].variableMonitoring[0].severity | 5               |
    And the CSMS replies
    And the CSO sees the monitors of ChargingStation.Power as UpperThreshold

  @TC_N_02_CSMS @N02.FR.05 @N02.FR.08 @N02.FR.10
  Scenario: A CSMS asks for the monitors of a variable
    When the CSO has the CSMS send GetMonitoringReport:
      | monitoringCriteria                      | absent          |
      | componentVariable.length                | 1               |
      | componentVariable[0].component.name     | ChargingStation |
      | componentVariable[0].component.instance | absent          |
      | componentVariable[0].variable.name      | Power           |
      | componentVariable[0].variable.instance  | absent          |
    Then the station replies EmptyResultSet
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId                               | -> request        |
      | monitoringCriteria                      | absent            |
      | componentVariable.length                | 1                 |
      | componentVariable[0].component.name     | EVSE              |
      | componentVariable[0].component.instance | absent            |
      | componentVariable[0].component.evse.id  | <EVSE>            |
      | componentVariable[0].variable.name      | AvailabilityState |
      | componentVariable[0].variable.instance  | absent            |
    Then the station replies Accepted
    And the station sends NotifyMonitoringReport:
      | requestId                                 | $request          |
      | tbc                                       | false             |
      | seqNo                                     | 0                 |
      | monitor[0].component.name                 | EVSE              |
      | monitor[0].component.evse.id              | <EVSE>            |
      | monitor[0].variable.name                  | AvailabilityState |
      | monitor[0].variableMonitoring[0].id       | 1                 |
      | monitor[0].variableMonitoring[0].type     | Delta             |
      | monitor[0].variableMonitoring[0].value    | 1                 |
      | monitor[0].variableMonitoring[0].severity | 8                 |
    And the CSMS replies
    And the CSO sees the monitors of EVSE.AvailabilityState as Delta

  @TC_N_03_CSMS @N02.FR.05 @N02.FR.10
  Scenario: A CSMS asks for monitors of a kind on one variable
    When the CSO has the CSMS send GetMonitoringReport:
      | monitoringCriteria.length              | 1                 |
      | monitoringCriteria[0]                  | DeltaMonitoring   |
      | componentVariable.length               | 1                 |
      | componentVariable[0].component.name    | EVSE              |
      | componentVariable[0].component.evse.id | <EVSE>            |
      | componentVariable[0].variable.name     | AvailabilityState |
    Then the station replies EmptyResultSet
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId                           | -> request          |
      | monitoringCriteria.length           | 1                   |
      | monitoringCriteria[0]               | ThresholdMonitoring |
      | componentVariable.length            | 1                   |
      | componentVariable[0].component.name | ChargingStation     |
      | componentVariable[0].variable.name  | Power               |
    Then the station replies Accepted
    And the station sends NotifyMonitoringReport:
      | requestId                                 | $request        |
      | tbc                                       | false           |
      | seqNo                                     | 0               |
      | monitor[0].component.name                 | ChargingStation |
      | monitor[0].variable.name                  | Power           |
      | monitor[0].variableMonitoring[0].id       | 1               |
      | monitor[0].variableMonitoring[0].type     | UpperThreshold  |
      | monitor[0].variableMonitoring[0].value    | 20000           |
      | monitor[0].variableMonitoring[0].severity | 5               |
    And the CSMS replies
    And the CSO sees the monitors of ChargingStation.Power as UpperThreshold

  # In which order the CSMS names them is up to it.
  @TC_N_60_CSMS @N02.FR.05 @N02.FR.10
  Scenario: A CSMS asks for monitors of a kind on some variables
    When the CSO asks the CSMS for GetMonitoringReport:
      | monitoringCriteria[0]                  | ThresholdMonitoring |
      | componentVariable[0].component.name    | ChargingStation     |
      | componentVariable[0].variable.name     | Power               |
      | componentVariable[1].component.name    | EVSE                |
      | componentVariable[1].component.evse.id | <EVSE>              |
      | componentVariable[1].variable.name     | Power               |
    Then the CSMS sends GetMonitoringReport:
      | monitoringCriteria.length                                        | 1                   |
      | monitoringCriteria[0]                                            | ThresholdMonitoring |
      | componentVariable.length                                         | 2                   |
      | componentVariable[component.name=ChargingStation].length         | 1                   |
      | componentVariable[component.name=ChargingStation].component.evse | absent              |
      | componentVariable[component.name=EVSE].component.evse.id         | <EVSE>              |
      | componentVariable[*].variable.name                               | Power               |
    And the station replies EmptyResultSet
    When the CSO asks the CSMS for GetMonitoringReport:
      | monitoringCriteria[0]                  | DeltaMonitoring   |
      | componentVariable[0].component.name    | ChargingStation   |
      | componentVariable[0].variable.name     | AvailabilityState |
      | componentVariable[1].component.name    | EVSE              |
      | componentVariable[1].component.evse.id | <EVSE>            |
      | componentVariable[1].variable.name     | AvailabilityState |
    Then the CSMS sends GetMonitoringReport:
      | requestId                                                        | any -> request    |
      | monitoringCriteria.length                                        | 1                 |
      | monitoringCriteria[0]                                            | DeltaMonitoring   |
      | componentVariable.length                                         | 2                 |
      | componentVariable[component.name=ChargingStation].length         | 1                 |
      | componentVariable[component.name=ChargingStation].component.evse | absent            |
      | componentVariable[component.name=EVSE].component.evse.id         | <EVSE>            |
      | componentVariable[*].variable.name                               | AvailabilityState |
    And the station replies Accepted
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
    And the CSO sees the monitors of ChargingStation.AvailabilityState as Delta
    And the CSO sees the monitors of EVSE.AvailabilityState as Delta
