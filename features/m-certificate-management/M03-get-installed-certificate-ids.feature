@M03
Feature: M03 Tell which certificates are installed

  @TC_M_12_CS @M03.FR.01 @M03.FR.03 @M03.FR.04
  Scenario: A station tells the root of the CSMS by its hashes
    Given the connection uses security profile 2 or 3
    And the station is CertificateInstalled:
      | certificate | <new CSMS root> |
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0] | CSMSRootCertificate |
    Then the station replies Accepted:
      | certificateHashDataChain[*].certificateType                                                                                                       | CSMSRootCertificate       | M03.FR.04 |
      | certificateHashDataChain[certificateType=CSMSRootCertificate, certificateHashData.serialNumber=<new CSMS root serial number>].certificateHashData | <new CSMS root hash data> | M03.FR.04 |

  @M03.FR.01 @M03.FR.03 @M03.FR.04
  Scenario Outline: A station tells roots of one type by their hashes: <type>
    Given the station is CertificateInstalled:
      | type        | <type>        |
      | certificate | <certificate> |
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0] | <type> |
    Then the station replies Accepted:
      | certificateHashDataChain[*].certificateType                                                                            | <type>      | M03.FR.04 |
      | certificateHashDataChain[certificateType=<type>, certificateHashData.serialNumber=<serial number>].certificateHashData | <hash data> | M03.FR.04 |

    @TC_M_13_CS
    Examples:
      | type                        | certificate         | serial number                     | hash data                     |
      | ManufacturerRootCertificate | <manufacturer root> | <manufacturer root serial number> | <manufacturer root hash data> |

    @TC_M_14_CS
    Examples:
      | type               | certificate | serial number            | hash data            |
      | V2GRootCertificate | <V2G root>  | <V2G root serial number> | <V2G root hash data> |

    @TC_M_16_CS
    Examples:
      | type              | certificate | serial number           | hash data           |
      | MORootCertificate | <MO root>   | <MO root serial number> | <MO root hash data> |

  @TC_M_15_CS @M03.FR.01 @M03.FR.03 @M03.FR.04 @M03.FR.05
  Scenario: A station tells its V2G certificate, and below it what lies between it and its root
    Given the station is V2GCertificateRenewed
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0] | V2GCertificateChain |
    Then the station replies Accepted:
      | certificateHashDataChain[*].certificateType                                                                                                                                    | V2GCertificateChain                         | M03.FR.04 |
      | certificateHashDataChain[certificateHashData.serialNumber=<serial number of the V2G certificate for $csr>].certificateHashData                                                 | <hash data of the V2G certificate for $csr> | M03.FR.05 |
      | certificateHashDataChain[certificateHashData.serialNumber=<serial number of the V2G certificate for $csr>].childCertificateHashData[serialNumber=<V2G sub-CA 1 serial number>] | <V2G sub-CA 1 hash data>                    | M03.FR.05 |
      | certificateHashDataChain[certificateHashData.serialNumber=<serial number of the V2G certificate for $csr>].childCertificateHashData[serialNumber=<V2G sub-CA 2 serial number>] | <V2G sub-CA 2 hash data>                    | M03.FR.05 |

  @TC_M_17_CS @M03.FR.01 @M03.FR.03 @M03.FR.04
  Scenario: A station tells roots of two types, and no others
    Given the connection uses security profile 2 or 3
    And the station is CertificateInstalled:
      | certificate | <new CSMS root> |
    And the station is CertificateInstalled:
      | type        | ManufacturerRootCertificate |
      | certificate | <manufacturer root>         |
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0] | CSMSRootCertificate         |
      | certificateType[1] | ManufacturerRootCertificate |
    Then the station replies Accepted:
      | certificateHashDataChain[*].certificateType                                                                                                                   | CSMSRootCertificate or ManufacturerRootCertificate | M03.FR.04 |
      | certificateHashDataChain[certificateType=CSMSRootCertificate, certificateHashData.serialNumber=<new CSMS root serial number>].certificateHashData             | <new CSMS root hash data>                          | M03.FR.04 |
      | certificateHashDataChain[certificateType=ManufacturerRootCertificate, certificateHashData.serialNumber=<manufacturer root serial number>].certificateHashData | <manufacturer root hash data>                      | M03.FR.04 |

  @TC_M_18_CS @M03.FR.01 @M03.FR.03 @M03.FR.04
  Scenario: A station that is not asked for a type tells all of them
    Given the connection uses security profile 2 or 3
    And the station is CertificateInstalled:
      | certificate | <new CSMS root> |
    And the station is CertificateInstalled:
      | type        | ManufacturerRootCertificate |
      | certificate | <manufacturer root>         |
    When the CSO has the CSMS send GetInstalledCertificateIds
    Then the station replies Accepted:
      | certificateHashDataChain[certificateType=CSMSRootCertificate, certificateHashData.serialNumber=<new CSMS root serial number>].certificateHashData             | <new CSMS root hash data>     | M03.FR.04 |
      | certificateHashDataChain[certificateType=ManufacturerRootCertificate, certificateHashData.serialNumber=<manufacturer root serial number>].certificateHashData | <manufacturer root hash data> | M03.FR.04 |

  # A root that the station has already is not deleted for this: nobody could give it back.
  @TC_M_19_CS @M03.FR.01 @M03.FR.02
  Scenario: A station says that it has no certificate of that type
    Given the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0] | MORootCertificate |
    And the station replies Accepted or NotFound:
      | certificateHashDataChain | absent |
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0] | MORootCertificate |
    Then the station replies NotFound:
      | certificateHashDataChain | absent | M03.FR.02 |

  @TC_M_12_CSMS @M03.FR.01
  Scenario Outline: A CSMS understands hashes of each algorithm: <algorithm>
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0]     | CSMSRootCertificate |
      | certificateType.length | 1                   |
    Then the station replies Accepted:
      | certificateHashDataChain[0].certificateType     | CSMSRootCertificate |
      | certificateHashDataChain[0].certificateHashData | <hash data>         |

    Examples:
      | algorithm | hash data                    |
      | SHA256    | <CSMS root SHA256 hash data> |
      | SHA384    | <CSMS root SHA384 hash data> |
      | SHA512    | <CSMS root SHA512 hash data> |

  @M03.FR.01
  Scenario Outline: A CSMS asks for certificates of one type: <type>
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0]     | <type> |
      | certificateType.length | 1      |
    Then the station replies Accepted:
      | certificateHashDataChain[0].certificateType     | <type>      |
      | certificateHashDataChain[0].certificateHashData | <hash data> |

    @TC_M_13_CSMS
    Examples:
      | type                        | hash data                     |
      | ManufacturerRootCertificate | <manufacturer root hash data> |

    @TC_M_14_CSMS
    Examples:
      | type               | hash data            |
      | V2GRootCertificate | <V2G root hash data> |

    @TC_M_16_CSMS
    Examples:
      | type              | hash data           |
      | MORootCertificate | <MO root hash data> |

  @TC_M_15_CSMS @M03.FR.01 @M03.FR.05
  Scenario: A CSMS asks for the V2G certificate and what lies between it and its root
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0]     | V2GCertificateChain |
      | certificateType.length | 1                   |
    Then the station replies Accepted:
      | certificateHashDataChain[0].certificateType             | V2GCertificateChain         |
      | certificateHashDataChain[0].certificateHashData         | <V2G certificate hash data> |
      | certificateHashDataChain[0].childCertificateHashData[0] | <V2G sub-CA 2 hash data>    |
      | certificateHashDataChain[0].childCertificateHashData[1] | <V2G sub-CA 1 hash data>    |

  @TC_M_17_CSMS @M03.FR.01
  Scenario: A CSMS asks for certificates of two types
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType        | contains CSMSRootCertificate and contains ManufacturerRootCertificate |
      | certificateType[0]     | CSMSRootCertificate or ManufacturerRootCertificate                    |
      | certificateType[1]     | ManufacturerRootCertificate or CSMSRootCertificate                    |
      | certificateType.length | 2                                                                     |
    Then the station replies Accepted:
      | certificateHashDataChain[0].certificateType     | CSMSRootCertificate           |
      | certificateHashDataChain[0].certificateHashData | <CSMS root hash data>         |
      | certificateHashDataChain[1].certificateType     | ManufacturerRootCertificate   |
      | certificateHashDataChain[1].certificateHashData | <manufacturer root hash data> |

  @TC_M_18_CSMS @M03.FR.01
  Scenario: A CSMS asks for all certificates
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType | absent |
    Then the station replies Accepted:
      | certificateHashDataChain[0].certificateType             | CSMSRootCertificate           |
      | certificateHashDataChain[0].certificateHashData         | <CSMS root hash data>         |
      | certificateHashDataChain[1].certificateType             | ManufacturerRootCertificate   |
      | certificateHashDataChain[1].certificateHashData         | <manufacturer root hash data> |
      | certificateHashDataChain[2].certificateType             | V2GRootCertificate            |
      | certificateHashDataChain[2].certificateHashData         | <V2G root hash data>          |
      | certificateHashDataChain[3].certificateType             | MORootCertificate             |
      | certificateHashDataChain[3].certificateHashData         | <MO root hash data>           |
      | certificateHashDataChain[4].certificateType             | V2GCertificateChain           |
      | certificateHashDataChain[4].certificateHashData         | <V2G certificate hash data>   |
      | certificateHashDataChain[4].childCertificateHashData[0] | <V2G sub-CA 2 hash data>      |
      | certificateHashDataChain[4].childCertificateHashData[1] | <V2G sub-CA 1 hash data>      |

  @TC_M_19_CSMS @M03.FR.01 @M03.FR.02
  Scenario: A CSMS gets on with a station that has no certificate of that type
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0]     | ManufacturerRootCertificate |
      | certificateType.length | 1                           |
    Then the station replies NotFound:
      | certificateHashDataChain | absent |
