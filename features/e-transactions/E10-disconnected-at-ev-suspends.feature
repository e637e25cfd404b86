@E10
Feature: E10 Cable unplugged at the EV suspends the transaction

  @TC_E_26_CS @E10.FR.01 @E10.FR.03
  Scenario: A transaction goes on when the cable is plugged into the EV again
    Given TxCtrlr.TxStopPoint is Authorized or ParkingBayOccupancy or Authorized,ParkingBayOccupancy or ParkingBayOccupancy,Authorized
    And OCPPCommCtrlr.UnlockOnEVSideDisconnect is false
    And TxCtrlr.StopTxOnEVSideDisconnect is false
    And the station is EnergyTransferSuspended
    When the station becomes EVSideDisconnected
    Then the station eventually sends TransactionEvent:
      | eventType                     | Updated             | E10.FR.01 |
      | triggerReason                 | EVCommunicationLost | E06.FR.15 |
      | transactionInfo.chargingState | Idle                | E01.FR.18 |
    When the EV driver plugs in
    Then the station eventually sends TransactionEvent:
      | eventType                     | Updated        |           |
      | triggerReason                 | CablePluggedIn | E01.FR.15 |
      | transactionInfo.chargingState | EVConnected    | E01.FR.18 |
      | transactionInfo.transactionId | $transactionId |           |
    And the station eventually sends TransactionEvent:
      | eventType                     | Updated              |           |
      | triggerReason                 | ChargingStateChanged | E01.FR.15 |
      | transactionInfo.chargingState | Charging             | E01.FR.18 |
      | transactionInfo.transactionId | $transactionId       |           |

  @TC_E_26_CSMS @E10.FR.01
  Scenario: A CSMS takes a transaction that goes on although the cable was out
    Given TxCtrlr.TxStopPoint is Authorized
    And the station is EnergyTransferSuspended
    When the station sends TransactionEvent:
      | eventType                     | Updated             |
      | triggerReason                 | EVCommunicationLost |
      | transactionInfo.chargingState | Idle                |
    Then the CSMS replies
    When the station reports the connector as Available
    And the station sends TransactionEvent:
      | eventType                     | Updated        |
      | triggerReason                 | CablePluggedIn |
      | transactionInfo.chargingState | EVConnected    |
    Then the CSMS replies
    When the station sends TransactionEvent:
      | eventType                     | Updated              |
      | triggerReason                 | ChargingStateChanged |
      | transactionInfo.chargingState | Charging             |
    Then the CSMS replies

  # The text of the use case has EVCommunicationLost and EVDisconnected here; the case is the later word, and the timeout
  # is what happens then.
  @TC_E_27_CS @E10.FR.02 @E10.FR.03
  Scenario: A transaction with a fixed cable loses its authorization when nobody plugs in again in time
    Given TxCtrlr.TxStopPoint is Authorized or ParkingBayOccupancy or Authorized,ParkingBayOccupancy or ParkingBayOccupancy,Authorized -> stopPoint
    And OCPPCommCtrlr.UnlockOnEVSideDisconnect is false
    And TxCtrlr.StopTxOnEVSideDisconnect is false
    And TxCtrlr.EVConnectionTimeOut is <EV connection timeout>
    And the station is EnergyTransferSuspended
    When the station becomes EVSideDisconnected
    Then the station eventually sends TransactionEvent:
      | eventType                     | Updated             |           |
      | triggerReason                 | EVCommunicationLost | E06.FR.15 |
      | transactionInfo.chargingState | Idle                | E01.FR.18 |
    And the station sends no TransactionEvent for <EV connection timeout> - 5 s:
      | triggerReason | EVConnectTimeout | E10.FR.02 |
    And the station eventually sends TransactionEvent:
      | triggerReason                 | EVConnectTimeout                                    | E10.FR.02 |
      | eventType                     | Ended when $stopPoint is contains Authorized        | E10.FR.02 |
      | transactionInfo.stoppedReason | Timeout when $stopPoint is contains Authorized      | E06.FR.08 |
      | eventType                     | Updated when $stopPoint is not contains Authorized  | E03.FR.15 |
