@N08
Feature: N08 Periodic events

  Background:
    Given MonitoringCtrlr.Enabled is true if implemented

  @N04 @TC_N_24_CS @N04.FR.01 @N04.FR.08 @N08.FR.05 @N08.FR.06
  Scenario: A monitor tells at regular times
    Given the station is MonitoringLevelSet
    When the CSO has the CSMS send SetVariableMonitoring:
      | setMonitoringData[0].component | <numeric component> |
      | setMonitoringData[0].variable  | <numeric variable>  |
      | setMonitoringData[0].type      | Periodic            |
      | setMonitoringData[0].value     | <aligned interval>  |
      | setMonitoringData[0].severity  | 5                   |
    Then the station replies Accepted:
      | setMonitoringResult.length                   | 1                        | N04.FR.01 |
      | setMonitoringResult[0].id                    | any -> monitor           | N04.FR.11 |
      | setMonitoringResult[0].type                  | Periodic                 |           |
      | setMonitoringResult[0].severity              | 5                        |           |
      | setMonitoringResult[0].component             | <numeric component>      | N04.FR.02 |
      | setMonitoringResult[0].variable              | <numeric variable>       | N04.FR.02 |
      | setMonitoringResult[0].statusInfo.reasonCode | should absent or NoError |           |
    # The interval counts from when the monitor was set.
    When ClockCtrlr.DateTime is any -> set
    And 3 * <aligned interval> pass
    Then the station eventually sends NotifyEvent:
      | eventData[variableMonitoringId=$monitor].trigger   | Periodic                                                 | N08.FR.05 |
      | eventData[variableMonitoringId=$monitor].component | <numeric component>                                      | N07.FR.06 |
      | eventData[variableMonitoringId=$monitor].variable  | <numeric variable>                                       | N07.FR.06 |
      | eventData[variableMonitoringId=$monitor].timestamp | within <tolerance> of $set + <aligned interval> -> first | N08.FR.06 |
    And the station eventually sends NotifyEvent:
      | eventData[variableMonitoringId=$monitor].trigger   | Periodic                                                    | N08.FR.05 |
      | eventData[variableMonitoringId=$monitor].component | <numeric component>                                         | N07.FR.06 |
      | eventData[variableMonitoringId=$monitor].variable  | <numeric variable>                                          | N07.FR.06 |
      | eventData[variableMonitoringId=$monitor].timestamp | within <tolerance> of $first + <aligned interval> -> second | N08.FR.06 |
    And the station eventually sends NotifyEvent:
      | eventData[variableMonitoringId=$monitor].trigger   | Periodic                                           | N08.FR.05 |
      | eventData[variableMonitoringId=$monitor].timestamp | within <tolerance> of $second + <aligned interval> | N08.FR.06 |

  @TC_N_24_CSMS @N08.FR.02
  Scenario: A CSMS takes periodic events
    When the station sends NotifyEvent:
      | seqNo                              | 0                 |
      | eventData[0].eventId               | 1                 |
      | eventData[0].trigger               | Periodic          |
      | eventData[0].actualValue           | Available         |
      | eventData[0].eventNotificationType | CustomMonitor     |
      | eventData[0].variableMonitoringId  | 1                 |
      | eventData[0].component.name        | EVSE              |
      | eventData[0].component.evse.id     | <EVSE>            |
      | eventData[0].variable.name         | AvailabilityState |
    Then the CSMS replies
    When the station sends NotifyEvent:
      | seqNo                              | 0                 |
      | eventData[0].eventId               | 2                 |
      | eventData[0].trigger               | Periodic          |
      | eventData[0].actualValue           | Available         |
      | eventData[0].eventNotificationType | CustomMonitor     |
      | eventData[0].variableMonitoringId  | 1                 |
      | eventData[0].component.name        | EVSE              |
      | eventData[0].component.evse.id     | <EVSE>            |
      | eventData[0].variable.name         | AvailabilityState |
    Then the CSMS replies
