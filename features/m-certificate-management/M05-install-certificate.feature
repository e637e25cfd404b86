@M05
Feature: M05 Install a CA certificate in a station

  # The new root of the CSMS is signed by the old one, as AdditionalRootCertificateCheck asks for; other stations take it
  # as well. The official cases for V2G and MO roots leave out stations with that check, which is about CSMS roots only.

  @TC_M_01_CS @M05.FR.01 @M05.FR.02
  Scenario: A station installs another root of the CSMS
    Given the connection uses security profile 2 or 3
    When the CSO has the CSMS send InstallCertificate:
      | certificateType | CSMSRootCertificate |
      | certificate     | <new CSMS root>     |
    Then the station replies Accepted
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0] | CSMSRootCertificate |
    Then the station replies Accepted:
      | certificateHashDataChain[certificateType=CSMSRootCertificate, certificateHashData.serialNumber=<new CSMS root serial number>].certificateHashData | <new CSMS root hash data> | M05.FR.02 |

  @M05.FR.01 @M05.FR.02
  Scenario Outline: A station installs a root: <type>
    When the CSO has the CSMS send InstallCertificate:
      | certificateType | <type>        |
      | certificate     | <certificate> |
    Then the station replies Accepted
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0] | <type> |
    Then the station replies Accepted:
      | certificateHashDataChain[certificateType=<type>, certificateHashData.serialNumber=<serial number>].certificateHashData | <hash data> | M05.FR.02 |

    @TC_M_02_CS
    Examples:
      | type                        | certificate         | serial number                     | hash data                     |
      | ManufacturerRootCertificate | <manufacturer root> | <manufacturer root serial number> | <manufacturer root hash data> |

    @TC_M_03_CS
    Examples:
      | type               | certificate | serial number            | hash data            |
      | V2GRootCertificate | <V2G root>  | <V2G root serial number> | <V2G root hash data> |

    @TC_M_04_CS
    Examples:
      | type              | certificate | serial number           | hash data           |
      | MORootCertificate | <MO root>   | <MO root serial number> | <MO root hash data> |

  # The official case then looks for a certificate that it has not sent.
  @TC_M_07_CS @M05.FR.01 @M05.FR.07
  Scenario: A station does not install a root that has expired
    Given the connection uses security profile 2 or 3
    When the CSO has the CSMS send InstallCertificate:
      | certificateType | CSMSRootCertificate |
      | certificate     | <expired root>      |
    Then the station replies Rejected
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0] | CSMSRootCertificate |
    Then the station replies Accepted or NotFound:
      | certificateHashDataChain[certificateHashData.serialNumber=<expired root serial number>].length | absent or 0 | M05.FR.07 |

  @TC_M_09_CS @M05.FR.10 @M05.FR.11
  Scenario: A station keeps its root rather than take one that it did not sign
    Given the connection uses security profile 2 or 3
    And SecurityCtrlr.AdditionalRootCertificateCheck is true
    When the CSO has the CSMS send InstallCertificate:
      | certificateType | CSMSRootCertificate |
      | certificate     | <unrelated root>    |
    Then the station replies Rejected
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0] | CSMSRootCertificate |
    Then the station replies Accepted:
      | certificateHashDataChain[certificateType=CSMSRootCertificate, certificateHashData.serialNumber=<CSMS root serial number>].certificateHashData | <CSMS root hash data> | M05.FR.11 |
      | certificateHashDataChain[certificateHashData.serialNumber=<unrelated root serial number>].length                                              | 0                     | M05.FR.11 |

  # The official case gives a station with security profile 3 a new certificate as well. The played CSMS trusts the one
  # that the station has, whatever root it shows itself.
  @TC_M_30_CS @M05.FR.12 @M05.FR.13
  Scenario: A station parts with its old root when the CSMS has proved itself by the new one
    Given the connection uses security profile 2 or 3
    And SecurityCtrlr.AdditionalRootCertificateCheck is true
    And the station is CertificateInstalled:
      | type        | CSMSRootCertificate |
      | certificate | <new CSMS root>     |
    When the CSMS presents the certificate csms-server-new-root
    And the CSO has the CSMS send Reset:
      | type | OnIdle |
    Then the station replies Accepted
    And the station connects
    And the station sends BootNotification
    And the station reports every connector as Available
    And the station eventually sends SecurityEventNotification:
      | type | StartupOfTheDevice or ResetOrReboot | A04.FR.01 |
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0] | CSMSRootCertificate |
    Then the station replies Accepted:
      | certificateHashDataChain[certificateHashData.serialNumber=<CSMS root serial number>].length                                                       | 0                         | M05.FR.13 |
      | certificateHashDataChain[certificateType=CSMSRootCertificate, certificateHashData.serialNumber=<new CSMS root serial number>].certificateHashData | <new CSMS root hash data> | M05.FR.12 |

  # Whether the station tries both roots in one TLS handshake or in two is its own business.
  @TC_M_31_CS @M05.FR.12 @M05.FR.14
  Scenario: A station falls back on its old root when the CSMS cannot prove itself by the new one
    Given the connection uses security profile 2 or 3
    And SecurityCtrlr.AdditionalRootCertificateCheck is true
    And the station is CertificateInstalled:
      | type        | CSMSRootCertificate |
      | certificate | <new CSMS root>     |
    When the CSO has the CSMS send Reset:
      | type | OnIdle |
    Then the station replies Accepted
    And the station connects
    And the station sends BootNotification
    And the station reports every connector as Available
    And the station eventually sends SecurityEventNotification:
      | type | StartupOfTheDevice or ResetOrReboot | A04.FR.01 |
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0] | CSMSRootCertificate |
    Then the station replies Accepted:
      | certificateHashDataChain[certificateType=CSMSRootCertificate, certificateHashData.serialNumber=<CSMS root serial number>].certificateHashData | <CSMS root hash data> | M05.FR.14 |

  @M05.FR.01
  Scenario Outline: A CSMS has a root installed: <type>
    When the CSO has the CSMS send InstallCertificate:
      | certificateType | <type>        |
      | certificate     | <certificate> |
    Then the station replies Accepted

    @TC_M_01_CSMS
    Examples:
      | type                | certificate |
      | CSMSRootCertificate | <CSMS root> |

    @TC_M_02_CSMS
    Examples:
      | type                        | certificate         |
      | ManufacturerRootCertificate | <manufacturer root> |

    @TC_M_03_CSMS
    Examples:
      | type               | certificate |
      | V2GRootCertificate | <V2G root>  |

    @TC_M_04_CSMS
    Examples:
      | type              | certificate |
      | MORootCertificate | <MO root>   |

  @TC_M_05_CSMS @M05.FR.01 @M05.FR.03
  Scenario: A CSMS gets on with a station that could not install a root
    When the CSO has the CSMS send InstallCertificate:
      | certificateType | CSMSRootCertificate             |
      | certificate     | /^-----BEGIN CERTIFICATE-----/i |
    Then the station replies Failed
