Feature: States of availability

  Scenario: Unavailable
    When the CSO has the CSMS send ChangeAvailability:
      | operationalStatus | Inoperative |
      | evse.id           | <EVSE>      |
      | evse.connectorId  | <connector> |
    Then the station replies Accepted
    And the station reports the connector as Unavailable

  Scenario Outline: Reserved
    When the CSO has the CSMS send ReserveNow:
      | evseId  | <EVSE>    |
      | idToken | <idToken> |
    Then the station replies Accepted
    And the station reports the connector as Reserved

    Examples:
      | idToken         |
      | <valid idToken> |
