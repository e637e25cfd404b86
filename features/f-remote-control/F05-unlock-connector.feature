@F05
Feature: F05 Remotely unlock connector

  @TC_F_05_CS @F05.FR.01 @F05.FR.02
  Scenario: A connector stays locked for whoever charges there
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send UnlockConnector:
      | evseId      | <EVSE>      |
      | connectorId | <connector> |
    Then the station replies OngoingAuthorizedTransaction
    And the station sends no TransactionEvent for 10 s:
      | triggerReason | UnlockCommand or RemoteStop or StopAuthorized or Deauthorized | F05.FR.02 |

  @TC_F_06_CS @TC_F_06_CSMS @F05.FR.01 @F05.FR.04
  Scenario: A connector that nobody uses is unlocked
    When the CSO has the CSMS send UnlockConnector:
      | evseId      | <EVSE>      |
      | connectorId | <connector> |
    Then the station replies Unlocked

  @TC_F_07_CS @F05.FR.01 @F05.FR.06
  Scenario: A connector is unlocked although there is no cable in it
    When the CSO has the CSMS send UnlockConnector:
      | evseId      | <EVSE>      |
      | connectorId | <connector> |
    Then the station replies Unlocked

  @TC_F_10_CS @F05.FR.01 @F05.FR.03
  Scenario: A connector that is not there
    When the CSO has the CSMS send UnlockConnector:
      | evseId      | <EVSE> |
      | connectorId | 999    |
    Then the station replies UnknownConnector
