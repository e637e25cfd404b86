@H03
Feature: H03 Use a reserved EVSE

  @TC_H_19_CS @H01.FR.15 @H01.FR.23 @H03.FR.04 @H03.FR.08
  Scenario: Another member of the group uses a reservation
    Given the CSO has the CSMS send ClearCache
    And ReservationCtrlr.Enabled is true if implemented
    When the CSO has the CSMS send ReserveNow:
      | id           | -> reservation  |
      | evseId       | <EVSE>          |
      | idToken      | <valid idToken> |
      | groupIdToken | <group>         |
    Then the station replies Accepted
    And the station reports every connector of the EVSE as Reserved
    When the station becomes EnergyTransferStarted:
      | idToken      | <second valid idToken> |
      | groupIdToken | <group>                |
    Then one TransactionEvent the station sent has:
      | reservationId | $reservation | H01.FR.15 |

  @TC_H_24_CS @H01.FR.15 @H01.FR.20 @H03.FR.06 @H03.FR.08
  Scenario: Another member of the group uses the last EVSE, which was not named
    Given the CSO has the CSMS send ClearCache
    And ReservationCtrlr.NonEvseSpecific is true
    And the station is Reserved on every other EVSE
    When the CSO has the CSMS send ReserveNow:
      | id            | -> reservation  |
      | evseId        | absent          |
      | connectorType | absent          |
      | idToken       | <valid idToken> |
      | groupIdToken  | <group>         |
    Then the station replies Accepted
    And the station reports every connector of the EVSE as Reserved
    When the station becomes EnergyTransferStarted:
      | idToken      | <second valid idToken> |
      | groupIdToken | <group>                |
    Then one TransactionEvent the station sent has:
      | reservationId | $reservation | H01.FR.15 |

  @TC_H_19_CSMS
  Scenario: A CSMS reserves for a group
    When the CSO has the CSMS send ReserveNow:
      | evseId        | <EVSE>             |
      | connectorType | absent             |
      | idToken       | <valid idToken>    |
      | groupIdToken  | <group> or present |
    Then the station replies Accepted
    And the station reports every connector of the EVSE as Reserved
