@H04
Feature: H04 Reservation ended, not used

  @TC_H_20_CSMS
  Scenario: A station gives up a reservation because of a fault
    When the CSO has the CSMS send ReserveNow:
      | evseId        | <EVSE>          |
      | connectorType | absent          |
      | idToken       | <valid idToken> |
      | id            | -> reservation  |
    Then the station replies Accepted
    And the station reports every connector of the EVSE as Reserved
    And the station reports every connector of the EVSE as Faulted
    And the station sends ReservationStatusUpdate:
      | reservationId           | $reservation |
      | reservationUpdateStatus | Removed      |
    And the CSMS replies
