@L01
Feature: L01 Secure firmware update

  # A station that reboots before it installs may leave Installing out (L01.FR.23), and one that reboots to activate the
  # firmware may tell Installed before or after (L01.FR.32). Where its connectors are in the meantime is its own affair.
  # How a station answers firmware without a signature (L02) is in TC_L_18_CS.

  @TC_L_01_CS @L01.FR.01 @L01.FR.04 @L01.FR.05 @L01.FR.09 @L01.FR.10 @L01.FR.12 @L01.FR.13 @L01.FR.15 @L01.FR.20 @L01.FR.21
  Scenario: A station loads, checks and installs signed firmware
    When the station becomes FirmwareUpdateAccepted
    And the station becomes FirmwareVerified
    Then the station becomes FirmwareInstalled

  @TC_L_02_CS @L01.FR.01 @L01.FR.04 @L01.FR.05 @L01.FR.09 @L01.FR.10 @L01.FR.12 @L01.FR.15 @L01.FR.16 @L01.FR.20 @L01.FR.21
  Scenario: A station installs firmware at the time that the CSMS wants
    When the station becomes FirmwareUpdateAccepted:
      | installDateTime | now + <firmware delay> |
    And the station becomes FirmwareVerified
    Then the station sends FirmwareStatusNotification:
      | status    | InstallScheduled | L01.FR.16 |
      | requestId | $firmwareUpdate  | L01.FR.10 |
    # That it waits for that time is held to by an always-on rule.
    And the station becomes FirmwareInstalled

  @TC_L_03_CS @L01.FR.01 @L01.FR.04 @L01.FR.05 @L01.FR.09 @L01.FR.10 @L01.FR.12 @L01.FR.13 @L01.FR.15 @L01.FR.20 @L01.FR.21
  Scenario: A station downloads firmware at the time that the CSMS wants
    When the station becomes FirmwareUpdateAccepted:
      | retrieveDateTime | now + <firmware delay> |
    Then the station sends FirmwareStatusNotification:
      | status    | DownloadScheduled | L01.FR.13 |
      | requestId | $firmwareUpdate   | L01.FR.10 |
    And the station becomes FirmwareVerified
    And the station becomes FirmwareInstalled

  # The certificate of the case is to be trusted and invalid at once. What makes one invalid: its period is over, or nobody
  # whom the station trusts has issued it (L01.FR.21). The first one tells something only if its root is trusted. The case
  # lets RevokedCertificate pass beside what L01.FR.22 asks for.
  @TC_L_05_CS @L01.FR.01 @L01.FR.02 @L01.FR.10 @L01.FR.20 @L01.FR.21 @L01.FR.22
  Scenario Outline: A station refuses a signing certificate that is not valid: <certificate>
    Given the station is CertificateInstalled:
      | type        | ManufacturerRootCertificate |
      | certificate | <manufacturer root>         |
    When the CSO has the CSMS send UpdateFirmware:
      | firmware.location           | <firmware location>  |
      | firmware.retrieveDateTime   | now - 2 h            |
      | firmware.installDateTime    | now - 2 h            |
      | firmware.signingCertificate | <certificate>        |
      | firmware.signature          | <firmware signature> |
    Then the station replies InvalidCertificate or RevokedCertificate:
      | status | should InvalidCertificate | L01.FR.22 |
    And the station eventually sends SecurityEventNotification:
      | type | InvalidFirmwareSigningCertificate | L01.FR.02 |

    Examples:
      | certificate                              |
      | <expired firmware signing certificate>   |
      | <untrusted firmware signing certificate> |

  @TC_L_06_CS @L01.FR.01 @L01.FR.03 @L01.FR.04 @L01.FR.10 @L01.FR.20
  Scenario: A station does not install firmware whose signature is wrong
    When the station becomes FirmwareUpdateAccepted:
      | signature | <other firmware signature> |
    Then the station sends, in this order:
      | FirmwareStatusNotification | status = Downloading      | requestId = $firmwareUpdate |
      | FirmwareStatusNotification | status = Downloaded       | requestId = $firmwareUpdate |
      | FirmwareStatusNotification | status = InvalidSignature | requestId = $firmwareUpdate |
    And the station eventually sends SecurityEventNotification:
      | type | InvalidFirmwareSignature | L01.FR.03 |
    And the station sends no FirmwareStatusNotification for <message timeout>:
      | status | Installing or Installed | L01.FR.04 |

  @TC_L_07_CS @L01.FR.01 @L01.FR.10 @L01.FR.20 @L01.FR.30
  Scenario: A station tells that there is no firmware to download
    When the station becomes FirmwareUpdateAccepted:
      | location | <missing firmware location> |
      | retries  | 0                           |
    Then the station sends, in this order:
      | FirmwareStatusNotification (optional) | status = Downloading    | requestId = $firmwareUpdate |
      | FirmwareStatusNotification            | status = DownloadFailed | requestId = $firmwareUpdate |

  # The case prints a date in the future for the download where it means one in the past. Its title allows both failures.
  @TC_L_08_CS @L01.FR.01 @L01.FR.10 @L01.FR.12 @L01.FR.20 @L01.FR.29
  Scenario: A station tells that it cannot install the firmware
    When the station becomes FirmwareUpdateAccepted:
      | location           | <broken firmware location>            |
      | signingCertificate | <broken firmware signing certificate> |
      | signature          | <broken firmware signature>           |
    And the station becomes FirmwareVerified
    Then the station sends, in this order:
      | FirmwareStatusNotification | status = Installing or InstallRebooting                  | requestId = $firmwareUpdate |
      | FirmwareStatusNotification | status = InstallVerificationFailed or InstallationFailed | requestId = $firmwareUpdate |
    And the station sends no FirmwareStatusNotification for <message timeout>:
      | status | Installed |

  # Until the station has taken it in, DownloadFailed or InstallationFailed may come for the update that it gives up.
  @TC_L_10_CS @L01.FR.01 @L01.FR.10 @L01.FR.20 @L01.FR.24
  Scenario: A station gives up an update for another one
    When the station becomes FirmwareUpdateAccepted
    Then the station sends FirmwareStatusNotification:
      | status    | Downloading     |           |
      | requestId | $firmwareUpdate | L01.FR.10 |
    When the CSO has the CSMS send UpdateFirmware:
      | requestId                   | $firmwareUpdate + 1 -> second  |
      | firmware.location           | <firmware location>            |
      | firmware.retrieveDateTime   | now - 2 h                      |
      | firmware.installDateTime    | now - 2 h                      |
      | firmware.signingCertificate | <firmware signing certificate> |
      | firmware.signature          | <firmware signature>           |
    Then the station replies AcceptedCanceled
    And the station becomes FirmwareVerified:
      | request | second |
    And the station becomes FirmwareInstalled:
      | request | second |

  @TC_L_11_CS @L01.FR.01 @L01.FR.10 @L01.FR.20 @L01.FR.27
  Scenario: A station that cannot give up an update rejects another one
    When the station becomes FirmwareUpdateAccepted
    Then the station sends FirmwareStatusNotification:
      | status    | Downloading     |           |
      | requestId | $firmwareUpdate | L01.FR.10 |
    When the CSO has the CSMS send UpdateFirmware:
      | requestId                   | $firmwareUpdate + 1            |
      | firmware.location           | <firmware location>            |
      | firmware.retrieveDateTime   | now - 2 h                      |
      | firmware.installDateTime    | now - 2 h                      |
      | firmware.signingCertificate | <firmware signing certificate> |
      | firmware.signature          | <firmware signature>           |
    Then the station replies Rejected
    And the station sends, in this order:
      | FirmwareStatusNotification | status = Downloaded        | requestId = $firmwareUpdate |
      | FirmwareStatusNotification | status = SignatureVerified | requestId = $firmwareUpdate |
    And the station becomes FirmwareInstalled

  # What waits for the end of a transaction tells so: a download because of L01.FR.13, which the note of TC_L_13_CS has
  # not heard of; an installation as L01.FR.34 allows. A station without AllowNewSessionsPendingFirmwareUpdate lets nobody
  # else charge (L01.FR.07).
  @TC_L_12_CS @L01.FR.01 @L01.FR.06 @L01.FR.07 @L01.FR.10 @L01.FR.13 @L01.FR.20
  Scenario: Others may charge while a download waits for the end of a transaction
    Given ChargingStation.AllowNewSessionsPendingFirmwareUpdate is true
    And the station is EnergyTransferStarted on EVSE 1
    When the station becomes FirmwareUpdateAccepted
    Then the station sends FirmwareStatusNotification:
      | status    | DownloadScheduled | L01.FR.13 |
      | requestId | $firmwareUpdate   | L01.FR.10 |
    When the station becomes EnergyTransferStarted on EVSE 2
    And the station becomes ParkingBayUnoccupied on EVSE 1
    And the station becomes ParkingBayUnoccupied on EVSE 2:
      | connector status | Available or Unavailable |
    Then the station becomes FirmwareVerified
    And the station becomes FirmwareInstalled

  @TC_L_13_CS @L01.FR.01 @L01.FR.06 @L01.FR.07 @L01.FR.10 @L01.FR.13 @L01.FR.20
  Scenario: Nobody else may charge while a download waits for the end of a transaction
    Given ChargingStation.AllowNewSessionsPendingFirmwareUpdate is false if implemented
    And the station is EnergyTransferStarted
    When the station becomes FirmwareUpdateAccepted
    Then the station sends FirmwareStatusNotification:
      | status    | DownloadScheduled | L01.FR.13 |
      | requestId | $firmwareUpdate   | L01.FR.10 |
    And the station reports every connector of the other EVSEs as Unavailable
    When the station becomes ParkingBayUnoccupied:
      | connector status | Available or Unavailable |
    Then the station becomes FirmwareVerified
    And the station becomes FirmwareInstalled
    And the station reports every connector of the other EVSEs as Available

  @TC_L_14_CS @L01.FR.01 @L01.FR.06 @L01.FR.07 @L01.FR.10 @L01.FR.20 @L01.FR.33 @L01.FR.34
  Scenario: Others may charge while an installation waits for the end of a transaction
    Given ChargingStation.AllowNewSessionsPendingFirmwareUpdate is true
    And the station is EnergyTransferStarted on EVSE 1
    When the station becomes FirmwareUpdateAccepted
    And the station becomes FirmwareVerified
    Then the station sends FirmwareStatusNotification:
      | status    | InstallScheduled or Installing -> begun |           |
      | requestId | $firmwareUpdate                         | L01.FR.10 |
    When the station becomes EnergyTransferStarted on EVSE 2
    And 60 s pass
    And the station becomes ParkingBayUnoccupied on EVSE 1
    And the station becomes ParkingBayUnoccupied on EVSE 2:
      | connector status | Available or Unavailable |
    Then the station becomes FirmwareUpdateFinished
    And one FirmwareStatusNotification the station sent has:
      | status | Installing or InstallRebooting when $begun is InstallScheduled | L01.FR.15 |

  @TC_L_15_CS @L01.FR.01 @L01.FR.06 @L01.FR.07 @L01.FR.10 @L01.FR.20 @L01.FR.33 @L01.FR.34
  Scenario: Nobody else may charge while an installation waits for the end of a transaction
    Given ChargingStation.AllowNewSessionsPendingFirmwareUpdate is false if implemented
    And the station is EnergyTransferStarted
    When the station becomes FirmwareUpdateAccepted
    And the station becomes FirmwareVerified
    Then the station sends FirmwareStatusNotification:
      | status    | InstallScheduled or Installing -> begun |           |
      | requestId | $firmwareUpdate                         | L01.FR.10 |
    And the station reports every connector of the other EVSEs as Unavailable
    When 60 s pass
    And the station becomes ParkingBayUnoccupied:
      | connector status | Available or Unavailable |
    Then the station becomes FirmwareUpdateFinished
    And one FirmwareStatusNotification the station sent has:
      | status | Installing or InstallRebooting when $begun is InstallScheduled | L01.FR.15 |
    And the station reports every connector of the other EVSEs as Available

  @TC_L_16_CS @L01.FR.01 @L01.FR.06 @L01.FR.10 @L01.FR.20 @L01.FR.28
  Scenario: A station installs firmware while somebody charges
    Given the station is EnergyTransferStarted
    When the station becomes FirmwareUpdateAccepted
    And the station becomes FirmwareVerified
    Then the station sends, in this order:
      | FirmwareStatusNotification | status = Installing | requestId = $firmwareUpdate |
      | FirmwareStatusNotification | status = Installed  | requestId = $firmwareUpdate |
    And the station eventually sends SecurityEventNotification:
      | type | FirmwareUpdated | L01.FR.31 |
    When the CSO has the CSMS send GetTransactionStatus:
      | transactionId | $transactionId |
    Then the station replies:
      | ongoingIndicator | true | L01.FR.06 |

  # No requirement of secure updates says what the answer to an unsigned one is; the case leaves the choice of these two.
  @TC_L_18_CS @L01.FR.09 @L01.FR.21
  Scenario: A station that installs signed firmware refuses what is not signed
    When the CSO has the CSMS send UpdateFirmware:
      | firmware.location           | <firmware location> |
      | firmware.retrieveDateTime   | now - 2 h           |
      | firmware.installDateTime    | now - 2 h           |
      | firmware.signingCertificate | absent              |
      | firmware.signature          | absent              |
    Then the station replies Rejected or InvalidCertificate

  @OS_L_01_CS @L01.FR.30
  Scenario: A station tries to download as often as the CSMS wants before it gives up
    When the CSO has the CSMS send UpdateFirmware:
      | requestId                   | -> firmwareUpdate                  |
      | retries                     | 2                                  |
      | retryInterval               | <log retry interval>               |
      | firmware.location           | <missing firmware location>        |
      | firmware.retrieveDateTime   | now - 2 h                          |
      | firmware.installDateTime    | now - 2 h                          |
      | firmware.signingCertificate | <firmware signing certificate>     |
      | firmware.signature          | <firmware signature>               |
    Then the station replies Accepted
    And the station sends no FirmwareStatusNotification for 2 * <log retry interval> - <tolerance>:
      | status | DownloadFailed | L01.FR.30 |
    And the station eventually sends FirmwareStatusNotification:
      | status    | DownloadFailed  | L01.FR.30 |
      | requestId | $firmwareUpdate | L01.FR.10 |

  @OS_L_02_CS @L01.FR.05 @L01.FR.16
  Scenario: A station installs what it has downloaded although it was switched off in the meantime
    When the station becomes FirmwareUpdateAccepted:
      | installDateTime | now + <firmware delay> |
    And the station becomes FirmwareVerified
    Then the station sends FirmwareStatusNotification:
      | status    | InstallScheduled | L01.FR.16 |
      | requestId | $firmwareUpdate  | L01.FR.10 |
    When the operator power-cycles the station
    Then the station sends BootNotification
    And the CSMS replies Accepted
    And the station becomes FirmwareInstalled

  @OS_L_03_CS @L01.FR.01 @L01.FR.04 @L01.FR.05 @L01.FR.08 @L01.FR.12
  Scenario: A station loads firmware by HTTPS from a server that shows a certificate of the CSMS
    Given the connection uses security profile 2 or 3
    And OCPPCommCtrlr.FileTransferProtocols is contains HTTPS
    When the station becomes FirmwareUpdateAccepted:
      | location | <secure firmware location> |
    And the station becomes FirmwareVerified
    Then the station becomes FirmwareInstalled
