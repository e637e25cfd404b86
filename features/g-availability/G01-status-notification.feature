@G01
Feature: G01 Status notification

  @TC_G_01_CS @G01.FR.01 @G01.FR.03 @N07.FR.19
  Scenario: A connector is occupied by who plugs in
    When the station becomes EVConnectedPreSession

  @TC_G_02_CS @G01.FR.01 @G01.FR.04 @N07.FR.19
  Scenario: A connector is available again for the next driver
    Given the station is EVConnectedPreSession
    When the EV driver unplugs
    Then the station reports the connector as Available
