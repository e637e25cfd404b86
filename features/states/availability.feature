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
    When the CSO has the CSMS send ReserveNow:
      | evseId  | <EVSE>    |
      | idToken | <idToken> |
    Then the station replies Accepted
    And the station reports the connector as Reserved

    Examples:
      | idToken         |
      | <valid idToken> |
