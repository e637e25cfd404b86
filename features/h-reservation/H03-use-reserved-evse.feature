@H03
Feature: H03 Use a reserved EVSE

  @TC_H_19_CS @H01.FR.15 @H03.FR.04 @H03.FR.08
  Scenario: Another member of the group uses a reservation
    Given ReservationCtrlr.Enabled is true if implemented
    When the CSO has the CSMS send ReserveNow:
      | evseId       | <EVSE>          |
      | idToken      | <valid idToken> |
      | groupIdToken | <group>         |
    Then the station replies Accepted
    And the station reports the connector as Reserved
    When the station becomes Authorized:
      | idToken | <second valid idToken> |
    And the station becomes EnergyTransferStarted
