@B03
Feature: B03 Cold boot, rejected

  A station that is turned away keeps silent until it may ask again.

  @TC_B_03_CS @B03.FR.02 @B03.FR.04 @B03.FR.06
  Scenario: A rejected station waits before it asks again
    When the operator power-cycles the station
    Then the station sends BootNotification
    And the CSMS replies Rejected:
      | interval | <heartbeat interval> |
    # The station may close the connection in the meantime; what it sends over it is judged by the rules.
    And the station sends BootNotification no sooner than <heartbeat interval> later
    And the CSMS replies Accepted:
      | interval | <heartbeat interval> |
    And the station reports every connector as Available

  @TC_B_30_CS @B03.FR.08
  Scenario: A rejected station refuses what the CSMS sends
    When the operator power-cycles the station
    Then the station sends BootNotification
    And the CSMS replies Rejected:
      | interval | <heartbeat interval> + 2 |
    # B03.FR.04 lets the station hang up, for which it gets a moment; it must not register again meanwhile.
    When 2 s pass
    Then the scenario ends if the station is not connected
    When the CSO has the CSMS send GetBaseReport:
      | reportBase | FullInventory |
    Then the station replies with error SecurityError

  @OS_B_03_CSMS @B03.FR.03
  Scenario: A CSMS leaves a station alone that it has rejected
    Given the CSMS is set to answer BootNotification with Rejected
    When the operator power-cycles the station
    Then the station sends BootNotification
    And the CSMS replies Rejected
    When 10 s pass
    Then the CSMS sends no GetVariables for 10 s
