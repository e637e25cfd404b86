@N07
Feature: N07 Alert events

  @TC_N_20_CS @N07.FR.02 @N07.FR.06 @N07.FR.07 @N07.FR.16 @N07.FR.17
  Scenario: Power rises above a threshold, returns, and drops below another one
    Given MonitoringCtrlr.Enabled is true if implemented
    And the CSO has the CSMS send SetMonitoringBase:
      | monitoringBase | All |
    And the station replies Accepted
    And the station is NumberMonitored:
      | type  | UpperThreshold   |
      | value | <exceeded value> |
      | id    | upper            |
    And the station is MonitoringLevelSet
    # Without energy, nothing is exceeded.
    And the station sends no NotifyEvent for <tolerance>:
      | eventData[variableMonitoringId=$upper].eventId | any |
    When the station becomes EnergyTransferStarted
    Then the station eventually sends NotifyEvent:
      | seqNo                                                | 0                     | N07.FR.07 |
      | eventData[variableMonitoringId=$upper].trigger       | Alerting              | N07.FR.16 |
      | eventData[variableMonitoringId=$upper].actualValue   | > <exceeded value>    | N07.FR.16 |
      | eventData[variableMonitoringId=$upper].cleared       | absent or false       | N07.FR.16 |
      | eventData[variableMonitoringId=$upper].transactionId | should $transactionId |           |
      | eventData[variableMonitoringId=$upper].component     | <numeric component>   | N07.FR.06 |
      | eventData[variableMonitoringId=$upper].variable      | <numeric variable>    | N07.FR.06 |
    When the CSO has the CSMS send SetVariableMonitoring:
      | setMonitoringData[0].component | <numeric component> |
      | setMonitoringData[0].variable  | <numeric variable>  |
      | setMonitoringData[0].type      | LowerThreshold      |
      | setMonitoringData[0].value     | <undercut value>    |
      | setMonitoringData[0].severity  | 5                   |
    Then the station replies Accepted:
      | setMonitoringResult[0].id | -> lower |
    When the station becomes StopAuthorized
    Then the station eventually sends NotifyEvent:
      | seqNo                                                        | 0                     | N07.FR.07 |
      | eventData[variableMonitoringId=$upper].trigger               | Alerting              | N07.FR.02 |
      | eventData[variableMonitoringId=$upper].actualValue           | <= <exceeded value>   | N07.FR.02 |
      | eventData[variableMonitoringId=$upper].cleared               | true                  | N07.FR.02 |
      | eventData[variableMonitoringId=$upper].transactionId         | should $transactionId |           |
      | eventData[variableMonitoringId=$upper].eventNotificationType | CustomMonitor         |           |
      | eventData[variableMonitoringId=$upper].component             | <numeric component>   | N07.FR.06 |
      | eventData[variableMonitoringId=$upper].variable              | <numeric variable>    | N07.FR.06 |
    # The other event may come in the same message or in one of its own, before or after.
    And the station sends no NotifyEvent for <message timeout>:
      | eventData[variableMonitoringId=$upper].cleared | absent or false |
      | eventData[variableMonitoringId=$upper].trigger | Alerting        |
    And one NotifyEvent the station sent has:
      | seqNo                                                        | 0                     | N07.FR.07 |
      | eventData[variableMonitoringId=$lower].trigger               | Alerting              | N07.FR.17 |
      | eventData[variableMonitoringId=$lower].actualValue           | < <undercut value>    | N07.FR.17 |
      | eventData[variableMonitoringId=$lower].cleared               | absent or false       | N07.FR.17 |
      | eventData[variableMonitoringId=$lower].transactionId         | should $transactionId |           |
      | eventData[variableMonitoringId=$lower].eventNotificationType | CustomMonitor         |           |
      | eventData[variableMonitoringId=$lower].component             | <numeric component>   | N07.FR.06 |
      | eventData[variableMonitoringId=$lower].variable              | <numeric variable>    | N07.FR.06 |

  @TC_N_21_CS
  Scenario: A station tells what it is made to tell
    Given MonitoringCtrlr.Enabled is true if implemented
    When the operator causes a hard-wired notification
    Then the station eventually sends NotifyEvent:
      | seqNo                                                          | 0   | N07.FR.07 |
      | eventData[eventNotificationType=HardWiredNotification].eventId | any |           |

  @TC_N_21_CSMS @N07.FR.03
  Scenario: A CSMS takes what a hard-wired monitor tells
    When the station sends NotifyEvent:
      | seqNo                              | 0                 |
      | eventData[0].eventId               | 1                 |
      | eventData[0].trigger               | Delta             |
      | eventData[0].actualValue           | Occupied          |
      | eventData[0].eventNotificationType | HardWiredMonitor  |
      | eventData[0].variableMonitoringId  | 1                 |
      | eventData[0].component.name        | EVSE              |
      | eventData[0].component.evse.id     | <EVSE>            |
      | eventData[0].variable.name         | AvailabilityState |
    Then the CSMS replies

  @TC_N_22_CS @N07.FR.04
  Scenario: A severe event from the time offline is told afterwards
    Given MonitoringCtrlr.Enabled is true if implemented
    And MonitoringCtrlr.OfflineQueuingSeverity is <severity>
    And the station is MonitorSet:
      | component | EVSE       |
      | evse      | <EVSE>     |
      | severity  | <severity> |
    And the station is MonitoringLevelSet:
      | severity | 9 |
    When the CSMS accepts no connections
    And the EV driver plugs in
    And <transaction duration> pass
    And the CSMS accepts connections again
    Then the station connects
    And the station eventually sends NotifyEvent:
      | eventData[variableMonitoringId=$monitor].trigger           | Delta             | N07.FR.04 |
      | eventData[variableMonitoringId=$monitor].actualValue       | Occupied          | N07.FR.04 |
      | eventData[variableMonitoringId=$monitor].component.name    | EVSE              | N07.FR.06 |
      | eventData[variableMonitoringId=$monitor].component.evse.id | <EVSE>            | N07.FR.06 |
      | eventData[variableMonitoringId=$monitor].variable.name     | AvailabilityState | N07.FR.06 |

  @TC_N_23_CS @N07.FR.04
  Scenario: Events from the time offline that are not severe enough are not told
    Given MonitoringCtrlr.Enabled is true if implemented
    And MonitoringCtrlr.ItemsPerMessage[SetVariableMonitoring] is >= 2 if implemented
    And TxCtrlr.TxStartPoint is any -> start
    And MonitoringCtrlr.OfflineQueuingSeverity is <severity>
    And the CSO has the CSMS send SetVariableMonitoring:
      | setMonitoringData[0].component.name             | EVSE              |
      | setMonitoringData[0].component.evse.id          | <EVSE>            |
      | setMonitoringData[0].variable.name              | AvailabilityState |
      | setMonitoringData[0].type                       | Delta             |
      | setMonitoringData[0].value                      | 1                 |
      | setMonitoringData[0].severity                   | <severity> + 1    |
      | setMonitoringData[1].component.name             | Connector         |
      | setMonitoringData[1].component.evse.id          | <EVSE>            |
      | setMonitoringData[1].component.evse.connectorId | <connector>       |
      | setMonitoringData[1].variable.name              | AvailabilityState |
      | setMonitoringData[1].type                       | Delta             |
      | setMonitoringData[1].value                      | 1                 |
      | setMonitoringData[1].severity                   | <severity> + 1    |
    And the station replies Accepted:
      | setMonitoringResult[component.name=EVSE].id      | -> evse      |
      | setMonitoringResult[component.name=Connector].id | -> connector |
    And the station is MonitoringLevelSet:
      | severity | 9 |
    When the station becomes EVConnectedPreSession
    # Both events may come in one message or in two, in any order.
    Then the station sends no NotifyEvent for <message timeout>:
      | eventData[variableMonitoringId=$evse].actualValue | Available |
    And one NotifyEvent the station sent has:
      | eventData[variableMonitoringId=$connector].trigger                    | Delta             |           |
      | eventData[variableMonitoringId=$connector].actualValue                | Occupied          |           |
      | eventData[variableMonitoringId=$connector].component.name             | Connector         | N07.FR.06 |
      | eventData[variableMonitoringId=$connector].component.evse.id          | <EVSE>            | N07.FR.06 |
      | eventData[variableMonitoringId=$connector].component.evse.connectorId | <connector>       | N07.FR.06 |
      | eventData[variableMonitoringId=$connector].variable.name              | AvailabilityState | N07.FR.06 |
    And one NotifyEvent the station sent has:
      | eventData[variableMonitoringId=$evse].trigger           | Delta             |           |
      | eventData[variableMonitoringId=$evse].actualValue       | Occupied          |           |
      | eventData[variableMonitoringId=$evse].component.name    | EVSE              | N07.FR.06 |
      | eventData[variableMonitoringId=$evse].component.evse.id | <EVSE>            | N07.FR.06 |
      | eventData[variableMonitoringId=$evse].variable.name     | AvailabilityState | N07.FR.06 |
    When the CSMS accepts no connections
    And the EV driver unplugs
    And the EV driver plugs in
    And <transaction duration> pass
    And the CSMS accepts connections again
    Then the station connects
    And the station sends no NotifyEvent for <message timeout>:
      | eventData[variableMonitoringId=$evse].eventId | any | N07.FR.04 |
    And the station sends no NotifyEvent for <message timeout>:
      | eventData[variableMonitoringId=$connector].eventId | any | N07.FR.04 |
    And the scenario ends if $start is not contains EVConnected and not contains ParkingBayOccupancy
    And one TransactionEvent the station sent has:
      | triggerReason                 | EVCommunicationLost |
      | transactionInfo.chargingState | Idle                |
    And one TransactionEvent the station sent has:
      | triggerReason                 | CablePluggedIn |
      | transactionInfo.chargingState | EVConnected    |

  @TC_N_45_CS @N07.FR.06 @N07.FR.07 @N07.FR.18
  Scenario: A number changes by more than its delta
    Given MonitoringCtrlr.Enabled is true if implemented
    And the station is NumberMonitored:
      | type  | Delta   |
      | value | <delta> |
    And the station is MonitoringLevelSet
    # Without energy, nothing changes.
    And the station sends no NotifyEvent for <tolerance>:
      | eventData[variableMonitoringId=$monitor].eventId | any |
    When the station becomes EnergyTransferStarted
    Then the station eventually sends NotifyEvent:
      | seqNo                                              | 0                   | N07.FR.07 |
      | eventData[variableMonitoringId=$monitor].trigger   | Delta               | N07.FR.18 |
      | eventData[variableMonitoringId=$monitor].component | <numeric component> | N07.FR.06 |
      | eventData[variableMonitoringId=$monitor].variable  | <numeric variable>  | N07.FR.06 |

  @TC_N_56_CS @N07.FR.06 @N07.FR.07 @N07.FR.19
  Scenario: A text changes
    Given MonitoringCtrlr.Enabled is true if implemented
    And the CSO has the CSMS send SetVariableMonitoring:
      | setMonitoringData[0].component | <text component> |
      | setMonitoringData[0].variable  | <text variable>  |
      | setMonitoringData[0].type      | Delta            |
      | setMonitoringData[0].value     | 1                |
      | setMonitoringData[0].severity  | 5                |
    And the station replies Accepted:
      | setMonitoringResult[0].id | -> monitor |
    And the station is MonitoringLevelSet
    When the EV driver plugs in
    Then the station eventually sends NotifyEvent:
      | seqNo                                              | 0                | N07.FR.07 |
      | eventData[variableMonitoringId=$monitor].trigger   | Delta            | N07.FR.19 |
      | eventData[variableMonitoringId=$monitor].component | <text component> | N07.FR.06 |
      | eventData[variableMonitoringId=$monitor].variable  | <text variable>  | N07.FR.06 |

  # While the station connects with its new password, it is offline.
  @TC_N_48_CS @N07.FR.10
  Scenario: Nobody is told what can only be written
    Given the connection uses security profile 1 or 2
    And MonitoringCtrlr.Enabled is true if implemented
    And MonitoringCtrlr.OfflineQueuingSeverity is 9 if implemented
    And the station is MonitorSet:
      | component | SecurityCtrlr     |
      | variable  | BasicAuthPassword |
      | severity  | 5                 |
    And the station is MonitoringLevelSet
    When the CSO has the CSMS send SetVariables:
      | setVariableData[0].component.name | SecurityCtrlr     |
      | setVariableData[0].variable.name  | BasicAuthPassword |
      | setVariableData[0].attributeValue | <new password>    |
    Then the station replies Accepted or RebootRequired:
      | setVariableResult[0].attributeStatus | -> status |
    And the scenario ends if $status is RebootRequired
    And the station eventually sends NotifyEvent:
      | eventData[variableMonitoringId=$monitor].trigger     | Delta | N07.FR.19 |
      | eventData[variableMonitoringId=$monitor].actualValue | ""    | N07.FR.10 |

  @TC_N_48_CSMS @N07.FR.03 @N07.FR.10
  Scenario: A CSMS takes an event without a value
    When the station sends NotifyEvent:
      | seqNo                              | 0                 |
      | eventData[0].eventId               | 1                 |
      | eventData[0].trigger               | Delta             |
      | eventData[0].actualValue           | ""                |
      | eventData[0].eventNotificationType | CustomMonitor     |
      | eventData[0].variableMonitoringId  | 1                 |
      | eventData[0].component.name        | SecurityCtrlr     |
      | eventData[0].variable.name         | BasicAuthPassword |
    Then the CSMS replies

  @TC_N_61_CS @N07.FR.18
  Scenario: A number has to change by more than its delta, in one step or in several
    Given MonitoringCtrlr.Enabled is true if implemented
    And OCPPCommCtrlr.OfflineThreshold is any -> threshold
    And the station is MonitorSet:
      | component | OCPPCommCtrlr    |
      | variable  | OfflineThreshold |
      | severity  | 5                |
    And the station is MonitoringLevelSet
    When OCPPCommCtrlr.OfflineThreshold is $threshold + 1
    Then the station sends no NotifyEvent for <message timeout>:
      | eventData[variableMonitoringId=$monitor].eventId | any | N07.FR.18 |
    When OCPPCommCtrlr.OfflineThreshold is $threshold + 2
    Then the station eventually sends NotifyEvent:
      | eventData[variableMonitoringId=$monitor].trigger     | Delta          | N07.FR.18 |
      | eventData[variableMonitoringId=$monitor].actualValue | $threshold + 2 | N07.FR.18 |

  @TC_N_51_CS @N07.FR.11
  Scenario: A threshold is changed to one that is exceeded already
    Given MonitoringCtrlr.Enabled is true if implemented
    And the station is EnergyTransferStarted
    And the station is MonitoringLevelSet
    And the station is NumberMonitored:
      | type  | UpperThreshold         |
      | value | <value never exceeded> |
    # It is not exceeded while energy flows.
    And the station sends no NotifyEvent for <tolerance>:
      | eventData[variableMonitoringId=$monitor].eventId | any |
    When the CSO has the CSMS send SetVariableMonitoring:
      | setMonitoringData[0].id        | $monitor            |
      | setMonitoringData[0].component | <numeric component> |
      | setMonitoringData[0].variable  | <numeric variable>  |
      | setMonitoringData[0].type      | UpperThreshold      |
      | setMonitoringData[0].value     | <exceeded value>    |
      | setMonitoringData[0].severity  | 5                   |
    Then the station replies Accepted:
      | setMonitoringResult[0].type      | UpperThreshold      |           |
      | setMonitoringResult[0].severity  | 5                   |           |
      | setMonitoringResult[0].component | <numeric component> | N04.FR.02 |
      | setMonitoringResult[0].variable  | <numeric variable>  | N04.FR.02 |
    And the station eventually sends NotifyEvent:
      | eventData[variableMonitoringId=$monitor].trigger     | Alerting           | N07.FR.11 |
      | eventData[variableMonitoringId=$monitor].actualValue | > <exceeded value> | N07.FR.11 |

  @TC_N_52_CS @N07.FR.12
  Scenario: Nothing is told of a threshold whose monitor has been removed
    Given MonitoringCtrlr.Enabled is true if implemented
    And the station is NumberMonitored
    And the station is MonitoringLevelSet
    # Without energy, nothing is exceeded.
    And the station sends no NotifyEvent for <tolerance>:
      | eventData[variableMonitoringId=$monitor].eventId | any |
    When the station becomes EnergyTransferStarted
    Then the station eventually sends NotifyEvent:
      | eventData[variableMonitoringId=$monitor].trigger   | Alerting            | N07.FR.16 |
      | eventData[variableMonitoringId=$monitor].component | <numeric component> | N07.FR.06 |
      | eventData[variableMonitoringId=$monitor].variable  | <numeric variable>  | N07.FR.06 |
    When the CSO has the CSMS send ClearVariableMonitoring:
      | id[0] | $monitor |
    Then the station replies Accepted:
      | clearMonitoringResult[0].id | $monitor |
    And the station sends no NotifyEvent for <tolerance>:
      | eventData[variableMonitoringId=$monitor].cleared | true | N07.FR.12 |
    When the station becomes StopAuthorized
    Then the station sends no NotifyEvent for <message timeout>:
      | eventData[variableMonitoringId=$monitor].cleared | true | N07.FR.12 |
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId                      | -> request          |
      | monitoringCriteria[0]          | ThresholdMonitoring |
      | componentVariable[0].component | <numeric component> |
      | componentVariable[0].variable  | <numeric variable>  |
    # Hard-wired monitors of the variable would stay.
    Then the station replies EmptyResultSet or Accepted:
      | status | should EmptyResultSet -> status |
    And the scenario ends if $status is EmptyResultSet
    And the station sends all parts of NotifyMonitoringReport:
      | requestId                                         | $request | N02.FR.04 |
      | monitor[variableMonitoring[*].id=$monitor].length | 0        | N06.FR.01 |

  # Its id may be another one after the reboot (N04.FR.19), so that it is looked for by what else there is of it.
  @TC_N_53_CS @N07.FR.13
  Scenario: A monitor survives a reboot
    Given MonitoringCtrlr.Enabled is true if implemented
    And the station is NumberMonitored
    And the CSO has the CSMS send Reset:
      | type | Immediate |
    And the station replies Accepted
    And the station sends BootNotification
    And the CSMS replies Accepted
    And the station reports every connector as Available
    When the CSO has the CSMS send GetMonitoringReport:
      | requestId                      | -> request          |
      | monitoringCriteria[0]          | ThresholdMonitoring |
      | componentVariable[0].component | <numeric component> |
      | componentVariable[0].variable  | <numeric variable>  |
    Then the station replies Accepted
    And the station sends all parts of NotifyMonitoringReport:
      | requestId                                                                                                                                                                 | $request            | N02.FR.04 |
      | monitor[*].component                                                                                                                                                      | <numeric component> | N02.FR.05 |
      | monitor[*].variable                                                                                                                                                       | <numeric variable>  | N02.FR.05 |
      | monitor[variableMonitoring[*].type=UpperThreshold, variableMonitoring[*].value=<exceeded value>].variableMonitoring[type=UpperThreshold, value=<exceeded value>].severity | 5                   | N07.FR.13 |
      | monitor[variableMonitoring[*].type=UpperThreshold, variableMonitoring[*].value=<exceeded value>].variableMonitoring[type=UpperThreshold, value=<exceeded value>].id       | should $monitor     | N07.FR.13 |

  @TC_N_49_CSMS @N07.FR.03
  Scenario: A CSMS takes the end of an alert
    When the station sends NotifyEvent:
      | seqNo                              | 0             |
      | eventData[0].eventId               | 1             |
      | eventData[0].trigger               | Alerting      |
      | eventData[0].actualValue           | 0             |
      | eventData[0].cleared               | true          |
      | eventData[0].eventNotificationType | CustomMonitor |
      | eventData[0].variableMonitoringId  | 1             |
      | eventData[0].component.name        | EVSE          |
      | eventData[0].component.evse.id     | <EVSE>        |
      | eventData[0].variable.name         | Power         |
    Then the CSMS replies

  @TC_N_50_CSMS @N07.FR.03 @N08.FR.02
  Scenario: A CSMS takes what a periodic monitor tells
    When the station sends NotifyEvent:
      | seqNo                              | 0             |
      | eventData[0].eventId               | 1             |
      | eventData[0].trigger               | Periodic      |
      | eventData[0].actualValue           | 0             |
      | eventData[0].eventNotificationType | CustomMonitor |
      | eventData[0].variableMonitoringId  | 1             |
      | eventData[0].component.name        | EVSE          |
      | eventData[0].component.evse.id     | <EVSE>        |
      | eventData[0].variable.name         | Power         |
    Then the CSMS replies
