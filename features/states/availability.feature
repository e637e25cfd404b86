Feature: States of availability

  Scenario Outline: Unavailable
    When the CSO has the CSMS send ChangeAvailability:
      | operationalStatus | Inoperative   |
      | evse.id           | <evse>        |
      | evse.connectorId  | <connectorId> |
    Then the station replies Accepted
    And the station reports <connectors> as Unavailable

    Examples:
      | evse   | connectorId | connectors    |
      | <EVSE> | <connector> | the connector |

  Scenario Outline: Reserved
    Given ReservationCtrlr.Enabled is true if implemented
    When the CSO has the CSMS send ReserveNow:
      | id             | -> reservation   |
      | evseId         | <evseId>         |
      | connectorType  | absent           |
      | idToken        | <idToken>        |
      | expiryDateTime | <expiryDateTime> |
    Then the station replies Accepted
    And the station reports <connectors> as Reserved

    Examples:
      | idToken         | evseId | connectors                  | expiryDateTime |
      | <valid idToken> | <EVSE> | every connector of the EVSE | any            |

  Scenario Outline: ReservedForAny
    Given ReservationCtrlr.Enabled is true if implemented
    And ReservationCtrlr.NonEvseSpecific is true
    When the CSO has the CSMS send ReserveNow:
      | evseId          | absent         |
      | connectorType   | absent         |
      | idToken         | <idToken>      |
      | idToken.idToken | <idToken text> |
    Then the station replies Accepted

    Examples:
      | idToken         | idToken text | evseId |
      | <valid idToken> | any          | any    |
