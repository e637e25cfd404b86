@N06
Feature: N06 Clear monitoring

  Background:
    Given MonitoringCtrlr.Enabled is true if implemented

  @TC_N_18_CS @N06.FR.01 @N06.FR.05
  Scenario: Monitors are cleared
    Given MonitoringCtrlr.ItemsPerMessage[ClearVariableMonitoring] is >= 2 if implemented
    And the station is MonitorSet:
      | id | first |
    And the station is MonitorSet:
      | component | EVSE   |
      | evse      | <EVSE> |
      | id        | second |
    When the CSO has the CSMS send ClearVariableMonitoring:
      | id[0] | $first  |
      | id[1] | $second |
    Then the station replies Accepted:
      | clearMonitoringResult.length                   | 2                        | N06.FR.05 |
      | clearMonitoringResult[id=$first].status        | Accepted                 | N06.FR.01 |
      | clearMonitoringResult[id=$second].status       | Accepted                 | N06.FR.01 |
      | clearMonitoringResult[*].statusInfo.reasonCode | should absent or NoError |           |
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId                              | -> request        |
      | componentVariable[0].component.name    | ChargingStation   |
      | componentVariable[0].variable.name     | AvailabilityState |
      | componentVariable[1].component.name    | EVSE              |
      | componentVariable[1].component.evse.id | <EVSE>            |
      | componentVariable[1].variable.name     | AvailabilityState |
    # Hard-wired monitors of the variable would stay.
    Then the station replies EmptyResultSet or Accepted:
      | status                | should EmptyResultSet -> status                          |
      | statusInfo.reasonCode | should absent or NotFound when $status is EmptyResultSet |
    And the scenario ends if $status is EmptyResultSet
    And the station sends all parts of NotifyMonitoringReport:
      | requestId                                        | $request | N02.FR.04 |
      | monitor[variableMonitoring[*].id=$first].length  | 0        | N06.FR.01 |
      | monitor[variableMonitoring[*].id=$second].length | 0        | N06.FR.01 |

  # A monitor that was cleared is one that there is not, whatever ids the station gives.
  @TC_N_19_CS @N06.FR.02
  Scenario: A monitor that there is not cannot be cleared
    Given the station is MonitorSet
    And the CSO has the CSMS send ClearVariableMonitoring:
      | id[0] | $monitor |
    And the station replies Accepted
    When the CSO has the CSMS send ClearVariableMonitoring:
      | id[0] | $monitor |
    Then the station replies NotFound:
      | clearMonitoringResult[0].id                    | $monitor                  |
      | clearMonitoringResult[0].statusInfo.reasonCode | should absent or NotFound |

  # With this base the station has no other monitors than the hard-wired ones.
  @TC_N_44_CS @N06.FR.03
  Scenario: A hard-wired monitor cannot be cleared
    Given the CSO has the CSMS send SetMonitoringBase:
      | monitoringBase | HardWiredOnly |
    And the station replies Accepted
    And the CSO has the CSMS send GetMonitoringReport
    And the station replies Accepted
    And the station sends all parts of NotifyMonitoringReport:
      | monitor[0].variableMonitoring[0].id | -> monitor |
    When the CSO has the CSMS send ClearVariableMonitoring:
      | id[0] | $monitor |
    Then the station replies Rejected:
      | clearMonitoringResult[0].id | $monitor |

  @TC_N_44_CSMS @N06.FR.03
  Scenario: A CSMS hears that a monitor cannot be cleared
    When the CSO has the CSMS send ClearVariableMonitoring:
      | id[0] | -> monitor |
    Then the station replies:
      | clearMonitoringResult[0].id     | $monitor |
      | clearMonitoringResult[0].status | Rejected |

  @TC_N_18_CSMS @N06.FR.04
  Scenario: A CSMS clears more monitors than one request may name
    Given MonitoringCtrlr.ItemsPerMessage[ClearVariableMonitoring] is 2
    When the CSO has the CSMS send GetVariables:
      | getVariableData[0].component.name    | MonitoringCtrlr         |
      | getVariableData[0].variable.name     | ItemsPerMessage         |
      | getVariableData[0].variable.instance | ClearVariableMonitoring |
    Then the station replies Accepted:
      | getVariableResult[0].attributeValue | 2 |
    When the CSO asks the CSMS for ClearVariableMonitoring:
      | id[0] | 101 |
      | id[1] | 102 |
      | id[2] | 103 |
    Then the CSMS sends ClearVariableMonitoring:
      | id.length | <= 2 | N06.FR.04 |
    And the station replies
    And the CSMS sends ClearVariableMonitoring:
      | id.length | <= 2 | N06.FR.04 |
    And the station replies
    And every ClearVariableMonitoring the CSMS sent has:
      | id.length | <= 2 | N06.FR.04 |
