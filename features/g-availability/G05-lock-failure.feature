@G05
Feature: G05 Lock failure

  # A transaction need not start (G05, postcondition), so that the state does not wait for one.
  @TC_G_20_CS @G05.FR.01 @G05.FR.02
  Scenario: Nobody charges through a cable that cannot be locked
    Given the CSO has the CSMS send GetReport:
      | componentVariable[0].component.name | ConnectorPlugRetentionLock |
    And the station replies Accepted
    And the station sends all parts of NotifyReport
    And the EV driver plugs in badly
    And the station reports the connector as Occupied
    When the station becomes Authorized:
      | Authorize        | optional |
      | TransactionEvent | optional |
    Then the station sends no TransactionEvent for <message timeout>:
      | transactionInfo.chargingState | Charging | G05.FR.01 |
    And the station eventually sends NotifyEvent:
      | eventData[component.name=ConnectorPlugRetentionLock, variable.name=Problem].actualValue | true  | G05.FR.02 |
      | eventData[component.name=ConnectorPlugRetentionLock, variable.name=Problem].trigger     | Delta | G05.FR.02 |

  @TC_G_20_CSMS @G05.FR.03
  Scenario: A CSMS hears of a cable that cannot be locked
    When the station sends NotifyEvent:
      | eventData[0].trigger                         | Delta                      |
      | eventData[0].actualValue                     | true                       |
      | eventData[0].component.name                  | ConnectorPlugRetentionLock |
      | eventData[0].component.evse.id               | <EVSE>                     |
      | eventData[0].component.evse.connectorId      | <connector>                |
      | eventData[0].variable.name                   | Problem                    |
    Then the CSMS replies
