@N04
Feature: N04 Set variable monitoring

  Background:
    Given MonitoringCtrlr.Enabled is true if implemented

  @TC_N_08_CS @N04.FR.01 @N04.FR.02 @N04.FR.08 @N04.FR.11
  Scenario: A monitor is set and reported
    When the CSO has the CSMS send SetVariableMonitoring:
      | setMonitoringData.length               | 1                 |
      | setMonitoringData[0].component.name    | EVSE              |
      | setMonitoringData[0].component.evse.id | <EVSE>            |
      | setMonitoringData[0].variable.name     | AvailabilityState |
      | setMonitoringData[0].type              | Delta             |
      | setMonitoringData[0].value             | 1                 |
      | setMonitoringData[0].severity          | 8                 |
    Then the station replies Accepted:
      | setMonitoringResult.length                   | 1                        | N04.FR.01 |
      | setMonitoringResult[0].id                    | any -> monitor           | N04.FR.11 |
      | setMonitoringResult[0].type                  | Delta                    |           |
      | setMonitoringResult[0].severity              | 8                        |           |
      | setMonitoringResult[0].component.name        | EVSE                     | N04.FR.02 |
      | setMonitoringResult[0].component.evse.id     | <EVSE>                   | N04.FR.02 |
      | setMonitoringResult[0].variable.name         | AvailabilityState        | N04.FR.02 |
      | setMonitoringResult[0].statusInfo.reasonCode | should absent or NoError |           |
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId                              | -> request        |
      | componentVariable[0].component.name    | EVSE              |
      | componentVariable[0].component.evse.id | <EVSE>            |
      | componentVariable[0].variable.name     | AvailabilityState |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |
    And the station sends all parts of NotifyMonitoringReport:
      | requestId                                                                           | $request          | N02.FR.04 |
      | monitor[variableMonitoring[*].id=$monitor].component.name                           | EVSE              | N04.FR.08 |
      | monitor[variableMonitoring[*].id=$monitor].component.evse.id                        | <EVSE>            | N04.FR.08 |
      | monitor[variableMonitoring[*].id=$monitor].variable.name                            | AvailabilityState | N04.FR.08 |
      | monitor[variableMonitoring[*].id=$monitor].variableMonitoring[id=$monitor].type     | Delta             | N04.FR.08 |
      | monitor[variableMonitoring[*].id=$monitor].variableMonitoring[id=$monitor].value    | 1                 | N04.FR.08 |
      | monitor[variableMonitoring[*].id=$monitor].variableMonitoring[id=$monitor].severity | 8                 | N04.FR.08 |

  @TC_N_08_CSMS @N04.FR.01 @N04.FR.02 @N04.FR.17
  Scenario: A CSMS sets a monitor
    When the CSO has the CSMS send SetVariableMonitoring:
      | setMonitoringData[0].component.name    | EVSE              |           |
      | setMonitoringData[0].component.evse.id | <EVSE>            |           |
      | setMonitoringData[0].variable.name     | AvailabilityState |           |
      | setMonitoringData[0].type              | Delta             |           |
      | setMonitoringData[0].value             | should 1          | N04.FR.17 |
      | setMonitoringData[0].severity          | 8                 |           |
    Then the station replies Accepted

  @TC_N_09_CS @N04.FR.01 @N04.FR.02 @N04.FR.08 @N04.FR.11
  Scenario: Monitors are set on two components
    Given MonitoringCtrlr.ItemsPerMessage[SetVariableMonitoring] is >= 2 if implemented
    When the CSO has the CSMS send SetVariableMonitoring:
      | setMonitoringData[0].component.name    | EVSE              |
      | setMonitoringData[0].component.evse.id | <EVSE>            |
      | setMonitoringData[0].variable.name     | AvailabilityState |
      | setMonitoringData[0].type              | Delta             |
      | setMonitoringData[0].value             | 1                 |
      | setMonitoringData[0].severity          | <severity>        |
      | setMonitoringData[1].component.name    | ChargingStation   |
      | setMonitoringData[1].variable.name     | AvailabilityState |
      | setMonitoringData[1].type              | Delta             |
      | setMonitoringData[1].value             | 1                 |
      | setMonitoringData[1].severity          | <severity>        |
    Then the station replies Accepted:
      | setMonitoringResult.length                                 | 2                        | N04.FR.01 |
      | setMonitoringResult[component.name=EVSE].component.evse.id | <EVSE>                   | N04.FR.02 |
      | setMonitoringResult[component.name=EVSE].id                | any -> first             | N04.FR.11 |
      | setMonitoringResult[component.name=ChargingStation].id     | any -> second            | N04.FR.11 |
      | setMonitoringResult[*].variable.name                       | AvailabilityState        | N04.FR.02 |
      | setMonitoringResult[*].type                                | Delta                    |           |
      | setMonitoringResult[*].severity                            | <severity>               |           |
      | setMonitoringResult[*].statusInfo.reasonCode               | should absent or NoError |           |
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId                              | -> request        |
      | componentVariable[0].component.name    | EVSE              |
      | componentVariable[0].component.evse.id | <EVSE>            |
      | componentVariable[0].variable.name     | AvailabilityState |
      | componentVariable[1].component.name    | ChargingStation   |
      | componentVariable[1].variable.name     | AvailabilityState |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |
    And the station sends all parts of NotifyMonitoringReport:
      | requestId                                                                         | $request          | N02.FR.04 |
      | monitor[variableMonitoring[*].id=$first].component.name                           | EVSE              | N04.FR.08 |
      | monitor[variableMonitoring[*].id=$first].component.evse.id                        | <EVSE>            | N04.FR.08 |
      | monitor[variableMonitoring[*].id=$first].variable.name                            | AvailabilityState | N04.FR.08 |
      | monitor[variableMonitoring[*].id=$first].variableMonitoring[id=$first].type       | Delta             | N04.FR.08 |
      | monitor[variableMonitoring[*].id=$first].variableMonitoring[id=$first].severity   | <severity>        | N04.FR.08 |
      | monitor[variableMonitoring[*].id=$second].component.name                          | ChargingStation   | N04.FR.08 |
      | monitor[variableMonitoring[*].id=$second].variable.name                           | AvailabilityState | N04.FR.08 |
      | monitor[variableMonitoring[*].id=$second].variableMonitoring[id=$second].type     | Delta             | N04.FR.08 |
      | monitor[variableMonitoring[*].id=$second].variableMonitoring[id=$second].severity | <severity>        | N04.FR.08 |

  # In which order the CSMS puts them is up to it.
  @TC_N_09_CSMS @N04.FR.01 @N04.FR.02 @N04.FR.17
  Scenario: A CSMS sets monitors on two components
    When the CSO asks the CSMS for SetVariableMonitoring:
      | setMonitoringData[0].component.name    | EVSE              |
      | setMonitoringData[0].component.evse.id | <EVSE>            |
      | setMonitoringData[0].variable.name     | AvailabilityState |
      | setMonitoringData[0].type              | Delta             |
      | setMonitoringData[0].value             | 1                 |
      | setMonitoringData[0].severity          | 8                 |
      | setMonitoringData[1].component.name    | ChargingStation   |
      | setMonitoringData[1].variable.name     | AvailabilityState |
      | setMonitoringData[1].type              | Delta             |
      | setMonitoringData[1].value             | 1                 |
      | setMonitoringData[1].severity          | 8                 |
    Then the CSMS sends SetVariableMonitoring:
      | setMonitoringData.length                                         | 2                 |           |
      | setMonitoringData[component.name=EVSE].component.evse.id         | <EVSE>            |           |
      | setMonitoringData[component.name=ChargingStation].component.evse | absent            |           |
      | setMonitoringData[component.name=ChargingStation].length         | 1                 |           |
      | setMonitoringData[*].variable.name                               | AvailabilityState |           |
      | setMonitoringData[*].type                                        | Delta             |           |
      | setMonitoringData[*].value                                       | should 1          | N04.FR.17 |
      | setMonitoringData[*].severity                                    | 8                 |           |
    And the station replies Accepted

  # That both were accepted does not show that both are there.
  @TC_N_10_CS @N04.FR.01 @N04.FR.02 @N04.FR.08 @N04.FR.11
  Scenario: Two monitors of one variable differ in severity
    Given MonitoringCtrlr.ItemsPerMessage[SetVariableMonitoring] is >= 2 if implemented
    When the CSO has the CSMS send SetVariableMonitoring:
      | setMonitoringData[0].component.name    | EVSE              |
      | setMonitoringData[0].component.evse.id | <EVSE>            |
      | setMonitoringData[0].variable.name     | AvailabilityState |
      | setMonitoringData[0].type              | Delta             |
      | setMonitoringData[0].value             | 1                 |
      | setMonitoringData[0].severity          | 8                 |
      | setMonitoringData[1].component.name    | EVSE              |
      | setMonitoringData[1].component.evse.id | <EVSE>            |
      | setMonitoringData[1].variable.name     | AvailabilityState |
      | setMonitoringData[1].type              | Delta             |
      | setMonitoringData[1].value             | 1                 |
      | setMonitoringData[1].severity          | 7                 |
    Then the station replies Accepted:
      | setMonitoringResult.length                   | 2                                | N04.FR.01 |
      | setMonitoringResult[severity=8].id           | any -> first                     | N04.FR.11 |
      | setMonitoringResult[severity=7].id           | not $first and present -> second | N04.FR.11 |
      | setMonitoringResult[*].type                  | Delta                            |           |
      | setMonitoringResult[*].component.name        | EVSE                             | N04.FR.02 |
      | setMonitoringResult[*].component.evse.id     | <EVSE>                           | N04.FR.02 |
      | setMonitoringResult[*].variable.name         | AvailabilityState                | N04.FR.02 |
      | setMonitoringResult[*].statusInfo.reasonCode | should absent or NoError         |           |
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId                              | -> request        |
      | componentVariable[0].component.name    | EVSE              |
      | componentVariable[0].component.evse.id | <EVSE>            |
      | componentVariable[0].variable.name     | AvailabilityState |
    Then the station replies Accepted
    And the station sends all parts of NotifyMonitoringReport:
      | requestId                                                                         | $request | N02.FR.04 |
      | monitor[variableMonitoring[*].id=$first].variableMonitoring[id=$first].severity   | 8        | N04.FR.08 |
      | monitor[variableMonitoring[*].id=$second].variableMonitoring[id=$second].severity | 7        | N04.FR.08 |

  @TC_N_11_CS @N04.FR.03
  Scenario: Nothing can be monitored that is not there
    Given MonitoringCtrlr.ItemsPerMessage[SetVariableMonitoring] is >= 2 if implemented
    When the CSO has the CSMS send SetVariableMonitoring:
      | setMonitoringData[0].component.name    | EVSE              |
      | setMonitoringData[0].component.evse.id | 99                |
      | setMonitoringData[0].variable.name     | AvailabilityState |
      | setMonitoringData[0].type              | Delta             |
      | setMonitoringData[0].value             | 1                 |
      | setMonitoringData[0].severity          | <severity>        |
      | setMonitoringData[1].component.name    | NonExistent       |
      | setMonitoringData[1].variable.name     | Power             |
      | setMonitoringData[1].type              | UpperThreshold    |
      | setMonitoringData[1].value             | 1234              |
      | setMonitoringData[1].severity          | <severity>        |
    Then the station replies:
      | setMonitoringResult.length                                            | 2                                        | N04.FR.01 |
      | setMonitoringResult[*].id                                             | absent                                   |           |
      | setMonitoringResult[*].severity                                       | <severity>                               |           |
      | setMonitoringResult[component.name=EVSE].status                       | UnknownComponent or Rejected             | N04.FR.03 |
      | setMonitoringResult[component.name=EVSE].type                         | Delta                                    |           |
      | setMonitoringResult[component.name=EVSE].component.evse.id            | 99                                       | N04.FR.02 |
      | setMonitoringResult[component.name=EVSE].variable.name                | AvailabilityState                        | N04.FR.02 |
      | setMonitoringResult[component.name=EVSE].statusInfo.reasonCode        | should absent or UnknownEvse or NotFound |           |
      | setMonitoringResult[component.name=NonExistent].status                | UnknownComponent or UnknownVariable      | N04.FR.03 |
      | setMonitoringResult[component.name=NonExistent].type                  | UpperThreshold                           |           |
      | setMonitoringResult[component.name=NonExistent].variable.name         | Power                                    | N04.FR.02 |
      | setMonitoringResult[component.name=NonExistent].statusInfo.reasonCode | should absent or NotFound                |           |

  @TC_N_12_CS @N04.FR.14
  Scenario: A delta cannot be negative
    When the CSO has the CSMS send SetVariableMonitoring:
      | setMonitoringData[0].component | <numeric component> |
      | setMonitoringData[0].variable  | <numeric variable>  |
      | setMonitoringData[0].type      | Delta               |
      | setMonitoringData[0].value     | -1                  |
      | setMonitoringData[0].severity  | <severity>          |
    Then the station replies Rejected:
      | setMonitoringResult[0].id                    | absent                                                |           |
      | setMonitoringResult[0].type                  | Delta                                                 |           |
      | setMonitoringResult[0].severity              | <severity>                                            |           |
      | setMonitoringResult[0].component             | <numeric component>                                   | N04.FR.02 |
      | setMonitoringResult[0].variable              | <numeric variable>                                    | N04.FR.02 |
      | setMonitoringResult[0].statusInfo.reasonCode | should absent or ValueOutOfRange or ValuePositiveOnly |           |

  @TC_N_13_CS @N04.FR.06
  Scenario: A threshold has to be within the limits of the variable
    When the CSO has the CSMS send SetVariableMonitoring:
      | setMonitoringData[0].component | <numeric component>    |
      | setMonitoringData[0].variable  | <numeric variable>     |
      | setMonitoringData[0].type      | UpperThreshold         |
      | setMonitoringData[0].value     | <value beyond maximum> |
      | setMonitoringData[0].severity  | <severity>             |
    Then the station replies Rejected:
      | setMonitoringResult[0].id                    | absent                           |           |
      | setMonitoringResult[0].type                  | UpperThreshold                   |           |
      | setMonitoringResult[0].severity              | <severity>                       |           |
      | setMonitoringResult[0].component             | <numeric component>              | N04.FR.02 |
      | setMonitoringResult[0].variable              | <numeric variable>               | N04.FR.02 |
      | setMonitoringResult[0].statusInfo.reasonCode | should absent or ValueOutOfRange |           |

  @TC_N_15_CS @N04.FR.10
  Scenario: A variable has one monitor of a type and severity
    Given MonitoringCtrlr.ItemsPerMessage[SetVariableMonitoring] is >= 2 if implemented
    When the CSO has the CSMS send SetVariableMonitoring:
      | setMonitoringData[0].component.name    | EVSE              |
      | setMonitoringData[0].component.evse.id | <EVSE>            |
      | setMonitoringData[0].variable.name     | AvailabilityState |
      | setMonitoringData[0].type              | Delta             |
      | setMonitoringData[0].value             | 1                 |
      | setMonitoringData[0].severity          | <severity>        |
      | setMonitoringData[1].component.name    | EVSE              |
      | setMonitoringData[1].component.evse.id | <EVSE>            |
      | setMonitoringData[1].variable.name     | AvailabilityState |
      | setMonitoringData[1].type              | Delta             |
      | setMonitoringData[1].value             | 1                 |
      | setMonitoringData[1].severity          | <severity>        |
    Then the station replies:
      | setMonitoringResult.length                                  | 2                             | N04.FR.01 |
      | setMonitoringResult[status=Accepted].length                 | 1                             | N04.FR.10 |
      | setMonitoringResult[status=Accepted].id                     | present                       | N04.FR.11 |
      | setMonitoringResult[status=Accepted].statusInfo.reasonCode  | should absent or NoError      |           |
      | setMonitoringResult[status=Duplicate].length                | 1                             | N04.FR.10 |
      | setMonitoringResult[status=Duplicate].statusInfo.reasonCode | should absent or InvalidValue |           |
      | setMonitoringResult[*].type                                 | Delta                         |           |
      | setMonitoringResult[*].severity                             | <severity>                    |           |
      | setMonitoringResult[*].component.name                       | EVSE                          | N04.FR.02 |
      | setMonitoringResult[*].component.evse.id                    | <EVSE>                        | N04.FR.02 |
      | setMonitoringResult[*].variable.name                        | AvailabilityState             | N04.FR.02 |

  @TC_N_37_CS @N04.FR.04
  Scenario: A component does not have the variable
    When the CSO has the CSMS send SetVariableMonitoring:
      | setMonitoringData[0].component.name    | EVSE            |
      | setMonitoringData[0].component.evse.id | <EVSE>          |
      | setMonitoringData[0].variable.name     | unknownVariable |
      | setMonitoringData[0].type              | Delta           |
      | setMonitoringData[0].value             | 1               |
      | setMonitoringData[0].severity          | <severity>      |
    Then the station replies UnknownVariable:
      | setMonitoringResult[0].type           | Delta           |           |
      | setMonitoringResult[0].severity       | <severity>      |           |
      | setMonitoringResult[0].component.name | EVSE            | N04.FR.02 |
      | setMonitoringResult[0].variable.name  | unknownVariable | N04.FR.02 |

  @TC_N_38_CS @N04.FR.05
  Scenario: There is no threshold for what is no number
    When the CSO has the CSMS send SetVariableMonitoring:
      | setMonitoringData[0].component.name    | EVSE              |
      | setMonitoringData[0].component.evse.id | <EVSE>            |
      | setMonitoringData[0].variable.name     | AvailabilityState |
      | setMonitoringData[0].type              | UpperThreshold    |
      | setMonitoringData[0].value             | 1                 |
      | setMonitoringData[0].severity          | <severity>        |
    Then the station replies UnsupportedMonitorType or Rejected:
      | setMonitoringResult[0].type           | UpperThreshold    |           |
      | setMonitoringResult[0].component.name | EVSE              | N04.FR.02 |
      | setMonitoringResult[0].variable.name  | AvailabilityState | N04.FR.02 |

  @TC_N_39_CS @N04.FR.16
  Scenario: A monitor stays with its variable
    When the CSO has the CSMS send SetVariableMonitoring:
      | setMonitoringData[0].component | <text component> |
      | setMonitoringData[0].variable  | <text variable>  |
      | setMonitoringData[0].type      | Delta            |
      | setMonitoringData[0].value     | 1                |
    Then the station replies Accepted:
      | setMonitoringResult[0].id        | any -> monitor   | N04.FR.11 |
      | setMonitoringResult[0].type      | Delta            |           |
      | setMonitoringResult[0].component | <text component> | N04.FR.02 |
      | setMonitoringResult[0].variable  | <text variable>  | N04.FR.02 |
    When the CSO has the CSMS send SetVariableMonitoring:
      | setMonitoringData[0].id        | $monitor            |
      | setMonitoringData[0].component | <numeric component> |
      | setMonitoringData[0].variable  | <numeric variable>  |
      | setMonitoringData[0].type      | Delta               |
      | setMonitoringData[0].value     | 1                   |
    Then the station replies Rejected:
      | setMonitoringResult[0].type      | Delta               |           |
      | setMonitoringResult[0].component | <numeric component> | N04.FR.02 |
      | setMonitoringResult[0].variable  | <numeric variable>  | N04.FR.02 |
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId | -> request |
    Then the station replies Accepted
    And the station sends all parts of NotifyMonitoringReport:
      | requestId                                                                        | $request         | N02.FR.04 |
      | monitor[variableMonitoring[*].id=$monitor].component                             | <text component> | N04.FR.16 |
      | monitor[variableMonitoring[*].id=$monitor].variable                              | <text variable>  | N04.FR.16 |
      | monitor[variableMonitoring[*].id=$monitor].variableMonitoring[id=$monitor].type  | Delta            | N04.FR.16 |
      | monitor[variableMonitoring[*].id=$monitor].variableMonitoring[id=$monitor].value | 1                | N04.FR.16 |

  @TC_N_40_CS @N04.FR.12
  Scenario: A monitor is replaced
    Given the station is MonitorSet:
      | component | EVSE   |
      | evse      | <EVSE> |
      | severity  | 5      |
    When the CSO has the CSMS send SetVariableMonitoring:
      | setMonitoringData[0].id                | $monitor          |
      | setMonitoringData[0].component.name    | EVSE              |
      | setMonitoringData[0].component.evse.id | <EVSE>            |
      | setMonitoringData[0].variable.name     | AvailabilityState |
      | setMonitoringData[0].type              | Delta             |
      | setMonitoringData[0].value             | 1                 |
      | setMonitoringData[0].severity          | 4                 |
    Then the station replies Accepted:
      | setMonitoringResult[0].type           | Delta             |           |
      | setMonitoringResult[0].component.name | EVSE              | N04.FR.02 |
      | setMonitoringResult[0].variable.name  | AvailabilityState | N04.FR.02 |
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId                              | -> request        |
      | monitoringCriteria[0]                  | DeltaMonitoring   |
      | componentVariable[0].component.name    | EVSE              |
      | componentVariable[0].component.evse.id | <EVSE>            |
      | componentVariable[0].variable.name     | AvailabilityState |
    Then the station replies Accepted
    And the station sends all parts of NotifyMonitoringReport:
      | requestId                                                                           | $request          | N02.FR.04 |
      | monitor[*].component.name                                                           | EVSE              | N02.FR.05 |
      | monitor[*].component.evse.id                                                        | <EVSE>            | N02.FR.05 |
      | monitor[*].variable.name                                                            | AvailabilityState | N02.FR.05 |
      | monitor[variableMonitoring[*].id=$monitor].variableMonitoring[id=$monitor].type     | Delta             | N04.FR.12 |
      | monitor[variableMonitoring[*].id=$monitor].variableMonitoring[id=$monitor].severity | 4                 | N04.FR.12 |

  @TC_N_43_CS @N04.FR.06 @N04.FR.08 @N04.FR.14
  Scenario: Monitors are set although one between them cannot be
    Given MonitoringCtrlr.ItemsPerMessage[SetVariableMonitoring] is >= 3 if implemented
    When the CSO has the CSMS send SetVariableMonitoring:
      | setMonitoringData[0].component | <numeric component> |
      | setMonitoringData[0].variable  | <numeric variable>  |
      | setMonitoringData[0].type      | UpperThreshold      |
      | setMonitoringData[0].value     | <exceeded value>    |
      | setMonitoringData[1].component | <numeric component> |
      | setMonitoringData[1].variable  | <numeric variable>  |
      | setMonitoringData[1].type      | Delta               |
      | setMonitoringData[1].value     | -1                  |
      | setMonitoringData[2].component | <numeric component> |
      | setMonitoringData[2].variable  | <numeric variable>  |
      | setMonitoringData[2].type      | LowerThreshold      |
      | setMonitoringData[2].value     | <undercut value>    |
    Then the station replies:
      | setMonitoringResult.length                                     | 3                        | N04.FR.01 |
      | setMonitoringResult[type=UpperThreshold].status                | Accepted                 | N04.FR.08 |
      | setMonitoringResult[type=UpperThreshold].statusInfo.reasonCode | should absent or NoError |           |
      | setMonitoringResult[type=Delta].status                         | Rejected                 | N04.FR.14 |
      | setMonitoringResult[type=LowerThreshold].status                | Accepted                 | N04.FR.08 |
      | setMonitoringResult[type=LowerThreshold].statusInfo.reasonCode | should absent or NoError |           |
