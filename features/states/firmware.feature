Feature: States of firmware updates

  Scenario Outline: FirmwareUpdateAccepted
    When the CSO has the CSMS send UpdateFirmware:
      | requestId                   | -> firmwareUpdate    |
      | retries                     | <retries>            |
      | firmware.location           | <location>           |
      | firmware.retrieveDateTime   | <retrieveDateTime>   |
      | firmware.installDateTime    | <installDateTime>    |
      | firmware.signingCertificate | <signingCertificate> |
      | firmware.signature          | <signature>          |
    Then the station replies Accepted

    Examples:
      | location            | retries | retrieveDateTime | installDateTime | signingCertificate             | signature            |
      | <firmware location> | any     | now - 2 h        | now - 2 h       | <firmware signing certificate> | <firmware signature> |

  Scenario Outline: FirmwareVerified
    Then the station sends, in this order:
      | FirmwareStatusNotification | status = Downloading       | requestId = $<request> |
      | FirmwareStatusNotification | status = Downloaded        | requestId = $<request> |
      | FirmwareStatusNotification | status = SignatureVerified | requestId = $<request> |

    Examples:
      | request        |
      | firmwareUpdate |

  # Who restarts to install may leave Installing out (L01.FR.23), but not that it is about to restart (L01.FR.15).
  Scenario Outline: FirmwareInstalled
    Then the station sends, in this order:
      | FirmwareStatusNotification | status = Installing or InstallRebooting | requestId = $<request> |
      | FirmwareStatusNotification | status = Installed                      | requestId = $<request> |
    And the station eventually sends SecurityEventNotification:
      | type | FirmwareUpdated |

    Examples:
      | request        |
      | firmwareUpdate |

  # That the installation began has been told before.
  Scenario Outline: FirmwareUpdateFinished
    Then the station eventually sends FirmwareStatusNotification:
      | status    | Installed  |
      | requestId | $<request> |
    And the station eventually sends SecurityEventNotification:
      | type | FirmwareUpdated |

    Examples:
      | request        |
      | firmwareUpdate |

  Scenario Outline: FirmwareRequested
    When the CSO has the CSMS send UpdateFirmware:
      | requestId                   | -> firmwareUpdate                 |           |
      | firmware.retrieveDateTime   | <retrieveDateTime> -> retrieval   |           |
      | firmware.installDateTime    | <installDateTime>                 |           |
      | firmware.signingCertificate | /-----BEGIN CERTIFICATE-----/     | L01.FR.11 |
      | firmware.signature          | /^[A-Za-z0-9+\/\r\n]+=*\s*$/      |           |
    Then the station replies Accepted

    Examples:
      | retrieveDateTime | installDateTime   |
      | now or present   | absent or present |

  # Nothing happens before the time that the CSMS has set.
  Scenario Outline: FirmwareStatusTold
    When $retrieval - now passes
    And the station sends FirmwareStatusNotification:
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
