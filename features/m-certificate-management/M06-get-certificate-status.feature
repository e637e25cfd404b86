@M06
Feature: M06 Ask whether V2G certificates have been revoked

  @TC_M_24_CS @M06.FR.06 @M06.FR.07
  Scenario: A station asks about its new V2G certificate and about all that lies between it and its root
    Given the station is CertificateInstalled:
      | type        | MORootCertificate |
      | certificate | <MO root>         |
    When the station becomes V2GCertificateRenewed
    Then the station sends, in any order:
      | GetCertificateStatus | ocspRequestData = <hash data of the V2G certificate for $csr> |
      | GetCertificateStatus | ocspRequestData = <V2G sub-CA 2 hash data>                    |
      | GetCertificateStatus | ocspRequestData = <V2G sub-CA 1 hash data>                    |

  @TC_M_25_CS @M06.FR.04
  Scenario: A station goes on that cannot be told whether its V2G certificate was revoked
    Given the station is CertificateInstalled:
      | type        | MORootCertificate |
      | certificate | <MO root>         |
    When the station becomes V2GCertificateRenewed
    Then the station sends GetCertificateStatus
    And the CSMS replies Failed:
      | ocspResult | absent |

  # What is in ocspResult is looked at by a rule.
  @TC_M_24_CSMS @M06.FR.01 @M06.FR.02 @M06.FR.03 @M06.FR.08 @M06.FR.09
  Scenario Outline: A CSMS finds out whether V2G certificates were revoked: <certificate>
    When the station sends GetCertificateStatus:
      | ocspRequestData | <data> |
    Then the CSMS replies Accepted:
      | ocspResult | any | M06.FR.03 |

    Examples:
      | certificate | data                     |
      | sub-CA 1    | <V2G sub-CA 1 OCSP data> |
      | sub-CA 2    | <V2G sub-CA 2 OCSP data> |
