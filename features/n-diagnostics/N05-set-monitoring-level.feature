@N05
Feature: N05 Set monitoring level

  Background:
    Given MonitoringCtrlr.Enabled is true if implemented

  @TC_N_16_CS @N05.FR.01 @N05.FR.03 @N07.FR.15
  Scenario: Events that are not severe enough are kept back
    Given the station is MonitorSet:
      | component | EVSE   |
      | evse      | <EVSE> |
      | severity  | 8      |
    When the CSO has the CSMS send SetMonitoringLevel:
      | severity | 7 |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |
    When the EV driver plugs in
    Then the station sends no NotifyEvent for <message timeout>:
      | eventData[component.name=EVSE, component.evse.id=<EVSE>, variable.name=AvailabilityState].variableMonitoringId | $monitor | N05.FR.03 |

  @TC_N_16_CSMS @N05.FR.01
  Scenario: A CSMS sets a level
    When the CSO has the CSMS send SetMonitoringLevel:
      | severity | 4 |
    Then the station replies Accepted

  @TC_N_17_CS @N05.FR.02
  Scenario Outline: A level that there is not
    When the CSO has the CSMS send SetMonitoringLevel:
      | severity | <level> |
    Then the station replies Rejected:
      | statusInfo.reasonCode | should absent or ValueOutOfRange or <reason> |

    Examples:
      | level | reason       |
      | 10    | ValueTooHigh |
      | -1    | ValueTooLow  |

  @TC_N_17_CSMS @N05.FR.02
  Scenario: A CSMS hears that a level is rejected
    When the CSO has the CSMS send SetMonitoringLevel:
      | severity | 4 |
    Then the station replies Rejected
