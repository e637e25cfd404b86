@B01
Feature: B01 Cold boot

  A station that is switched on introduces itself, is registered, and tells how its connectors are.

  @TC_B_01_CS @TC_B_01_CSMS @B01.FR.01 @B01.FR.02 @B01.FR.05 @B01.FR.09
  Scenario: A registered station is accepted
    When the operator power-cycles the station
    Then the station sends BootNotification:
      | reason | PowerUp or Unknown | B01.FR.09 |
    And the CSMS replies Accepted:
      | interval | >= 0 |
    And the station reports every connector as Available
    And the station eventually sends SecurityEventNotification:
      | type | StartupOfTheDevice or ResetOrReboot |

  @OS_B_01_CSMS @B01.FR.11 @B01.FR.12
  Scenario: A CSMS parts from a station whose serial number is not that of its certificate
    Given the connection uses security profile 3
    When the station sends BootNotification:
      | chargingStation.serialNumber | not-<serial number> |
    Then the CSMS closes the connection
