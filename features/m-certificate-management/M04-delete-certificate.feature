@M04
Feature: M04 Delete a certificate from a station

  @TC_M_20_CS @M04.FR.01 @M04.FR.02
  Scenario: A station forgets a root that it was given
    Given the connection uses security profile 2 or 3
    And the station is CertificateInstalled:
      | type        | CSMSRootCertificate |
      | certificate | <new CSMS root>     |
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0] | CSMSRootCertificate |
    # The root that the connection rests on is left alone.
    Then the station replies Accepted:
      | certificateHashDataChain[certificateHashData.serialNumber=<new CSMS root serial number>].certificateHashData | any -> hash |
    When the CSO has the CSMS send DeleteCertificate:
      | certificateHashData | $hash |
    Then the station replies Accepted
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0] | CSMSRootCertificate |
    Then the station replies Accepted or NotFound:
      | certificateHashDataChain[certificateHashData.serialNumber=<new CSMS root serial number>].length | absent or 0 | M04.FR.02 |

  @TC_M_22_CS @M04.FR.01 @M04.FR.04
  Scenario: A station says that it does not have what it is to delete
    Given the connection uses security profile 2 or 3
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0] | CSMSRootCertificate |
    Then the station replies Accepted:
      | certificateHashDataChain[certificateType=CSMSRootCertificate, certificateHashData.serialNumber=<CSMS root serial number>].certificateHashData | <CSMS root hash data> | M03.FR.04 |
    When the CSO has the CSMS send DeleteCertificate:
      | certificateHashData | <unrelated root hash data> |
    Then the station replies NotFound

  # The case lets a station say NotFound as well. M04.FR.06 has one answer only.
  @TC_M_23_CS @M04.FR.01 @M04.FR.06
  Scenario: A station does not delete the certificate by which it proves itself
    Given the connection uses security profile 3
    And the station is ChargingStationCertificateRenewed
    And the station connects
    And the CSMS accepts the connection
    When the CSO has the CSMS send GetInstalledCertificateIds
    Then the station replies Accepted
    When the CSO has the CSMS send DeleteCertificate:
      | certificateHashData | <hash data of the certificate for $csr> |
    Then the station replies Failed or NotFound:
      | status | should Failed | M04.FR.06 |

  @TC_M_20_CSMS @M04.FR.01 @M04.FR.07
  Scenario Outline: A CSMS has a certificate deleted by the hashes that it was told: <algorithm>
    Given the CSO has the CSMS send InstallCertificate:
      | certificateType | CSMSRootCertificate |
      | certificate     | <CSMS root>         |
    And the station replies Accepted
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType | absent or contains CSMSRootCertificate |
    Then the station replies Accepted:
      | certificateHashDataChain[0].certificateType     | CSMSRootCertificate |
      | certificateHashDataChain[0].certificateHashData | <hash data>         |
      | certificateHashDataChain[0].certificateHashData | -> hash             |
    When the CSO has the CSMS send DeleteCertificate:
      | certificateHashData | $hash | M04.FR.07 |
    Then the station replies Accepted

    Examples:
      | algorithm | hash data                    |
      | SHA256    | <CSMS root SHA256 hash data> |
      | SHA384    | <CSMS root SHA384 hash data> |
      | SHA512    | <CSMS root SHA512 hash data> |

  @TC_M_21_CSMS @M04.FR.01 @M04.FR.07
  Scenario: A CSMS gets on with a station that could not delete a certificate
    Given the CSO has the CSMS send InstallCertificate:
      | certificateType | CSMSRootCertificate |
      | certificate     | <CSMS root>         |
    And the station replies Accepted
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType | absent or contains CSMSRootCertificate |
    Then the station replies Accepted:
      | certificateHashDataChain[0].certificateType     | CSMSRootCertificate          |
      | certificateHashDataChain[0].certificateHashData | <CSMS root SHA256 hash data> |
      | certificateHashDataChain[0].certificateHashData | -> hash                      |
    When the CSO has the CSMS send DeleteCertificate:
      | certificateHashData | $hash | M04.FR.07 |
    Then the station replies Failed
