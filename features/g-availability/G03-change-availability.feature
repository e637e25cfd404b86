@G03
Feature: G03 and G04 Change availability

  @G04 @TC_G_14_CS @G04.FR.01 @G04.FR.02 @G04.FR.03 @G04.FR.05 @G04.FR.06
  Scenario: A station goes out of service, the EVSE in use when its transaction has ended
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send ChangeAvailability:
      | operationalStatus | Inoperative |
      | evse              | absent      |
    Then the station replies Scheduled
    And the station reports every connector of the other EVSEs as Unavailable
    When the station becomes ParkingBayUnoccupied:
      | connector status | Unavailable or Available |
    Then the station reports every connector of the EVSE as Unavailable

  @TC_G_11_CSMS
  Scenario: A CSMS takes an EVSE with a transaction out of service
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send ChangeAvailability:
      | operationalStatus | Inoperative |
      | evse.id           | <EVSE>      |
      | evse.connectorId  | absent      |
    Then the station replies Scheduled
    When the station becomes EVDisconnected
    Then the station reports every connector of the EVSE as Unavailable
