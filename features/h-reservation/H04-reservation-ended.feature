@H04
Feature: H04 Reservation ended, not used

  @TC_H_07_CS @H04.FR.01 @H04.FR.02 @H04.FR.03
  Scenario: A reservation is over when its time has come
    Given the station is Reserved:
      | expiryDateTime | now + 60 s |
    When the station sends no ReservationStatusUpdate for 40 s
    Then the station reports every connector of the EVSE as Available
    And the station sends ReservationStatusUpdate:
      | reservationId           | $reservation | H04.FR.01 |
      | reservationUpdateStatus | Expired      | H04.FR.01 |
    And the CSMS replies
    When the station becomes EnergyTransferStarted:
      | idToken | <second valid idToken> |

  @TC_H_21_CS @H01.FR.17
  Scenario: A reservation is over when its EVSE becomes unavailable
    Given the station is Reserved
    When the CSO has the CSMS send ChangeAvailability:
      | operationalStatus | Inoperative |
      | evse.id           | <EVSE>      |
    Then the station replies Accepted
    And the station reports every connector of the EVSE as Unavailable
    And the station sends ReservationStatusUpdate:
      | reservationId           | $reservation |
      | reservationUpdateStatus | Removed      |
    And the CSMS replies
    When the CSO has the CSMS send ChangeAvailability:
      | operationalStatus | Operative |
      | evse.id           | <EVSE>    |
    Then the station replies Accepted
    And the station reports every connector of the EVSE as Available
    When the station becomes EnergyTransferStarted:
      | idToken | <second valid idToken> |

  # The official case of this is for a CSMS only.
  @OS_H_01_CS @H01.FR.12 @H01.FR.16
  Scenario: A reservation is over when its EVSE is faulted
    Given the station is Reserved
    When the operator causes a fault
    Then the station reports every connector of the EVSE as Faulted
    And the station sends ReservationStatusUpdate:
      | reservationId           | $reservation | H01.FR.16 |
      | reservationUpdateStatus | Removed      | H01.FR.16 |
    And the CSMS replies
    When the CSO has the CSMS send ReserveNow:
      | evseId  | <EVSE>          |
      | idToken | <valid idToken> |
    Then the station replies Faulted
    When the operator repairs the fault
    Then the station reports every connector of the EVSE as Available

  # How long a reservation lasts is up to the CSMS: if it lasts longer, it is said to be over nevertheless.
  @TC_H_07_CSMS @H04.FR.01
  Scenario: A CSMS hears that the time of a reservation is over
    When the CSO asks the CSMS for ReserveNow:
      | evseId         | <EVSE>                       |
      | idToken        | <valid idToken>              |
      | expiryDateTime | now + <transaction duration> |
    Then the CSMS sends ReserveNow:
      | evseId        | <EVSE>          |
      | connectorType | absent          |
      | idToken       | <valid idToken> |
      | id            | -> reservation  |
    And the station replies Accepted
    And the station reports every connector of the EVSE as Reserved
    When <transaction duration> passes
    Then the station reports every connector of the EVSE as Available
    And the station sends ReservationStatusUpdate:
      | reservationId           | $reservation |
      | reservationUpdateStatus | Expired      |
    And the CSMS replies

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
