@E15
Feature: E15 End of the charging process (ISO 15118)

  # What this case needs besides, a certificate with which the station proves itself to EVs, has to be in place.
  @TC_E_46_CS @E15.FR.04 @E15.FR.05
  Scenario: The EV ends the session that its contract began
    Given TxCtrlr.TxStopPoint is any -> stopPoint
    And AuthCtrlr.Enabled is true if implemented
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    And ISO15118Ctrlr.PnCEnabled is true if implemented
    And the station is CertificateInstalled:
      | type        | V2GRootCertificate |
      | certificate | <V2G root>         |
    And the station is CertificateInstalled:
      | type        | MORootCertificate |
      | certificate | <MO root>         |
    And the station is ParkingBayOccupied
    And the EV driver plugs in an EV with a contract
    And the station sends Authorize:
      | idToken.type                | eMAID   | C07.FR.02 |
      | iso15118CertificateHashData | present | C07.FR.02 |
    And the CSMS replies Accepted:
      | certificateStatus | Accepted |
    And the station eventually sends TransactionEvent:
      | triggerReason | Authorized or ChargingStateChanged or SignedDataReceived |
      | idToken       | present                                                  |
    And the station is EnergyTransferStarted
    When the EV ends the charging session
    Then the station eventually sends TransactionEvent:
      | triggerReason                 | StopAuthorized                                                                                                             | E15.FR.05 |
      | transactionInfo.transactionId | $transactionId                                                                                                             |           |
      | transactionInfo.chargingState | EVConnected                                                                                                                | E15.FR.05 |
      | eventType                     | Ended when $stopPoint is contains Authorized or contains PowerPathClosed or contains EnergyTransfer                        | E15.FR.04 |
      | transactionInfo.stoppedReason | StoppedByEV when $stopPoint is contains Authorized or contains PowerPathClosed or contains EnergyTransfer                  | E15.FR.04 |
      | eventType                     | Updated when $stopPoint is not contains Authorized and not contains PowerPathClosed and not contains EnergyTransfer        | E15.FR.05 |
