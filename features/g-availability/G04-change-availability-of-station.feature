@G04
Feature: G04 Change availability of a charging station

  @TC_G_05_CS @TC_G_05_CSMS @G04.FR.01 @G04.FR.02 @G04.FR.03 @G04.FR.05 @G04.FR.07
  Scenario: A station goes out of service
    When the station becomes Unavailable:
      | evse        | absent          |
      | connectorId | absent          |
      | connectors  | every connector |

  # The case with the CSMS under test asks for Inoperative in its instruction and for Operative in its validation.
  @TC_G_06_CS @TC_G_06_CSMS @G04.FR.01 @G04.FR.02 @G04.FR.03 @G04.FR.05 @G04.FR.08
  Scenario: A station is back in service
    Given the station is Unavailable:
      | evse        | absent          |
      | connectorId | absent          |
      | connectors  | every connector |
    When the CSO has the CSMS send ChangeAvailability:
      | operationalStatus | Operative |
      | evse              | absent    |
    Then the station replies Accepted
    And the station reports every connector as Available

  # Nothing changes in the next two, so that there is nothing to report (G04.FR.05).
  @TC_G_12_CS @G04.FR.01 @G04.FR.02 @G04.FR.03 @G04.FR.04 @G04.FR.05
  Scenario: A station is in service already
    When the CSO has the CSMS send ChangeAvailability:
      | operationalStatus | Operative |
      | evse              | absent    |
    Then the station replies Accepted

  @TC_G_13_CS @G04.FR.01 @G04.FR.02 @G04.FR.03 @G04.FR.04 @G04.FR.05
  Scenario: A station is out of service already
    Given the station is Unavailable:
      | evse        | absent          |
      | connectorId | absent          |
      | connectors  | every connector |
    When the CSO has the CSMS send ChangeAvailability:
      | operationalStatus | Inoperative |
      | evse              | absent      |
    Then the station replies Accepted

  @TC_G_14_CS @G04.FR.01 @G04.FR.02 @G04.FR.03 @G04.FR.05 @G04.FR.06 @G04.FR.07
  Scenario: A station goes out of service, the EVSE in use when its transaction has ended
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send ChangeAvailability:
      | operationalStatus | Inoperative |
      | evse              | absent      |
    Then the station replies Scheduled
    And the station reports every connector of the other EVSEs as Unavailable
    And the station sends no StatusNotification for <transaction duration>:
      | evseId          | <EVSE>      |
      | connectorId     | <connector> |
      | connectorStatus | Unavailable |
    # When the transaction ends depends on TxStopPoint. A connector may be Available until then (G01.FR.05 or G03.FR.05).
    When the station becomes ParkingBayUnoccupied:
      | connector status | Unavailable or Available |
    Then the station reports every connector of the EVSE as Unavailable

  @TC_G_14_CSMS
  Scenario: A CSMS takes a station with a transaction out of service
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send ChangeAvailability:
      | operationalStatus | Inoperative |
      | evse              | absent      |
    Then the station replies Scheduled
    And the station reports every connector of the other EVSEs as Unavailable
    When the station becomes EVDisconnected
    Then the station reports the connector as Unavailable

  @TC_G_21_CS @G04.FR.09
  Scenario: A station stays out of service after a reset
    Given the station is Unavailable:
      | evse        | absent          |
      | connectorId | absent          |
      | connectors  | every connector |
    When the CSO has the CSMS send Reset:
      | type   | Immediate |
      | evseId | absent    |
    Then the station replies Accepted
    And the station sends BootNotification
    And the CSMS replies Accepted
    And the station reports every connector as Unavailable
    And the station eventually sends SecurityEventNotification:
      | type | StartupOfTheDevice or ResetOrReboot |
