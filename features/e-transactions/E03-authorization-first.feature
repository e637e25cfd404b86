@E03
Feature: E03 Local start, authorization first

  @TC_E_04_CS @TC_E_04_CSMS @E03.FR.01 @E03.FR.02 @E03.FR.06 @E03.FR.12 @E01.FR.16 @C01.FR.02 @C02.FR.01 @C06.FR.02
  Scenario: Energy flows when the driver presents a token first and plugs in then
    Given AuthCtrlr.Enabled is true if writable
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    And the station is ParkingBayOccupied
    When the station becomes Authorized locally
    And the station becomes EnergyTransferStarted

  # The case wants an Updated unless TxStopPoint contains Authorized. E03.FR.05 lets every transaction end that is not
  # kept by ParkingBayOccupancy, so that both pass where TxStopPoint has neither of the two.
  @TC_E_05_CS @E03.FR.01 @E03.FR.05 @E03.FR.06 @E03.FR.12 @E03.FR.15 @C01.FR.02 @C02.FR.01 @C06.FR.02
  Scenario: A driver who does not plug in in time loses the authorization and can begin anew
    Given TxCtrlr.EVConnectionTimeOut is <EV connection timeout>
    And AuthCtrlr.Enabled is true if writable
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    And AuthCacheCtrlr.Enabled is false if implemented
    And AuthCtrlr.LocalPreAuthorize is false if implemented
    And the station is Authorized locally
    When the station becomes ConnectionTimedOut
    And the station becomes Authorized locally
    And the station becomes EnergyTransferStarted

  # SuspendedEV is what the case recommends; a station that cannot tell may say EVConnected (E01.FR.19, E01.FR.20).
  @TC_E_38_CS @E03.FR.12 @E01.FR.18 @E01.FR.19 @E01.FR.20
  Scenario: The station says so when the EV takes no energy yet
    Given TxCtrlr.TxStartPoint is Authorized or not EnergyTransfer
    And the station is Authorized
    When the EV is not ready to charge
    And the station becomes EVConnectedPreSession
    Then the station eventually sends TransactionEvent:
      | triggerReason                 | ChargingStateChanged       |           |
      | transactionInfo.chargingState | SuspendedEV or EVConnected | E01.FR.20 |
      | transactionInfo.chargingState | should SuspendedEV         | E01.FR.19 |

  @TC_E_38_CSMS @E01.FR.18 @E01.FR.19
  Scenario: A CSMS takes a transaction whose EV takes no energy yet
    Given the station is Authorized
    And the EV is not ready to charge
    When the station becomes EVConnectedPreSession
    And the station sends TransactionEvent:
      | eventType                     | Updated              |
      | triggerReason                 | ChargingStateChanged |
      | transactionInfo.chargingState | SuspendedEV          |
    Then the CSMS replies

  @TC_E_52_CS @C01.FR.02 @C01.FR.05
  Scenario: With DisableRemoteAuthorization, nobody charges whom the station does not know by itself
    Given AuthCtrlr.Enabled is true if implemented
    And AuthCtrlr.DisableRemoteAuthorization is true
    And the station is ParkingBayOccupied
    When the EV driver presents <unknown idToken>
    Then the station sends no Authorize for 10 s
    When the station becomes EVConnectedPreSession
    Then the station sends no TransactionEvent for <message timeout>:
      | transactionInfo.chargingState | Charging |
    And the station sends no Authorize for <message timeout>
