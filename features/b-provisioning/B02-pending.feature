@B02
Feature: B02 Cold boot, pending

  A CSMS may put off accepting a station in order to read and set it up first.

  @TC_B_02_CS @B02.FR.01 @B02.FR.02 @B02.FR.04 @B02.FR.05 @B02.FR.06 @B02.FR.08 @F06.FR.17
  Scenario: A pending station is set up and then told to register again
    When the operator power-cycles the station
    Then the station sends BootNotification
    # Long enough for a slow report: when it is over, the station has to register again (B02.FR.08).
    And the CSMS replies Pending:
      | interval | 5 * <heartbeat interval> |
    When the CSO has the CSMS send SetVariables:
      | setVariableData[0].component.name | OCPPCommCtrlr    |
      | setVariableData[0].variable.name  | OfflineThreshold |
      | setVariableData[0].attributeValue | 300              |
      | setVariableData[0].attributeType  | absent           |
    Then the station replies Accepted
    When the CSO has the CSMS send GetVariables:
      | getVariableData[0].component.name | OCPPCommCtrlr    |
      | getVariableData[0].variable.name  | OfflineThreshold |
      | getVariableData[0].attributeType  | absent           |
    Then the station replies Accepted:
      | getVariableResult[0].attributeValue | 300 | B06.FR.10 |
    When the CSO has the CSMS send GetBaseReport:
      | reportBase | FullInventory |
    Then the station replies Accepted
    And the station sends all parts of NotifyReport
    When the CSO has the CSMS send RequestStartTransaction
    Then the station replies Rejected:
      | transactionId | absent | B02.FR.05 |
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | BootNotification |
    Then the station replies Accepted or NotImplemented:
      | status | any -> trigger |
    And the station sends BootNotification:
      | reason | Triggered when $trigger is Accepted | F06.FR.17 |
    And the CSMS replies Accepted:
      | interval | <heartbeat interval> |
    And the station reports every connector as Available

  @TC_B_02_CSMS @B02.FR.01 @B02.FR.06
  Scenario: A CSMS first keeps a station waiting and then accepts it
    Given the CSMS is set to answer BootNotification with Pending
    When the operator power-cycles the station
    Then the station sends BootNotification:
      | reason | PowerUp |
    And the CSMS replies Pending:
      | interval | any -> interval |
    And the station sends BootNotification no sooner than $interval later:
      | reason | PowerUp |
    And the CSMS replies Accepted
    And the station reports every connector as Available

  @TC_B_31_CSMS @F06.FR.17
  Scenario: A CSMS asks a pending station to register again before its time
    Given the CSMS is set to answer BootNotification with Pending
    When the operator power-cycles the station
    Then the station sends BootNotification:
      | reason | PowerUp |
    And the CSMS replies Pending or Rejected:
      | status | any -> registration |
    # A CSMS sends nothing to a station that it has rejected (B03.FR.03).
    And the scenario ends if $registration is Rejected
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | BootNotification |
    Then the station replies Accepted
    And the station sends BootNotification:
      | reason | Triggered |
    And the CSMS replies Accepted
    And the station reports every connector as Available

  @TC_B_30_CSMS @B02.FR.09 @B03.FR.07
  Scenario: A CSMS refuses what a station sends before it is accepted
    Given the CSMS is set to answer BootNotification with Pending or Rejected
    When the operator power-cycles the station
    Then the station sends BootNotification:
      | reason | PowerUp |
    And the CSMS replies Pending or Rejected
    When the station sends StatusNotification:
      | evseId          | <EVSE>      |
      | connectorId     | <connector> |
      | connectorStatus | Available   |
    Then the CSMS replies with error SecurityError

  @OS_B_02_CSMS @B02.FR.09
  Scenario: A CSMS takes what it has triggered at a pending station
    Given the CSMS is set to answer BootNotification with Pending
    When the operator power-cycles the station
    Then the station sends BootNotification
    And the CSMS replies Pending
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | StatusNotification |
      | evse.id          | <EVSE>             |
      | evse.connectorId | <connector>        |
    Then the station replies Accepted
    And the station sends StatusNotification
    And the CSMS replies
