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
