Feature: States of firmware updates

  Scenario Outline: FirmwareUpdateAccepted
    When the CSO has the CSMS send UpdateFirmware:
      | requestId                   | -> firmwareUpdate    |
      | firmware.location           | <location>           |
      | firmware.retrieveDateTime   | <retrieveDateTime>   |
      | firmware.installDateTime    | <installDateTime>    |
      | firmware.signingCertificate | <signingCertificate> |
      | firmware.signature          | <signature>          |
    Then the station replies Accepted

    Examples:
      | location            | retrieveDateTime | installDateTime | signingCertificate             | signature            |
      | <firmware location> | now - 2 h        | now - 2 h       | <firmware signing certificate> | <firmware signature> |

  Scenario Outline: FirmwareVerified
    Then the station sends, in this order:
      | FirmwareStatusNotification | status = Downloading       | requestId = $<request> |
      | FirmwareStatusNotification | status = Downloaded        | requestId = $<request> |
      | FirmwareStatusNotification | status = SignatureVerified | requestId = $<request> |

    Examples:
      | request        |
      | firmwareUpdate |

  Scenario Outline: FirmwareInstalled
    Then the station sends, in this order:
      | FirmwareStatusNotification (optional) | status = InstallRebooting | requestId = $<request> |
      | FirmwareStatusNotification (optional) | status = Installing       | requestId = $<request> |
      | FirmwareStatusNotification            | status = Installed        | requestId = $<request> |
    And the station eventually sends SecurityEventNotification:
      | type | FirmwareUpdated |

    Examples:
      | request        |
      | firmwareUpdate |

  Scenario Outline: FirmwareRequested
    When the CSO has the CSMS send UpdateFirmware:
      | requestId                   | -> firmwareUpdate  |           |
      | firmware.retrieveDateTime   | <retrieveDateTime> |           |
      | firmware.installDateTime    | <installDateTime>  |           |
      | firmware.signingCertificate | present            | L01.FR.11 |
      | firmware.signature          | present            |           |
    Then the station replies Accepted

    Examples:
      | retrieveDateTime | installDateTime   |
      | present          | absent or present |

  Scenario Outline: FirmwareStatusTold
    When the station sends FirmwareStatusNotification:
      | status    | <status>   |
      | requestId | $<request> |
    Then the CSMS replies

    Examples:
      | status      | request        |
      | Downloading | firmwareUpdate |

  Scenario Outline: FirmwareVerificationTold
    When the station becomes FirmwareStatusTold:
      | status  | Downloading |
      | request | <request>   |
    And the station becomes FirmwareStatusTold:
      | status  | Downloaded |
      | request | <request>  |
    And the station becomes FirmwareStatusTold:
      | status  | SignatureVerified |
      | request | <request>         |

    Examples:
      | request        |
      | firmwareUpdate |

  Scenario Outline: FirmwareInstallationTold
    When the station becomes FirmwareStatusTold:
      | status  | Installing |
      | request | <request>  |
    And the station becomes FirmwareStatusTold:
      | status  | InstallRebooting |
      | request | <request>        |
    And the station sends BootNotification:
      | reason | FirmwareUpdate |
    Then the CSMS replies Accepted
    And the station reports every connector as Available
    And the station becomes FirmwareStatusTold:
      | status  | <outcome> |
      | request | <request> |

    Examples:
      | request        | outcome   |
      | firmwareUpdate | Installed |

  Scenario Outline: FirmwarePublicationRequested
    When the CSO has the CSMS send PublishFirmware:
      | location  | <location>               |           |
      | checksum  | present                  |           |
      | checksum  | should /^[0-9a-f]{32}$/i | L03.FR.02 |
      | requestId | -> publication           |           |
    Then the station replies Accepted

    Examples:
      | location            |
      | <firmware location> |

  Scenario Outline: FirmwarePublicationTold
    When the station sends PublishFirmwareStatusNotification:
      | status    | <status>     |
      | requestId | $publication |
    Then the CSMS replies

    Examples:
      | status      |
      | Downloading |
