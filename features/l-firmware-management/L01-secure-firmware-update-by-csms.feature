@L01
Feature: L01 Secure firmware update by a CSMS

  # The CSMS under test: what the station tells has to be taken in, and the update has to be what the operator wants. Which
  # certificate and signature it hands out is up to the operator.

  @TC_L_01_CSMS @L01.FR.01 @L01.FR.11 @L01.FR.15
  Scenario: A CSMS has firmware installed
    When the station becomes FirmwareRequested
    And the station becomes FirmwareVerificationTold
    Then the station becomes FirmwareInstallationTold

  @TC_L_02_CSMS @L01.FR.01 @L01.FR.11 @L01.FR.15 @L01.FR.16
  Scenario: A CSMS has firmware installed at a time that it sets
    When the station becomes FirmwareRequested:
      | installDateTime | within <firmware delay> of now + <firmware delay> |
    And the station becomes FirmwareVerificationTold
    Then the station sends FirmwareStatusNotification:
      | status    | InstallScheduled |
      | requestId | $firmwareUpdate  |
    And the CSMS replies
    When 2 * <firmware delay> pass
    Then the station becomes FirmwareInstallationTold

  @TC_L_03_CSMS @L01.FR.01 @L01.FR.11 @L01.FR.13 @L01.FR.15
  Scenario: A CSMS has firmware downloaded at a time that it sets
    When the station becomes FirmwareRequested:
      | retrieveDateTime | within <firmware delay> of now + <firmware delay> |
    Then the station sends FirmwareStatusNotification:
      | status    | DownloadScheduled |
      | requestId | $firmwareUpdate   |
    And the CSMS replies
    When 2 * <firmware delay> pass
    And the station becomes FirmwareVerificationTold
    Then the station becomes FirmwareInstallationTold

  @TC_L_04_CSMS @L01.FR.01 @L01.FR.11
  Scenario: A CSMS hears that its signing certificate is revoked
    When the CSO has the CSMS send UpdateFirmware:
      | firmware.signingCertificate | /-----BEGIN CERTIFICATE-----/ | L01.FR.11 |
      | firmware.signature          | /^[A-Za-z0-9+\/\r\n]+=*\s*$/  |           |
    Then the station replies RevokedCertificate

  @TC_L_05_CSMS @L01.FR.01 @L01.FR.02 @L01.FR.11
  Scenario: A CSMS hears that its signing certificate is not valid
    When the CSO has the CSMS send UpdateFirmware:
      | firmware.signingCertificate | /-----BEGIN CERTIFICATE-----/ | L01.FR.11 |
      | firmware.signature          | /^[A-Za-z0-9+\/\r\n]+=*\s*$/  |           |
    Then the station replies InvalidCertificate
    And the station sends SecurityEventNotification:
      | type | InvalidFirmwareSigningCertificate |
    And the CSMS replies

  @TC_L_06_CSMS @L01.FR.01 @L01.FR.03 @L01.FR.11
  Scenario: A CSMS hears that the signature of the firmware is wrong
    When the station becomes FirmwareRequested
    And the station becomes FirmwareStatusTold:
      | status | Downloading |
    And the station becomes FirmwareStatusTold:
      | status | Downloaded |
    Then the station becomes FirmwareStatusTold:
      | status | InvalidSignature |
    And the station sends SecurityEventNotification:
      | type | InvalidFirmwareSignature |
    And the CSMS replies

  @TC_L_07_CSMS @L01.FR.01 @L01.FR.11 @L01.FR.30
  Scenario: A CSMS hears that the firmware cannot be downloaded
    When the station becomes FirmwareRequested
    And the station becomes FirmwareStatusTold:
      | status | Downloading |
    Then the station becomes FirmwareStatusTold:
      | status | DownloadFailed |

  @TC_L_08_CSMS @L01.FR.01 @L01.FR.11 @L01.FR.29
  Scenario: A CSMS hears that the firmware cannot be verified while it is installed
    When the station becomes FirmwareRequested
    And the station becomes FirmwareVerificationTold
    And the station becomes FirmwareStatusTold:
      | status | Installing |
    Then the station becomes FirmwareStatusTold:
      | status | InstallVerificationFailed |

  @TC_L_09_CSMS @L01.FR.01 @L01.FR.11
  Scenario: A CSMS hears that the firmware could not be installed
    When the station becomes FirmwareRequested
    And the station becomes FirmwareVerificationTold
    Then the station becomes FirmwareInstallationTold:
      | outcome | InstallationFailed |

  @TC_L_10_CSMS @L01.FR.01 @L01.FR.11 @L01.FR.24
  Scenario: A CSMS has other firmware installed instead
    When the station becomes FirmwareRequested
    And the station becomes FirmwareStatusTold:
      | status | Downloading |
    # Without a requirement to choose another id, the same one is only odd.
    When the CSO has the CSMS send UpdateFirmware:
      | requestId                   | should not $firmwareUpdate -> second |           |
      | firmware.retrieveDateTime   | now or present -> retrieval          |           |
      | firmware.signingCertificate | /-----BEGIN CERTIFICATE-----/        | L01.FR.11 |
      | firmware.signature          | /^[A-Za-z0-9+\/\r\n]+=*\s*$/         |           |
    Then the station replies AcceptedCanceled
    And the station becomes FirmwareVerificationTold:
      | request | second |
    And the station becomes FirmwareInstallationTold:
      | request | second |

  @TC_L_11_CSMS @L01.FR.01 @L01.FR.11 @L01.FR.27
  Scenario: A CSMS hears that an update cannot be given up
    When the station becomes FirmwareRequested
    And the station becomes FirmwareStatusTold:
      | status | Downloading |
    When the CSO has the CSMS send UpdateFirmware:
      | firmware.signingCertificate | /-----BEGIN CERTIFICATE-----/ | L01.FR.11 |
      | firmware.signature          | /^[A-Za-z0-9+\/\r\n]+=*\s*$/  |           |
    Then the station replies Rejected
    And the station becomes FirmwareStatusTold:
      | status | Downloaded |
    And the station becomes FirmwareStatusTold:
      | status | SignatureVerified |
    And the station becomes FirmwareInstallationTold

  @TC_L_13_CSMS @L01.FR.01 @L01.FR.07 @L01.FR.11 @L01.FR.13
  Scenario: A CSMS hears that a download waits for the end of a transaction
    Given the station is EnergyTransferStarted
    When the station becomes FirmwareRequested
    And the station becomes FirmwareStatusTold:
      | status | DownloadScheduled |
    Then the station reports every connector of the other EVSEs as Unavailable
    When <transaction duration> pass
    And the station becomes StopAuthorized
    And the station becomes EVConnectedPostSession
    And the station becomes EVDisconnected
    And the station becomes FirmwareVerificationTold
    Then the station becomes FirmwareInstallationTold
