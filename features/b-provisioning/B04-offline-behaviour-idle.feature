@B04
Feature: B04 Offline behaviour of an idle station

  After a long time offline a station tells how all its connectors are; after a short time, only what has changed.

  @TC_B_51_CS @B04.FR.01
  Scenario: A station that was offline for longer than the threshold reports every connector
    Given OCPPCommCtrlr.OfflineThreshold is <offline threshold>
    And OCPPCommCtrlr.RetryBackOffWaitMinimum is <offline threshold> + 10
    And OCPPCommCtrlr.RetryBackOffRandomRange is 0
    When the CSMS accepts no connections
    And the EV driver plugs in
    And <offline threshold> + 1 s pass
    And the CSMS accepts connections again
    Then the station connects
    And the station reports the connector as Occupied
    And the station reports the other connectors of the EVSE as Available or Unavailable
    And the station reports every connector of the other EVSEs as Available

  @TC_B_52_CS @B04.FR.02
  Scenario: A station that was offline for a shorter time reports only what has changed
    # Whoever plugs in may take their time: the station is back before the threshold even if its first attempts come too soon.
    Given OCPPCommCtrlr.OfflineThreshold is 20 * <offline threshold>
    And OCPPCommCtrlr.RetryBackOffWaitMinimum is <offline threshold> / 2
    And OCPPCommCtrlr.RetryBackOffRandomRange is 0
    When the CSMS accepts no connections
    And the EV driver plugs in
    And the CSMS accepts connections again
    Then the station connects
    And the station reports the connector as Occupied
    And the station sends no StatusNotification for 5 s:
      | evseId | not <EVSE> |
    And the station sends no NotifyEvent for 5 s:
      | eventData[variable.name=AvailabilityState].component.evse.id | not <EVSE> and present |
