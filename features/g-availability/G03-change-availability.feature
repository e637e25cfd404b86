@G03
Feature: G03 Change availability of an EVSE or a connector

  @TC_G_03_CS @TC_G_03_CSMS @G03.FR.01 @G03.FR.02 @G03.FR.04 @G03.FR.06
  Scenario: An EVSE goes out of service
    When the station becomes Unavailable:
      | connectorId | absent                      |
      | connectors  | every connector of the EVSE |

  @TC_G_04_CS @TC_G_04_CSMS @G03.FR.01 @G03.FR.02 @G03.FR.04 @G03.FR.07
  Scenario: An EVSE is back in service
    Given the station is Unavailable:
      | connectorId | absent                      |
      | connectors  | every connector of the EVSE |
    When the CSO has the CSMS send ChangeAvailability:
      | operationalStatus | Operative |
      | evse.id           | <EVSE>    |
      | evse.connectorId  | absent    |
    Then the station replies Accepted
    And the station reports every connector of the EVSE as Available

  @TC_G_07_CS @TC_G_07_CSMS @G03.FR.01 @G03.FR.02 @G03.FR.04 @G03.FR.06
  Scenario: A connector goes out of service
    When the station becomes Unavailable

  @TC_G_08_CS @TC_G_08_CSMS @G03.FR.01 @G03.FR.02 @G03.FR.04 @G03.FR.07
  Scenario: A connector is back in service
    Given the station is Unavailable
    When the CSO has the CSMS send ChangeAvailability:
      | operationalStatus | Operative   |
      | evse.id           | <EVSE>      |
      | evse.connectorId  | <connector> |
    Then the station replies Accepted
    And the station reports the connector as Available

  # Nothing changes in the next four, so that there is nothing to report (G03.FR.04).
  @TC_G_09_CS @G03.FR.01 @G03.FR.02 @G03.FR.03 @G03.FR.04
  Scenario: An EVSE is in service already
    When the CSO has the CSMS send ChangeAvailability:
      | operationalStatus | Operative |
      | evse.id           | <EVSE>    |
    Then the station replies Accepted

  @TC_G_10_CS @G03.FR.01 @G03.FR.02 @G03.FR.03 @G03.FR.04
  Scenario: An EVSE is out of service already
    Given the station is Unavailable:
      | connectorId | absent                      |
      | connectors  | every connector of the EVSE |
    When the CSO has the CSMS send ChangeAvailability:
      | operationalStatus | Inoperative |
      | evse.id           | <EVSE>      |
    Then the station replies Accepted

  @TC_G_15_CS @G03.FR.01 @G03.FR.02 @G03.FR.03 @G03.FR.04
  Scenario: A connector is in service already
    When the CSO has the CSMS send ChangeAvailability:
      | operationalStatus | Operative   |
      | evse.id           | <EVSE>      |
      | evse.connectorId  | <connector> |
    Then the station replies Accepted

  @TC_G_16_CS @G03.FR.01 @G03.FR.02 @G03.FR.03 @G03.FR.04
  Scenario: A connector is out of service already
    Given the station is Unavailable
    When the CSO has the CSMS send ChangeAvailability:
      | operationalStatus | Inoperative |
      | evse.id           | <EVSE>      |
      | evse.connectorId  | <connector> |
    Then the station replies Accepted

  @TC_G_11_CS @G03.FR.01 @G03.FR.02 @G03.FR.04 @G03.FR.05 @G03.FR.06
  Scenario: An EVSE goes out of service when its transaction has ended
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send ChangeAvailability:
      | operationalStatus | Inoperative |
      | evse.id           | <EVSE>      |
    Then the station replies Scheduled
    And the station sends no StatusNotification for <transaction duration>:
      | evseId          | <EVSE>      |
      | connectorId     | <connector> |
      | connectorStatus | Unavailable |
    # When the transaction ends depends on TxStopPoint. A connector may be Available until then (G01.FR.05 or G03.FR.05).
    When the station becomes ParkingBayUnoccupied:
      | connector status | Unavailable or Available |
    Then the station reports every connector of the EVSE as Unavailable

  @TC_G_17_CS @G03.FR.01 @G03.FR.02 @G03.FR.04 @G03.FR.05
  Scenario: A connector goes out of service when its transaction has ended
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send ChangeAvailability:
      | operationalStatus | Inoperative |
      | evse.id           | <EVSE>      |
      | evse.connectorId  | <connector> |
    Then the station replies Scheduled
    And the station sends no StatusNotification for <transaction duration>:
      | evseId          | <EVSE>      |
      | connectorId     | <connector> |
      | connectorStatus | Unavailable |
    When the station becomes ParkingBayUnoccupied:
      | connector status | Unavailable or Available |
    Then the station reports the connector as Unavailable

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

  @TC_G_17_CSMS
  Scenario: A CSMS takes a connector with a transaction out of service
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send ChangeAvailability:
      | operationalStatus | Inoperative |
      | evse.id           | <EVSE>      |
      | evse.connectorId  | <connector> |
    Then the station replies Scheduled
    When the station becomes EVDisconnected
    Then the station reports the connector as Unavailable

  # The case begins with a station that is Unavailable and expects other EVSEs to be Available: it has to be the EVSE only.
  @TC_G_18_CS @G03.FR.08 @G01.FR.01 @G01.FR.02
  Scenario: An EVSE stays out of service when the power comes back
    Given the station is Unavailable:
      | connectorId | absent                      |
      | connectors  | every connector of the EVSE |
    When the CSO has the CSMS send ChangeAvailability:
      | operationalStatus | Inoperative |
      | evse.id           | <EVSE>      |
    Then the station replies Accepted
    When the operator power-cycles the station
    Then the station sends BootNotification
    And the CSMS replies Accepted
    And the station reports every connector of the EVSE as Unavailable
    And the station reports every connector of the other EVSEs as Available
    And the station eventually sends SecurityEventNotification:
      | type | StartupOfTheDevice or ResetOrReboot |

  @TC_G_19_CS @G03.FR.08
  Scenario: A connector stays out of service after a reset
    Given the station is Unavailable
    When the CSO has the CSMS send Reset:
      | type   | Immediate |
      | evseId | absent    |
    Then the station replies Accepted
    And the station sends BootNotification
    And the CSMS replies Accepted
    And the station reports the connector as Unavailable
    And the station reports every other connector as Available
    And the station eventually sends SecurityEventNotification:
      | type | StartupOfTheDevice or ResetOrReboot |
