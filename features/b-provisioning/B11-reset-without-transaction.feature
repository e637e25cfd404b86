@B11
Feature: B11 Reset without ongoing transaction

  @TC_B_20_CS @TC_B_20_CSMS @B11.FR.01 @B11.FR.03 @B11.FR.04 @B01.FR.03
  Scenario: A station restarts
    When the CSO has the CSMS send Reset:
      | type   | OnIdle |
      | evseId | absent |
    Then the station replies Accepted
    And the station sends BootNotification
    And the CSMS replies Accepted
    And the station reports every connector as Available

  @TC_B_23_CS @B11.FR.01 @B11.FR.02 @B11.FR.03 @B11.FR.04 @B01.FR.03 @B01.FR.07
  Scenario: A connector that is out of service stays so
    Given the station is Unavailable
    When the CSO has the CSMS send Reset:
      | type | OnIdle |
    Then the station replies Accepted
    And the station sends BootNotification:
      | reason | RemoteReset | B01.FR.09 |
    And the CSMS replies Accepted
    And the station reports the connector as Unavailable
    And the station reports every other connector as Available

  @TC_B_24_CS @B11.FR.01 @B11.FR.03 @B11.FR.04 @B11.FR.05 @B01.FR.03 @B01.FR.13
  Scenario: A reservation stays
    Given the station is Reserved
    When the CSO has the CSMS send Reset:
      | type | Immediate |
    Then the station replies Accepted
    And the station sends BootNotification:
      | reason | RemoteReset | B01.FR.09 |
    And the CSMS replies Accepted
    And the station reports the connector as Reserved
    # A reservation is for the whole EVSE (H01.FR.20).
    And the station reports the other connectors of the EVSE as Available or Reserved
    And the station reports every connector of the other EVSEs as Available

  @TC_B_25_CS @TC_B_25_CSMS @B11.FR.01 @B11.FR.08 @B11.FR.10
  Scenario: An EVSE restarts
    When the CSO has the CSMS send Reset:
      | type   | OnIdle |
      | evseId | <EVSE> |
    Then the station replies Accepted
    And the station sends no BootNotification for <message timeout>

  @TC_B_28_CS @B11.FR.01 @B11.FR.09 @B12.FR.09
  Scenario: A station cannot restart a single EVSE
    When the CSO has the CSMS send Reset:
      | type   | OnIdle |
      | evseId | <EVSE> |
    Then the station replies Rejected

  @TC_B_29_CS @B12.FR.01 @B12.FR.09
  Scenario: A station cannot restart a single EVSE, with a transaction on it
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send Reset:
      | type   | OnIdle |
      | evseId | <EVSE> |
    Then the station replies Rejected
