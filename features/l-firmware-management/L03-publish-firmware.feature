@L03
Feature: L03 Publish firmware on a local controller

  @TC_L_17_CSMS @L03.FR.01 @L03.FR.04 @L03.FR.09
  Scenario: A CSMS has a local controller publish firmware
    When the station becomes FirmwarePublicationRequested
    And the station becomes FirmwarePublicationTold:
      | status | Downloading |
    And the station becomes FirmwarePublicationTold:
      | status | Downloaded |
    And the station becomes FirmwarePublicationTold:
      | status | ChecksumVerified |
    Then the station sends PublishFirmwareStatusNotification:
      | status      | Published           |
      | requestId   | $publication        |
      | location[0] | <firmware location> |
    And the CSMS replies

  @TC_L_24_CSMS @L03.FR.01 @L03.FR.06
  Scenario: A CSMS hears that the firmware to be published cannot be downloaded
    When the station becomes FirmwarePublicationRequested
    And the station becomes FirmwarePublicationTold:
      | status | Downloading |
    Then the station becomes FirmwarePublicationTold:
      | status | DownloadFailed |

  @TC_L_19_CSMS @L03.FR.01 @L03.FR.07
  Scenario: A CSMS hears that the firmware to be published has another checksum
    When the station becomes FirmwarePublicationRequested
    And the station becomes FirmwarePublicationTold:
      | status | Downloading |
    And the station becomes FirmwarePublicationTold:
      | status | Downloaded |
    Then the station becomes FirmwarePublicationTold:
      | status | InvalidChecksum |

  @TC_L_20_CSMS @L03.FR.01 @L03.FR.08
  Scenario: A CSMS hears that the firmware could not be published
    When the station becomes FirmwarePublicationRequested
    And the station becomes FirmwarePublicationTold:
      | status | Downloading |
    And the station becomes FirmwarePublicationTold:
      | status | Downloaded |
    And the station becomes FirmwarePublicationTold:
      | status | ChecksumVerified |
    Then the station becomes FirmwarePublicationTold:
      | status | PublishFailed |
