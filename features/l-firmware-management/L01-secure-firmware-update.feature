@L01
Feature: L01 Secure firmware update

  @TC_L_01_CS @L01.FR.01 @L01.FR.04 @L01.FR.05 @L01.FR.09 @L01.FR.10 @L01.FR.12 @L01.FR.13 @L01.FR.15 @L01.FR.20 @L01.FR.21
  Scenario: A station loads, checks and installs signed firmware
    When the CSO has the CSMS send UpdateFirmware:
      | requestId                   | -> request                     |
      | firmware.location           | <firmware location>            |
      | firmware.retrieveDateTime   | now - 2 h                      |
      | firmware.installDateTime    | now - 2 h                      |
      | firmware.signingCertificate | <firmware signing certificate> |
      | firmware.signature          | <firmware signature>           |
    Then the station replies Accepted
    And the station sends, in this order:
      | FirmwareStatusNotification            | status = Downloading       | requestId = $request |
      | FirmwareStatusNotification            | status = Downloaded        | requestId = $request |
      | FirmwareStatusNotification            | status = SignatureVerified | requestId = $request |
      | FirmwareStatusNotification (optional) | status = InstallRebooting  | requestId = $request |
      | FirmwareStatusNotification            | status = Installing        | requestId = $request |
      | BootNotification (optional)           | reason = FirmwareUpdate    |                      |
      | FirmwareStatusNotification            | status = Installed         | requestId = $request |
    And the station eventually sends SecurityEventNotification:
      | type | FirmwareUpdated |

  @TC_L_06_CSMS @L01.FR.01 @L01.FR.11
  Scenario: A CSMS hears that the signature of the firmware is wrong
    When the CSO has the CSMS send UpdateFirmware:
      | firmware.signingCertificate | present | L01.FR.11 |
      | firmware.signature          | present | L01.FR.11 |
    Then the station replies Accepted
    And the station sends FirmwareStatusNotification:
      | status | Downloading |
    And the CSMS replies
    And the station sends FirmwareStatusNotification:
      | status | Downloaded |
    And the CSMS replies
    And the station sends FirmwareStatusNotification:
      | status | InvalidSignature |
    And the CSMS replies
    And the station sends SecurityEventNotification:
      | type | InvalidFirmwareSignature |
    And the CSMS replies
