@E09
Feature: E09 Cable unplugged at the EV ends the authorization

  @TC_E_24_CS @E09.FR.01 @E09.FR.02 @E09.FR.04
  Scenario: With UnlockOnEVSideDisconnect, the station lets go of a cable that is out of the EV
    # With EnergyTransfer, the transaction has ended before the EV is gone.
    Given TxCtrlr.TxStopPoint is Authorized or not contains EnergyTransfer -> stopPoint
    And TxCtrlr.StopTxOnEVSideDisconnect is true
    And OCPPCommCtrlr.UnlockOnEVSideDisconnect is true
    And the station is EnergyTransferSuspended
    When the EV driver unplugs at the EV
    Then the station eventually sends TransactionEvent:
      | eventType                     | Ended when $stopPoint is not ParkingBayOccupancy   | E09.FR.01 |
      | eventType                     | Updated when $stopPoint is ParkingBayOccupancy     | E06.FR.01 |
      | triggerReason                 | EVCommunicationLost                                | E06.FR.15 |
      | transactionInfo.chargingState | Idle                                               | E01.FR.18 |
    When the station becomes CableRemoved

  @TC_E_25_CS @E09.FR.01 @E09.FR.03 @E09.FR.04
  Scenario: Without UnlockOnEVSideDisconnect, the driver comes back for the cable
    # With EnergyTransfer, the transaction has ended before the EV is gone.
    Given TxCtrlr.TxStopPoint is Authorized or not contains EnergyTransfer -> stopPoint
    And TxCtrlr.StopTxOnEVSideDisconnect is true
    And OCPPCommCtrlr.UnlockOnEVSideDisconnect is false
    And the station is EnergyTransferSuspended
    When the EV driver unplugs at the EV
    Then the station eventually sends TransactionEvent:
      | eventType                     | Ended when $stopPoint is not ParkingBayOccupancy   | E09.FR.01 |
      | eventType                     | Updated when $stopPoint is ParkingBayOccupancy     | E06.FR.01 |
      | triggerReason                 | EVCommunicationLost                                | E06.FR.15 |
      | transactionInfo.chargingState | Idle                                               | E01.FR.18 |
    When the station becomes CableRemoved:
      | idToken | <valid idToken> |
