@H01
Feature: H01 Reservation

  @TC_H_01_CS @H01.FR.15 @H01.FR.23 @H03.FR.01 @H03.FR.09 @H03.FR.10
  Scenario: Whom a reservation is for can use it
    Given the station is Reserved
    When the station becomes EnergyTransferStarted:
      | idToken          | <valid idToken> |
      | Authorize        | optional        |
      | connector status | Available       |
    Then one TransactionEvent the station sent has:
      | reservationId | $reservation | H01.FR.15 |

  # Whether the connector is Reserved or Occupied when an EV is plugged in is no matter of this case: the reusable state
  # that it names wants Occupied, H03 Reserved.
  @TC_H_02_CS @H03.FR.01 @F01.FR.21
  Scenario: Nobody else can use a reserved EVSE
    Given the station is Reserved
    And the EV driver parks
    And the EV driver plugs in
    When the EV driver presents <second valid idToken>
    Then the station sends no TransactionEvent for <message timeout>:
      | transactionInfo.chargingState | Charging | H03.FR.01 |
    When the CSO has the CSMS send RequestStartTransaction:
      | evseId  | <EVSE>                 |
      | idToken | <second valid idToken> |
    # There is no group (F01.FR.21).
    Then the station replies Rejected

  @TC_H_03_CS @H01.FR.11
  Scenario: An EVSE is not reserved twice
    Given the station is Reserved
    When the CSO has the CSMS send ReserveNow:
      | evseId  | <EVSE>                 |
      | idToken | <second valid idToken> |
    Then the station replies Occupied

  # The case cites H01.FR.13, which OCPP 2.0.1 does not have.
  @TC_H_04_CS @H01.FR.11
  Scenario: An EVSE that is in use is not reserved
    Given ReservationCtrlr.Enabled is true if implemented
    And the station is EnergyTransferStarted
    When the CSO has the CSMS send ReserveNow:
      | evseId  | <EVSE>                 |
      | idToken | <second valid idToken> |
    Then the station replies Occupied

  @TC_H_06_CS @H01.FR.14
  Scenario: An EVSE that is unavailable is not reserved
    Given ReservationCtrlr.Enabled is true if implemented
    And the station is Unavailable:
      | connectorId | absent                      |
      | connectors  | every connector of the EVSE |
    When the CSO has the CSMS send ReserveNow:
      | evseId  | <EVSE>                 |
      | idToken | <second valid idToken> |
    Then the station replies Unavailable

  @TC_H_08_CS @H01.FR.04 @H01.FR.07 @H01.FR.15 @H01.FR.18 @H03.FR.03
  Scenario: Any EVSE is reserved and used
    Given ReservationCtrlr.Enabled is true if implemented
    And ReservationCtrlr.NonEvseSpecific is true
    When the CSO has the CSMS send ReserveNow:
      | id            | -> reservation  |
      | evseId        | absent          |
      | connectorType | absent          |
      | idToken       | <valid idToken> |
    Then the station replies Accepted
    When the station becomes EnergyTransferStarted:
      | idToken   | <valid idToken> |
      | Authorize | optional        |
    Then one TransactionEvent the station sent has:
      | reservationId | $reservation | H01.FR.15 |

  @TC_H_09_CS @H01.FR.11
  Scenario: No EVSE is reserved where all of them are
    Given ReservationCtrlr.NonEvseSpecific is true
    And the station is Reserved on every EVSE
    When the CSO has the CSMS send ReserveNow:
      | evseId        | absent                 |
      | connectorType | absent                 |
      | idToken       | <second valid idToken> |
    Then the station replies Occupied

  @TC_H_10_CS @H01.FR.11
  Scenario: No EVSE is reserved where all of them are in use
    Given ReservationCtrlr.Enabled is true if implemented
    And ReservationCtrlr.NonEvseSpecific is true
    # One token at all of them might stop where it is to start.
    And the station is EnergyTransferStarted on every other EVSE:
      | idToken | <second valid idToken> |
    And the station is EnergyTransferStarted
    When the CSO has the CSMS send ReserveNow:
      | evseId        | absent          |
      | connectorType | absent          |
      | idToken       | <valid idToken> |
    Then the station replies Occupied

  @TC_H_12_CS @H01.FR.14
  Scenario: No EVSE is reserved where all of them are unavailable
    Given ReservationCtrlr.Enabled is true if implemented
    And ReservationCtrlr.NonEvseSpecific is true
    And the station is Unavailable:
      | evse        | absent          |
      | connectorId | absent          |
      | connectors  | every connector |
    When the CSO has the CSMS send ReserveNow:
      | evseId        | absent          |
      | connectorType | absent          |
      | idToken       | <valid idToken> |
    Then the station replies Unavailable

  @TC_H_13_CS @H01.FR.19
  Scenario: A station that reserves certain EVSEs only turns down a reservation of any
    Given ReservationCtrlr.Enabled is true if implemented
    And ReservationCtrlr.NonEvseSpecific is false if implemented
    When the CSO has the CSMS send ReserveNow:
      | evseId        | absent          |
      | connectorType | absent          |
      | idToken       | <valid idToken> |
    Then the station replies Rejected

  @TC_H_14_CS @H01.FR.04 @H01.FR.07 @H01.FR.20
  Scenario: As many reservations as EVSEs take all of them
    When the station becomes ReservedForAny on every EVSE:
      | idToken text | 04A1B2C3D4F00<evseId> |
    Then the station reports every connector as Reserved

  # The case would have connectors of other types at that EVSE Unavailable, H01.FR.24 wants all of its connectors
  # Reserved: only the one with the type is looked at. The other EVSEs are reserved, so that there is one left.
  @TC_H_15_CS @H01.FR.06 @H01.FR.09 @H01.FR.15 @H01.FR.24 @H03.FR.02
  Scenario: A connector of a type is reserved and used
    Given ReservationCtrlr.NonEvseSpecific is true
    And the station is Reserved on every other EVSE:
      | idToken | <second valid idToken> |
    When the CSO has the CSMS send ReserveNow:
      | id            | -> reservation   |
      | evseId        | absent           |
      | connectorType | <connector type> |
      | idToken       | <valid idToken>  |
    Then the station replies Accepted
    And the station reports the connector as Reserved
    When the station becomes EnergyTransferStarted:
      | idToken   | <valid idToken> |
      | Authorize | optional        |
    Then one TransactionEvent the station sent has:
      | reservationId | $reservation | H01.FR.15 |

  @TC_H_16_CS @H01.FR.11
  Scenario: No connector of a type is reserved where all EVSEs are
    Given ReservationCtrlr.NonEvseSpecific is true
    And the station is Reserved on every EVSE
    When the CSO has the CSMS send ReserveNow:
      | evseId        | absent                 |
      | connectorType | <connector type>       |
      | idToken       | <second valid idToken> |
    Then the station replies Occupied

  # Where reservations cannot be switched off, there is nothing to test.
  @TC_H_22_CS @H01.FR.01
  Scenario: A station whose reservations are switched off makes none
    Given ReservationCtrlr.Enabled is false
    When the CSO has the CSMS send ReserveNow:
      | evseId  | <EVSE>          |
      | idToken | <valid idToken> |
    Then the station replies Rejected

  # The connectors are Reserved before and after it: that need not be reported again.
  @TC_H_23_CS @H01.FR.02 @H01.FR.15 @H03.FR.01 @H03.FR.10
  Scenario: A reservation takes the place of another one
    Given the station is Reserved
    When the CSO has the CSMS send ReserveNow:
      | id      | $reservation           |
      | evseId  | <EVSE>                 |
      | idToken | <second valid idToken> |
    Then the station replies Accepted
    When the station becomes EnergyTransferStarted:
      | idToken          | <second valid idToken> |
      | Authorize        | optional               |
      | connector status | Available              |
    Then one TransactionEvent the station sent has:
      | reservationId | $reservation | H01.FR.15 |

  @TC_H_01_CSMS
  Scenario: A CSMS reserves an EVSE
    When the station becomes Reserved

  @TC_H_08_CSMS
  Scenario: A CSMS reserves any EVSE
    When the CSO has the CSMS send ReserveNow:
      | evseId        | absent          |
      | connectorType | absent          |
      | idToken       | <valid idToken> |
    Then the station replies Accepted

  @TC_H_14_CSMS
  Scenario: A CSMS reserves as many EVSEs as there are
    When the station becomes ReservedForAny on every EVSE
    Then the station reports every connector as Reserved

  @TC_H_15_CSMS
  Scenario: A CSMS reserves a connector of a type
    When the CSO has the CSMS send ReserveNow:
      | evseId        | absent           |
      | connectorType | <connector type> |
      | idToken       | <valid idToken>  |
    Then the station replies Accepted
    And the station reports the connector as Reserved

  @TC_H_22_CSMS
  Scenario: A CSMS hears that a station makes no reservations
    When the CSO has the CSMS send ReserveNow:
      | evseId  | <EVSE>          |
      | idToken | <valid idToken> |
    Then the station replies Rejected
