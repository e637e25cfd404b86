@B12
Feature: B12 Reset with ongoing transaction

  @TC_B_21_CS @TC_B_21_CSMS @B12.FR.01 @B12.FR.03 @E07.FR.03
  Scenario: A station waits for the end of the transaction and restarts
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send Reset:
      | type   | OnIdle |
      | evseId | absent |
    Then the station replies Scheduled
    When the station becomes ParkingBayUnoccupied
    Then the station sends BootNotification:
      | reason | ScheduledReset | B01.FR.09 |
    And the CSMS replies Accepted
    And the station reports every connector as Available
    And the station eventually sends SecurityEventNotification:
      | type | StartupOfTheDevice or ResetOrReboot |

  @TC_B_41_CS @B12.FR.01 @B12.FR.03 @E07.FR.03
  Scenario: A station waits for the end of all transactions and restarts
    Given the station is EnergyTransferStarted on EVSE 1
    And the station is EnergyTransferStarted on EVSE 2
    When the CSO has the CSMS send Reset:
      | type | OnIdle |
    Then the station replies Scheduled
    When the station becomes ParkingBayUnoccupied on EVSE 1:
      | connector status | Available or Unavailable |
    Then the station sends no BootNotification for <message timeout>
    When the station becomes ParkingBayUnoccupied on EVSE 2
    Then the station sends BootNotification:
      | reason | ScheduledReset | B01.FR.09 |
    And the CSMS replies Accepted
    And the station reports every connector as Available

  @TC_B_22_CS @TC_B_22_CSMS @B12.FR.02 @B12.FR.04 @E07.FR.03 @B01.FR.03
  Scenario: A station ends the transaction and restarts
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send Reset:
      | type   | Immediate |
      | evseId | absent    |
    Then the station replies Accepted
    # B12.FR.04 has the transaction end before the reboot.
    And the station sends, in this order:
      | TransactionEvent | eventType = Ended | triggerReason = ResetCommand | transactionInfo.chargingState = EVConnected | transactionInfo.stoppedReason = ImmediateReset | idToken = absent |
      | BootNotification |                   |                              |                                           |                                                |                  |
    And the CSMS replies Accepted
    And every BootNotification the station sent has:
      | reason | RemoteReset | B01.FR.09 |
    And the station reports the connector as Occupied
    And the station reports the other connectors of the EVSE as Available or Unavailable
    And the station reports every connector of the other EVSEs as Available

  @TC_B_26_CS @TC_B_26_CSMS @B12.FR.01 @B12.FR.07
  Scenario: An EVSE waits for the end of its transaction
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send Reset:
      | type   | OnIdle |
      | evseId | <EVSE> |
    Then the station replies Scheduled
    When the station becomes ParkingBayUnoccupied
    Then the station sends no BootNotification for <message timeout>

  @TC_B_27_CS @TC_B_27_CSMS @B12.FR.02 @B12.FR.08 @E07.FR.03
  Scenario: An EVSE ends its transaction and restarts
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send Reset:
      | type   | Immediate |
      | evseId | <EVSE>    |
    Then the station replies Accepted
    And the station eventually sends TransactionEvent:
      | eventType                     | Ended          | B12.FR.08 |
      | triggerReason                 | ResetCommand   | B12.FR.08 |
      | transactionInfo.chargingState | EVConnected    |           |
      | transactionInfo.stoppedReason | ImmediateReset | B12.FR.08 |
    And the CSMS replies
