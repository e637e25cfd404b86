@E01
Feature: E01 Start transaction options

  @TC_E_12_CS @TC_E_12_CSMS @E01.FR.01 @E01.FR.10 @E01.FR.15 @E01.FR.16
  Scenario: With ParkingBayOccupancy, a transaction starts when an EV enters the bay
    Given TxCtrlr.TxStartPoint is ParkingBayOccupancy or contains ParkingBayOccupancy
    When the EV driver parks
    Then the station eventually sends TransactionEvent:
      | eventType     | Started    | E01.FR.01 |
      | triggerReason | EVDetected | E01.FR.15 |
    And the CSMS replies
    When the station becomes Authorized
    And the station becomes EVConnectedPreSession
    And the station becomes EnergyTransferStarted

  @TC_E_09_CS @E01.FR.02 @E01.FR.10 @E01.FR.15 @E01.FR.16
  Scenario: With EVConnected, a transaction starts when the cable is plugged in
    Given TxCtrlr.TxStartPoint is EVConnected or contains EVConnected and not contains ParkingBayOccupancy
    And the station is ParkingBayOccupied
    When the station becomes EVConnectedPreSession
    And the station becomes Authorized
    And the station becomes EnergyTransferStarted

  @TC_E_09_CSMS @E01.FR.02
  Scenario: A CSMS takes a transaction that starts with the cable and belongs to nobody yet
    When the station reports the connector as Occupied
    And the station sends TransactionEvent:
      | eventType                     | Started       |
      | triggerReason                 | CablePluggedIn |
      | evse.id                       | <EVSE>        |
      | evse.connectorId              | <connector>   |
      | transactionInfo.chargingState | EVConnected   |
    Then the CSMS replies

  @TC_E_10_CS @E01.FR.03 @E01.FR.10 @E01.FR.15 @E01.FR.16 @C01.FR.02 @C02.FR.01 @C06.FR.02
  Scenario: With Authorized, a transaction starts when the driver presents a token
    Given TxCtrlr.TxStartPoint is Authorized or contains Authorized
    And AuthCtrlr.Enabled is true if writable
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    When the station becomes Authorized locally
    And the station becomes EVConnectedPreSession
    And the station becomes EnergyTransferStarted

  @TC_E_10_CSMS @E01.FR.03 @E01.FR.12
  Scenario: A CSMS takes a transaction that starts with a token alone
    When the station sends Authorize:
      | idToken | <valid idToken> |
    Then the CSMS replies Accepted
    When the station sends TransactionEvent:
      | eventType     | Started         |
      | triggerReason | Authorized      |
      | idToken       | <valid idToken> |
    Then the CSMS replies Accepted

  @TC_E_13_CS @E01.FR.03 @E01.FR.10 @E01.FR.15 @F01.FR.03 @F01.FR.04 @F01.FR.06 @F01.FR.19 @F02.FR.01
  Scenario: With Authorized, a transaction starts when the CSMS asks for it
    Given TxCtrlr.TxStartPoint is Authorized or contains Authorized
    And AuthCtrlr.Enabled is true if writable
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    When the station becomes Authorized remotely
    And the station becomes EVConnectedPreSession
    And the station becomes EnergyTransferStarted

  @TC_E_11_CS @E01.FR.04 @E01.FR.09 @E01.FR.10 @E01.FR.15 @E01.FR.16 @E02.FR.14
  Scenario: With DataSigned, a transaction starts when the meter has signed its first value
    Given TxCtrlr.TxStartPoint is DataSigned or contains DataSigned and not contains ParkingBayOccupancy and not contains EVConnected and not contains Authorized
    And SampledDataCtrlr.SignReadings is true
    And the station is Authorized
    When the station becomes EnergyTransferStarted
    Then one TransactionEvent the station sent has:
      | eventType                                                      | Started           | E01.FR.04 |
      | meterValue[0].sampledValue[*].context                          | Transaction.Begin | E01.FR.09 |
      | meterValue[0].sampledValue[0].signedMeterValue.encodingMethod  | present           | E02.FR.14 |
      | meterValue[0].sampledValue[0].signedMeterValue.publicKey       | present           | E02.FR.14 |
      | meterValue[0].sampledValue[0].signedMeterValue.signedMeterData | present           | E02.FR.14 |
      | meterValue[0].sampledValue[0].signedMeterValue.signingMethod   | present           | E02.FR.14 |

  @TC_E_11_CSMS @E01.FR.04 @E01.FR.12
  Scenario: A CSMS takes a transaction that starts with a signed meter value
    When the station sends Authorize:
      | idToken | <valid idToken> |
    Then the CSMS replies Accepted
    When the station reports the connector as Occupied
    And the station sends TransactionEvent:
      | eventType                                                      | Started                                  |
      | triggerReason                                                  | SignedDataReceived                       |
      | idToken                                                        | <valid idToken>                          |
      | evse.id                                                        | <EVSE>                                   |
      | evse.connectorId                                               | <connector>                              |
      | meterValue[0].timestamp                                        | within 4 s of now                        |
      | meterValue[0].sampledValue[0].value                            | 0                                        |
      | meterValue[0].sampledValue[0].context                          | Transaction.Begin                        |
      | meterValue[0].sampledValue[0].signedMeterValue.signedMeterData | T0NNRnx7IlJWIjowLCJSVSI6IldoIn18e30=     |
      | meterValue[0].sampledValue[0].signedMeterValue.signingMethod   | ECDSA-secp256r1-SHA256                   |
      | meterValue[0].sampledValue[0].signedMeterValue.encodingMethod  | OCMF                                     |
      | meterValue[0].sampledValue[0].signedMeterValue.publicKey       | MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE     |
    Then the CSMS replies Accepted
    When the station sends TransactionEvent:
      | eventType                     | Updated              |
      | triggerReason                 | ChargingStateChanged |
      | transactionInfo.chargingState | Charging             |
    Then the CSMS replies

  @TC_E_01_CS @E01.FR.05 @E01.FR.10 @E01.FR.15 @E01.FR.16
  Scenario: With PowerPathClosed, a transaction starts when somebody is authorized and the cable is in
    Given TxCtrlr.TxStartPoint is PowerPathClosed or PowerPathClosed,EnergyTransfer or EnergyTransfer,PowerPathClosed
    And the station is Authorized
    When the station becomes EVConnectedPreSession
    And the station becomes EnergyTransferStarted

  @TC_E_01_CSMS @E01.FR.05 @E01.FR.12
  Scenario: A CSMS takes a transaction that starts when the power path is closed
    When the station sends Authorize:
      | idToken | <valid idToken> |
    Then the CSMS replies Accepted
    When the station reports the connector as Occupied
    And the station sends TransactionEvent:
      | eventType                     | Started              |
      | triggerReason                 | ChargingStateChanged |
      | idToken                       | <valid idToken>      |
      | evse.id                       | <EVSE>               |
      | evse.connectorId              | <connector>          |
      | transactionInfo.chargingState | SuspendedEVSE        |
    Then the CSMS replies Accepted
    When the station sends TransactionEvent:
      | eventType                     | Updated              |
      | triggerReason                 | ChargingStateChanged |
      | transactionInfo.chargingState | Charging             |
    Then the CSMS replies

  @TC_E_02_CS @E01.FR.06 @E01.FR.10 @E01.FR.15 @E01.FR.16 @E01.FR.18
  Scenario: With EnergyTransfer, a transaction starts when energy begins to flow
    Given TxCtrlr.TxStartPoint is EnergyTransfer
    And the station is Authorized
    When the station becomes EVConnectedPreSession
    And the station becomes EnergyTransferStarted

  @TC_E_02_CSMS @E01.FR.06 @E01.FR.12
  Scenario: A CSMS takes a transaction that starts when energy flows
    When the station sends Authorize:
      | idToken | <valid idToken> |
    Then the CSMS replies Accepted
    When the station reports the connector as Occupied
    And the station sends TransactionEvent:
      | eventType                     | Started              |
      | triggerReason                 | ChargingStateChanged |
      | idToken                       | <valid idToken>      |
      | evse.id                       | <EVSE>               |
      | evse.connectorId              | <connector>          |
      | transactionInfo.chargingState | Charging             |
    Then the CSMS replies Accepted

  @TC_E_53_CSMS @E01.FR.07
  Scenario: A CSMS takes transactions that each begin to count with 0
    When the station becomes EnergyTransferStarted
    And the station becomes EVDisconnected
    And the station becomes EnergyTransferStarted
    And the station becomes EVDisconnected
