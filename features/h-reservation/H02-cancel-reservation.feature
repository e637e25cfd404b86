@H02
Feature: H02 Cancel reservation

  @TC_H_17_CS @TC_H_17_CSMS @H02.FR.02 @H02.FR.03 @H02.FR.04
  Scenario: A reservation is canceled
    Given the station is Reserved
    When the CSO has the CSMS send CancelReservation:
      | reservationId | $reservation |
    Then the station replies Accepted
    And the station reports every connector of the EVSE as Available

  @TC_H_18_CS @H02.FR.01
  Scenario: A reservation that there is not cannot be canceled
    Given ReservationCtrlr.Enabled is true if implemented
    When the CSO has the CSMS send CancelReservation:
      | reservationId | 987654321 |
    Then the station replies Rejected
