@F06
Feature: F06 Trigger message

  @TC_F_11_CS @TC_F_11_CSMS @F06.FR.01 @F06.FR.02 @F06.FR.04 @F06.FR.05 @F06.FR.06 @F06.FR.10
  Scenario: Meter values of an EVSE
    # There has to be something to send.
    Given AlignedDataCtrlr.Measurands is Energy.Active.Import.Register or /./ if writable
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | MeterValues |
      | evse.id          | <EVSE>      |
    Then the station replies Accepted
    And the station eventually sends MeterValues:
      | evseId                                | <EVSE>  |           |
      | meterValue[0].sampledValue[0].context | Trigger | F06.FR.06 |
    And the CSMS replies

  # MeterValues always has an evseId, which the case with the CSMS under test leaves out.
  @TC_F_12_CS @TC_F_12_CSMS @F06.FR.01 @F06.FR.04 @F06.FR.05 @F06.FR.06 @F06.FR.10 @F06.FR.11
  Scenario: Meter values of every EVSE
    Given AlignedDataCtrlr.Measurands is Energy.Active.Import.Register or /./ if writable
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | MeterValues |
      | evse             | absent      |
    Then the station replies Accepted
    And the station sends MeterValues for every EVSE:
      | meterValue[0].sampledValue[0].context | Trigger | F06.FR.06 |

  @TC_F_13_CS @TC_F_13_CSMS @F06.FR.01 @F06.FR.02 @F06.FR.04 @F06.FR.05 @F06.FR.07 @F06.FR.10
  Scenario: The transaction of an EVSE
    Given SampledDataCtrlr.TxUpdatedMeasurands is Energy.Active.Import.Register or /./ if writable
    And the station is EnergyTransferStarted
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | TransactionEvent |
      | evse.id          | <EVSE>           |
    Then the station replies Accepted
    And the station eventually sends TransactionEvent:
      | triggerReason                         | Trigger          | F06.FR.07 |
      | evse.id                               | <EVSE> or absent |           |
      | transactionInfo.transactionId         | $transactionId   |           |
      | transactionInfo.chargingState         | Charging         | F06.FR.07 |
      | meterValue[0].sampledValue[0].context | Trigger          | F06.FR.07 |
    And the CSMS replies

  # The case wants every message to be about the configured EVSE, while there is to be one of every EVSE.
  @TC_F_14_CS @F06.FR.04 @F06.FR.05 @F06.FR.07 @F06.FR.10 @F06.FR.11
  Scenario: The transactions of every EVSE
    Given SampledDataCtrlr.TxUpdatedMeasurands is Energy.Active.Import.Register or /./ if writable
    And the station is EnergyTransferStarted on every EVSE
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | TransactionEvent |
      | evse             | absent           |
    Then the station replies Accepted
    And the station sends TransactionEvent for every EVSE:
      | triggerReason                         | Trigger  | F06.FR.07 |
      | transactionInfo.chargingState         | Charging | F06.FR.07 |
      | meterValue[0].sampledValue[0].context | Trigger  | F06.FR.07 |

  @TC_F_14_CSMS @F06.FR.01
  Scenario: A CSMS asks for all transactions that there are
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | TransactionEvent |
      | evse             | absent           |
    Then the station replies Accepted
    And the station sends TransactionEvent:
      | triggerReason                         | Trigger  |
      | evse                                  | absent   |
      | transactionInfo.chargingState         | Charging |
      | meterValue[0].sampledValue[0].context | Trigger  |
    And the CSMS replies

  @TC_F_15_CS @TC_F_15_CSMS @F06.FR.01 @F06.FR.04 @F06.FR.05 @F06.FR.10 @F06.FR.15
  Scenario: No log is being uploaded
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | LogStatusNotification |
    Then the station replies Accepted
    And the station sends LogStatusNotification:
      | status | Idle | F06.FR.15 |
    And the CSMS replies

  @TC_F_16_CS @F06.FR.04 @F06.FR.05 @F06.FR.10 @F06.FR.14
  Scenario: A log is being uploaded
    When the CSO has the CSMS send GetLog:
      | logType            | DiagnosticsLog |
      | requestId          | -> request     |
      | log.remoteLocation | <log location> |
    Then the station replies Accepted
    And the station sends LogStatusNotification:
      | status | Uploading |
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | LogStatusNotification |
    Then the station replies Accepted
    And the station sends LogStatusNotification:
      | status    | Uploading | F06.FR.14 |
      | requestId | $request  |           |
    # So that nothing is left for what comes next.
    And the station eventually sends LogStatusNotification:
      | status | not Uploading |

  @TC_F_17_CS @F06.FR.03 @F06.FR.04 @F06.FR.05 @F06.FR.10
  Scenario: An EVSE that does not matter for firmware is not looked at
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | FirmwareStatusNotification |
      | evse.id          | <EVSE>                     |
    Then the station replies Accepted
    And the station sends FirmwareStatusNotification:
      | status | Idle | F06.FR.03 |

  @L01 @TC_F_18_CS @TC_F_18_CSMS @F06.FR.01 @F06.FR.04 @F06.FR.05 @F06.FR.10 @F06.FR.16 @L01.FR.25
  Scenario: No firmware is being updated
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | FirmwareStatusNotification |
    Then the station replies Accepted
    And the station sends FirmwareStatusNotification:
      | status | Idle | F06.FR.16 |
    And the CSMS replies

  # The signature is wrong, so that nothing is installed in the end.
  @L01 @TC_F_19_CS @F06.FR.04 @F06.FR.05 @F06.FR.10 @L01.FR.26
  Scenario: Firmware is being downloaded
    When the CSO has the CSMS send UpdateFirmware:
      | requestId                   | -> request                     |
      | firmware.location           | <firmware location>            |
      | firmware.retrieveDateTime   | now - 2 h                      |
      | firmware.installDateTime    | absent                         |
      | firmware.signingCertificate | <firmware signing certificate> |
      | firmware.signature          | bm90IHRoZSBzaWduYXR1cmU=       |
    Then the station replies Accepted
    And the station sends FirmwareStatusNotification:
      | status | Downloading |
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | FirmwareStatusNotification |
    Then the station replies Accepted
    And the station sends FirmwareStatusNotification:
      | status    | Downloading | L01.FR.26 |
      | requestId | $request    | L01.FR.20 |
    And the station eventually sends FirmwareStatusNotification:
      | status | InvalidSignature |

  @TC_F_20_CS @TC_F_20_CSMS @F06.FR.01 @F06.FR.04 @F06.FR.05 @F06.FR.10
  Scenario: A heartbeat
    # So that none comes by itself.
    Given OCPPCommCtrlr.HeartbeatInterval is 3600 if implemented
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | Heartbeat |
    Then the station replies Accepted
    And the station sends Heartbeat
    And the CSMS replies

  @TC_F_23_CS @TC_F_23_CSMS @F06.FR.01 @F06.FR.02 @F06.FR.04 @F06.FR.05 @F06.FR.10 @F06.FR.13
  Scenario: The status of a connector that is available
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | StatusNotification |           |
      | evse.id          | <EVSE>             |           |
      | evse.connectorId | <connector>        | F06.FR.13 |
    Then the station replies Accepted
    And the station reports the connector as Available

  @TC_F_24_CS @TC_F_24_CSMS @F06.FR.01 @F06.FR.02 @F06.FR.04 @F06.FR.05 @F06.FR.10 @F06.FR.13
  Scenario: The status of a connector that is occupied
    Given the station is EVConnectedPreSession
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | StatusNotification |           |
      | evse.id          | <EVSE>             |           |
      | evse.connectorId | <connector>        | F06.FR.13 |
    Then the station replies Accepted
    And the station reports the connector as Occupied

  @TC_F_26_CS @F06.FR.04 @F06.FR.05 @F06.FR.17
  Scenario: An accepted station does not boot again
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | BootNotification |
    Then the station replies Rejected

  @TC_F_27_CS @F06.FR.08
  Scenario: A message that the station cannot send
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | SignCombinedCertificate |
    Then the station replies NotImplemented

  @TC_F_27_CSMS @F06.FR.08
  Scenario: A CSMS asks for a message that the station cannot send
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | present |
    Then the station replies NotImplemented
