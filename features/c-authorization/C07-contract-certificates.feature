@C07
Feature: C07 Authorization by contract certificate

  # What these cases need besides, a certificate with which the station proves itself to EVs, has to be in place.

  @TC_C_50_CS @C07.FR.01 @C07.FR.02
  Scenario: A station asks about a contract, with all that it takes to find out whether it was revoked
    Given AuthCtrlr.Enabled is true if implemented
    And TxCtrlr.TxStartPoint is /ParkingBayOccupancy|EVConnected|Authorized|PowerPathClosed/
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    And ISO15118Ctrlr.CentralContractValidationAllowed is false if implemented
    And ISO15118Ctrlr.ContractCertificateInstallationEnabled is true if implemented
    And ISO15118Ctrlr.V2GCertificateInstallationEnabled is true if implemented
    And ISO15118Ctrlr.PnCEnabled is true if implemented
    And the station is CertificateInstalled:
      | type        | V2GRootCertificate |
      | certificate | <V2G root>         |
    And the station is CertificateInstalled:
      | type        | MORootCertificate |
      | certificate | <MO root>         |
    When the EV driver parks
    And the EV driver plugs in an EV with a contract
    Then the station reports the connector as Occupied
    And the station sends Authorize:
      | idToken.type                                | eMAID       | C07.FR.02 |
      | idToken.idToken                             | -> emaid    |           |
      | iso15118CertificateHashData[*].responderURL | /^https?:/i | C07.FR.02 |
    And the CSMS replies Accepted:
      | certificateStatus | Accepted |
    And the station eventually sends TransactionEvent:
      | triggerReason   | Authorized |
      | idToken.idToken | $emaid     |
    And the CSMS replies Accepted
    When the station becomes EnergyTransferStarted

  @TC_C_51_CS @C07.FR.01 @C07.FR.02
  Scenario: An EV does not charge whose contract has been cancelled
    Given AuthCtrlr.Enabled is true if implemented
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    And ISO15118Ctrlr.CentralContractValidationAllowed is false if implemented
    And ISO15118Ctrlr.PnCEnabled is true if implemented
    And the station is CertificateInstalled:
      | type        | V2GRootCertificate |
      | certificate | <V2G root>         |
    And the station is CertificateInstalled:
      | type        | MORootCertificate |
      | certificate | <MO root>         |
    When the EV driver parks
    And the EV driver plugs in an EV with a contract
    Then the station reports the connector as Occupied
    And the station sends Authorize:
      | idToken.type                                | eMAID       | C07.FR.02 |
      | iso15118CertificateHashData[*].responderURL | /^https?:/i | C07.FR.02 |
    And the CSMS replies Invalid:
      | certificateStatus | ContractCancelled |
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | Authorized |
    And the station sends no TransactionEvent for <message timeout>:
      | transactionInfo.chargingState | Charging |

  @TC_C_52_CS @C07.FR.01 @C07.FR.06
  Scenario: A station has a contract validated that it cannot validate by itself
    Given AuthCtrlr.Enabled is true if implemented
    And TxCtrlr.TxStartPoint is /ParkingBayOccupancy|EVConnected|Authorized|PowerPathClosed/
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    And ISO15118Ctrlr.CentralContractValidationAllowed is true
    And ISO15118Ctrlr.ContractCertificateInstallationEnabled is true if implemented
    And ISO15118Ctrlr.V2GCertificateInstallationEnabled is true if implemented
    And ISO15118Ctrlr.PnCEnabled is true if implemented
    And the station is CertificateInstalled:
      | type        | V2GRootCertificate |
      | certificate | <V2G root>         |
    # Whoever has the root can validate the contract, and need not send it.
    And the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0] | MORootCertificate |
    And the station replies Accepted or NotFound:
      | certificateHashDataChain[certificateHashData.serialNumber=<MO root serial number>].certificateHashData | absent |
    When the EV driver parks
    And the EV driver plugs in an EV with a contract
    Then the station reports the connector as Occupied
    And the station sends Authorize:
      | idToken.type    | eMAID                           | C07.FR.02 |
      | idToken.idToken | -> emaid                        |           |
      | certificate     | /^-----BEGIN CERTIFICATE-----/i | C07.FR.06 |
    And the CSMS replies Accepted:
      | certificateStatus | Accepted |
    And the station eventually sends TransactionEvent:
      | triggerReason   | Authorized |
      | idToken.idToken | $emaid     |
    And the CSMS replies Accepted
    When the station becomes EnergyTransferStarted

  @TC_C_53_CS @C07.FR.01 @C07.FR.06
  Scenario: An EV does not charge whose certificate the CSMS finds revoked
    Given AuthCtrlr.Enabled is true if implemented
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    And ISO15118Ctrlr.CentralContractValidationAllowed is true
    And ISO15118Ctrlr.PnCEnabled is true if implemented
    And the station is CertificateInstalled:
      | type        | V2GRootCertificate |
      | certificate | <V2G root>         |
    # Whoever has the root can validate the contract, and need not send it.
    And the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0] | MORootCertificate |
    And the station replies Accepted or NotFound:
      | certificateHashDataChain[certificateHashData.serialNumber=<MO root serial number>].certificateHashData | absent |
    When the EV driver parks
    And the EV driver plugs in an EV with a contract
    Then the station reports the connector as Occupied
    And the station sends Authorize:
      | idToken.type | eMAID                           | C07.FR.02 |
      | certificate  | /^-----BEGIN CERTIFICATE-----/i | C07.FR.06 |
    And the CSMS replies Invalid:
      | certificateStatus | CertificateRevoked |
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | Authorized |
    And the station sends no TransactionEvent for <message timeout>:
      | transactionInfo.chargingState | Charging |

  @TC_C_54_CS @C07.FR.08 @C07.FR.09 @C07.FR.10 @C07.FR.11
  Scenario: An EV charges offline whose contract the station validates and whose eMAID its list has
    Given AuthCtrlr.Enabled is true if implemented
    And TxCtrlr.TxStartPoint is /ParkingBayOccupancy|EVConnected|Authorized|PowerPathClosed/
    And AuthCtrlr.LocalAuthorizeOffline is true
    And AuthCtrlr.OfflineTxForUnknownIdEnabled is false if implemented
    And OCPPCommCtrlr.OfflineThreshold is <retry wait> + 60
    And OCPPCommCtrlr.RetryBackOffWaitMinimum is <retry wait>
    And OCPPCommCtrlr.RetryBackOffRandomRange is 0
    And ISO15118Ctrlr.ContractValidationOffline is true
    And ISO15118Ctrlr.PnCEnabled is true if implemented
    And the station is CertificateInstalled:
      | type        | V2GRootCertificate |
      | certificate | <V2G root>         |
    And the station is CertificateInstalled:
      | type        | MORootCertificate |
      | certificate | <MO root>         |
    And the station is IdTokenLocalAuthList:
      | idToken | <contract idToken> |
    When the CSMS accepts no connections
    And the EV driver parks
    And the EV driver plugs in an EV with a contract
    And <transaction duration> pass
    And the CSMS accepts connections again
    Then the station connects
    And the station reports the connector as Occupied
    And the station eventually sends TransactionEvent:
      | triggerReason | Authorized         | C07.FR.10 |
      | idToken       | <contract idToken> | C07.FR.10 |
      | offline       | true               |           |
    And the station eventually sends TransactionEvent:
      | transactionInfo.chargingState | Charging | C07.FR.10 |
    And every TransactionEvent the station sent has:
      | triggerReason                 | -> trigger                                                       |
      | offline                       | true when $trigger is EVDetected or CablePluggedIn or Authorized |
      | transactionInfo.chargingState | EVConnected when $trigger is CablePluggedIn                      |

  @TC_C_55_CS @C07.FR.07
  Scenario: No EV charges offline by contract where that is not allowed
    Given AuthCtrlr.Enabled is true if implemented
    And AuthCtrlr.OfflineTxForUnknownIdEnabled is false if implemented
    And OCPPCommCtrlr.OfflineThreshold is <retry wait> + 60
    And OCPPCommCtrlr.RetryBackOffWaitMinimum is <retry wait>
    And OCPPCommCtrlr.RetryBackOffRandomRange is 0
    And ISO15118Ctrlr.ContractValidationOffline is false
    And ISO15118Ctrlr.PnCEnabled is true if implemented
    And the station is CertificateInstalled:
      | type        | V2GRootCertificate |
      | certificate | <V2G root>         |
    And the station is CertificateInstalled:
      | type        | MORootCertificate |
      | certificate | <MO root>         |
    And the station is IdTokenLocalAuthList:
      | idToken | <contract idToken> |
    When the CSMS accepts no connections
    And the EV driver parks
    And the EV driver plugs in an EV with a contract
    And <transaction duration> pass
    And the CSMS accepts connections again
    Then the station connects
    And the station reports the connector as Occupied
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | Authorized | C07.FR.07 |
    And the station sends no TransactionEvent for <message timeout>:
      | transactionInfo.chargingState | Charging or SuspendedEV | C07.FR.07 |
    And the station sends no TransactionEvent for <message timeout>:
      | triggerReason | EVDetected or CablePluggedIn |
      | offline       | false                        |

  @TC_C_50_CSMS @C07.FR.04 @C07.FR.05 @C07.FR.14
  Scenario: A CSMS accepts a contract after it has found out that it is not revoked
    Given the station is EVConnectedPreSession
    When the station sends Authorize:
      | idToken                     | <contract idToken>   |
      | iso15118CertificateHashData | <contract hash data> |
    Then the CSMS replies Accepted:
      | certificateStatus | Accepted | C07.FR.14 |
    And the CSMS has asked the OCSP responder about the contract
    When the station sends TransactionEvent:
      | triggerReason | Authorized         |
      | idToken       | <contract idToken> |
    Then the CSMS replies Accepted
    When the station sends TransactionEvent:
      | eventType                     | Updated              |
      | triggerReason                 | ChargingStateChanged |
      | transactionInfo.chargingState | Charging             |
    Then the CSMS replies

  # The official case has another token, and a responder that answers that the certificate is valid.
  @TC_C_51_CSMS @C07.FR.05 @C07.FR.16
  Scenario: A CSMS does not accept a contract whose certificate has been revoked
    Given the OCSP responder knows the contract as revoked
    And the station is EVConnectedPreSession
    When the station sends Authorize:
      | idToken                     | <contract idToken>   |
      | iso15118CertificateHashData | <contract hash data> |
    Then the CSMS replies Invalid:
      | certificateStatus | CertificateRevoked | C07.FR.16 |
    And the CSMS has asked the OCSP responder about the contract

  @TC_C_52_CSMS @C07.FR.04 @C07.FR.05 @C07.FR.14
  Scenario: A CSMS validates the contract certificate that a station sends it
    Given the station is EVConnectedPreSession
    When the station sends Authorize:
      | idToken     | <contract idToken>           |
      | certificate | <contract certificate chain> |
    Then the CSMS replies Accepted:
      | certificateStatus | Accepted | C07.FR.14 |
    And the CSMS has asked the OCSP responder about the contract
    When the station sends TransactionEvent:
      | triggerReason | Authorized         |
      | idToken       | <contract idToken> |
    Then the CSMS replies Accepted
    When the station sends TransactionEvent:
      | eventType                     | Updated              |
      | triggerReason                 | ChargingStateChanged |
      | transactionInfo.chargingState | Charging             |
    Then the CSMS replies
