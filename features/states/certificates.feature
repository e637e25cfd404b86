Feature: States of the certificates by which a station proves itself

  Scenario: ChargingStationCertificateRenewed
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | SignChargingStationCertificate |
    Then the station replies Accepted
    And the station sends SignCertificate:
      | certificateType | absent or ChargingStationCertificate |
      | csr             | any -> csr                           |
    And the CSMS replies Accepted
    When the CSO has the CSMS send CertificateSigned:
      | certificateChain | <certificate for $csr>     |
      | certificateType  | ChargingStationCertificate |
    Then the station replies Accepted

  # A station that has a certificate for each EVSE is asked to renew the one that it chooses.
  Scenario: V2GCertificateRenewed
    Given ISO15118Ctrlr.V2GCertificateInstallationEnabled is true if implemented
    And ISO15118Ctrlr.CountryName is NL if implemented
    And ISO15118Ctrlr.OrganizationName is <vendorName> if implemented
    And the station is CertificateInstalled:
      | type        | V2GRootCertificate |
      | certificate | <V2G root>         |
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | SignV2GCertificate |
    Then the station replies Accepted
    And the station sends SignCertificate:
      | certificateType | V2GCertificate |
      | csr             | any -> csr     |
    And the CSMS replies Accepted
    When the CSO has the CSMS send CertificateSigned:
      | certificateChain | <V2G certificate for $csr> |
      | certificateType  | V2GCertificate             |
    Then the station replies Accepted
