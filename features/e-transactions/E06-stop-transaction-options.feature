@E06
Feature: E06 Stop transaction options

  # The reason is what authorized the stop, or that the EV has gone: who stopped by the CSMS says Remote (E06.FR.08),
  # who stopped at the station says Local or nothing at all (E06.FR.09, E07.FR.04, E07.FR.05).

  # The case wants Local alone, although it may be absent as well.
  @TC_E_19_CS @TC_E_19_CSMS @E06.FR.01 @E06.FR.08 @E06.FR.09 @E06.FR.15
  Scenario: With ParkingBayOccupancy, a transaction ends when the EV leaves the bay
    Given TxCtrlr.TxStopPoint is ParkingBayOccupancy
    And the station is EVDisconnected
    When the station becomes ParkingBayUnoccupied

  @TC_E_14_CS @TC_E_14_CSMS @E06.FR.02 @E06.FR.08 @E06.FR.09 @E06.FR.15
  Scenario: With EVConnected, a transaction ends when the cable is unplugged at the station
    Given TxCtrlr.TxStopPoint is EVConnected or EVConnected,ParkingBayOccupancy or ParkingBayOccupancy,EVConnected
    And the station is EVConnectedPostSession
    When the station becomes EVDisconnected

  @TC_E_20_CS @TC_E_20_CSMS @E06.FR.02 @E06.FR.08 @E06.FR.15
  Scenario: With EVConnected, a transaction ends when the cable is unplugged at the EV
    Given TxCtrlr.TxStopPoint is EVConnected or contains EVConnected and not contains EnergyTransfer and not contains PowerPathClosed
    And TxCtrlr.StopTxOnEVSideDisconnect is false if writable
    And the station is EnergyTransferSuspended
    When the EV driver unplugs at the EV
    Then the station eventually sends TransactionEvent:
      | eventType                     | Ended               | E06.FR.02 |
      | triggerReason                 | EVCommunicationLost | E06.FR.15 |
      | transactionInfo.chargingState | Idle                | E01.FR.18 |
      | transactionInfo.stoppedReason | EVDisconnected      | E06.FR.08 |
    And the CSMS replies

  @TC_E_54_CS @E06.FR.02 @E06.FR.08 @E06.FR.15
  Scenario: With EVConnected, a transaction ends when an EV with high level communication is unplugged
    Given TxCtrlr.TxStopPoint is EVConnected or contains EVConnected and not contains EnergyTransfer and not contains PowerPathClosed
    And TxCtrlr.StopTxOnEVSideDisconnect is false if writable
    And the station is EnergyTransferSuspended
    When the EV driver unplugs at the EV
    Then the station eventually sends TransactionEvent:
      | eventType                     | Ended                         | E06.FR.02 |
      | triggerReason                 | EVCommunicationLost           | E06.FR.15 |
      | transactionInfo.chargingState | Idle                          | E01.FR.18 |
      | transactionInfo.stoppedReason | EVDisconnected or StoppedByEV | E06.FR.08 |

  # The case wants one message that says all, and Local. The use case also lets the end be told when the energy has ceased
  # to flow (E07, alternative scenario), and Local is recommended only (E07.FR.05).
  @TC_E_15_CS @E06.FR.03 @E06.FR.15 @E07.FR.02 @E07.FR.04 @E07.FR.05
  Scenario: With Authorized, a transaction ends when the driver stops it
    Given TxCtrlr.TxStopPoint is Authorized or contains Authorized and not contains PowerPathClosed
    And the station is EnergyTransferStarted
    When the station becomes StopAuthorized locally
    Then one TransactionEvent the station sent has:
      | eventType                     | Ended                 | E06.FR.03 |
      | triggerReason                 | should StopAuthorized | E07.FR.02 |
      | transactionInfo.stoppedReason | should Local          | E07.FR.05 |

  @TC_E_15_CSMS @E06.FR.03
  Scenario: A CSMS takes a transaction that ends because the driver stopped it
    Given TxCtrlr.TxStopPoint is Authorized
    And the station is EnergyTransferStarted
    When <transaction duration> pass
    And the EV driver presents <valid idToken>
    Then the station eventually sends TransactionEvent:
      | eventType                     | Ended          |
      | triggerReason                 | StopAuthorized |
      | transactionInfo.stoppedReason | Local          |
    And the CSMS replies

  @TC_E_21_CS @TC_E_21_CSMS @E06.FR.03 @E06.FR.08 @E06.FR.15 @F03.FR.01 @F03.FR.09
  Scenario: With Authorized, a transaction ends when the CSMS stops it
    Given TxCtrlr.TxStopPoint is Authorized or contains Authorized and not contains PowerPathClosed
    And the station is EnergyTransferStarted
    When the CSO has the CSMS send RequestStopTransaction:
      | transactionId | $transactionId | F03.FR.01 |
    Then the station replies Accepted
    And the station eventually sends TransactionEvent:
      | eventType                     | Ended      | E06.FR.03 |
      | triggerReason                 | RemoteStop | E06.FR.15 |
      | transactionInfo.stoppedReason | Remote     | E06.FR.08 |
    And the CSMS replies

  # Nothing would keep AuthCacheCtrlr and the list from knowing the token, so that both are prepared where they exist.
  @TC_E_16_CS @E06.FR.04 @E06.FR.15 @C15.FR.04 @E05.FR.10
  Scenario: With Authorized, a transaction ends when the CSMS does not accept the token that started it offline
    Given TxCtrlr.TxStopPoint is Authorized or contains Authorized and not contains EnergyTransfer or contains PowerPathClosed and not contains EnergyTransfer
    And AuthCtrlr.Enabled is true if writable
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    And AuthCtrlr.OfflineTxForUnknownIdEnabled is true if implemented
    And AuthCtrlr.LocalAuthorizeOffline is true if writable
    And TxCtrlr.StopTxOnInvalidId is true
    And the station is IdTokenCached
    When the CSMS accepts no connections
    And the EV driver parks
    And the EV driver presents <valid idToken>
    And the EV driver plugs in
    And the CSMS accepts connections again
    Then the station connects
    And the station eventually sends TransactionEvent:
      | idToken | <valid idToken> |           |
      | offline | true            | E04.FR.03 |
    And the CSMS replies Invalid
    And the station eventually sends TransactionEvent:
      | eventType                     | Ended        | E05.FR.10 |
      | triggerReason                 | Deauthorized | E06.FR.15 |
      | transactionInfo.stoppedReason | DeAuthorized | E05.FR.10 |

  @TC_E_16_CSMS @E06.FR.04 @E01.FR.11 @E01.FR.12
  Scenario: A CSMS does not accept a token in a TransactionEvent that it does not know as valid
    When the station sends TransactionEvent:
      | eventType     | Started           |
      | triggerReason | Authorized        |
      | idToken       | <invalid idToken> |
    Then the CSMS replies Invalid or Unknown
    When the station sends TransactionEvent:
      | eventType                     | Ended        |
      | triggerReason                 | Deauthorized |
      | transactionInfo.stoppedReason | DeAuthorized |
    Then the CSMS replies

  @TC_E_17_CS @TC_E_17_CSMS @E06.FR.04 @E06.FR.08 @E06.FR.15 @E09.FR.01 @E09.FR.03
  Scenario: With Authorized and StopTxOnEVSideDisconnect, a transaction ends when the EV is gone
    Given TxCtrlr.TxStopPoint is Authorized or Authorized,ParkingBayOccupancy or ParkingBayOccupancy,Authorized
    And TxCtrlr.StopTxOnEVSideDisconnect is true
    And OCPPCommCtrlr.UnlockOnEVSideDisconnect is false if writable
    And AuthCtrlr.Enabled is true if writable
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    And the station is EnergyTransferSuspended
    When the EV driver unplugs at the EV
    Then the station eventually sends TransactionEvent:
      | eventType                     | Ended               | E09.FR.01 |
      | triggerReason                 | EVCommunicationLost | E06.FR.15 |
      | transactionInfo.chargingState | Idle                | E01.FR.18 |
      | transactionInfo.stoppedReason | EVDisconnected      | E06.FR.08 |
    And the CSMS replies
    When the station becomes CableRemoved:
      | idToken | <valid idToken> |

  # The case speaks of TxStartPoint where it says when the transaction goes on; what decides is TxStopPoint
  # (E03.FR.05, E03.FR.15), and it contains Authorized here. A transaction that begins with the cable is a new one.
  @TC_E_39_CS @E06.FR.04 @E06.FR.15 @E03.FR.05
  Scenario: With Authorized, a transaction ends when nobody plugs in, and whoever does so later gets no energy
    Given TxCtrlr.TxStopPoint is Authorized or contains Authorized
    And TxCtrlr.EVConnectionTimeOut is <EV connection timeout>
    And AuthCtrlr.Enabled is true if writable
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    And the station is Authorized
    When the station becomes ConnectionTimedOut
    And the EV driver plugs in
    Then the station reports the connector as Occupied
    And the station sends no TransactionEvent for <message timeout>:
      | transactionInfo.chargingState | Charging |
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | not CablePluggedIn and not MeterValuePeriodic and not MeterValueClock | E06.FR.15 |

  @TC_E_39_CSMS @E06.FR.04 @E03.FR.05
  Scenario: A CSMS takes the end of a transaction that never had a cable
    Given TxCtrlr.TxStopPoint is Authorized
    And TxCtrlr.EVConnectionTimeOut is <EV connection timeout>
    And the station is Authorized
    When <EV connection timeout> pass
    Then the station sends TransactionEvent:
      | eventType                     | Ended            |
      | triggerReason                 | EVConnectTimeout |
      | transactionInfo.stoppedReason | Timeout          |
    And the CSMS replies

  # The case presents the token, and then goes through a state that presents it: once is meant.
  @TC_E_07_CS @TC_E_07_CSMS @E06.FR.06 @E06.FR.15
  Scenario: With PowerPathClosed, a transaction ends when the driver stops it
    Given TxCtrlr.TxStopPoint is PowerPathClosed or contains PowerPathClosed and not contains Authorized
    And the station is EnergyTransferStarted
    When the station becomes StopAuthorized locally

  @TC_E_35_CS @E06.FR.06 @E06.FR.08 @E06.FR.15
  Scenario: With PowerPathClosed, a transaction ends when the CSMS stops it
    Given TxCtrlr.TxStopPoint is PowerPathClosed or contains PowerPathClosed and not contains Authorized
    And the station is EnergyTransferStarted
    When the station becomes StopAuthorized remotely

  @TC_E_37_CS @E06.FR.06 @E06.FR.08 @E06.FR.15
  Scenario: With PowerPathClosed, a transaction ends when the cable is unplugged at the EV
    Given TxCtrlr.TxStopPoint is PowerPathClosed or contains PowerPathClosed and not contains EnergyTransfer and not contains EVConnected
    And TxCtrlr.StopTxOnEVSideDisconnect is false if writable
    And the station is EnergyTransferSuspended
    When the EV driver unplugs at the EV
    Then the station eventually sends TransactionEvent:
      | eventType                     | Ended                         | E06.FR.06 |
      | triggerReason                 | EVCommunicationLost           | E06.FR.15 |
      | transactionInfo.chargingState | Idle                          | E01.FR.18 |
      | transactionInfo.stoppedReason | EVDisconnected or StoppedByEV | E06.FR.08 |

  @TC_E_08_CS @TC_E_08_CSMS @E06.FR.07 @E06.FR.15
  Scenario: With EnergyTransfer, a transaction ends when the driver stops and energy ceases to flow
    Given TxCtrlr.TxStopPoint is EnergyTransfer or contains EnergyTransfer and not contains Authorized and not contains PowerPathClosed
    And the station is EnergyTransferStarted
    When the station becomes StopAuthorized

  # The case wants EVConnected, the state of the same name SuspendedEV as well: E01.FR.19 and E01.FR.20 leave both open.
  @TC_E_22_CS @TC_E_22_CSMS @E06.FR.07 @E06.FR.08 @E06.FR.15
  Scenario: With EnergyTransfer, a transaction ends when the EV takes no more energy
    Given TxCtrlr.TxStopPoint is EnergyTransfer or contains EnergyTransfer
    And the station is EnergyTransferStarted
    When the EV suspends charging
    Then the station eventually sends TransactionEvent:
      | eventType                     | Ended                      | E06.FR.07 |
      | triggerReason                 | ChargingStateChanged       | E06.FR.15 |
      | transactionInfo.chargingState | SuspendedEV or EVConnected | E01.FR.19 |
      | transactionInfo.stoppedReason | StoppedByEV                | E06.FR.08 |
    And the CSMS replies
