@A02
Feature: A02 Renew the certificate of a station

  Whether a CSR is well formed and its key long enough, and whether a certificate is for the key that was asked for, is
  looked at by rules in every case.

  @TC_A_11_CS @A02.FR.02 @A02.FR.03 @A02.FR.06 @A02.FR.08 @F06.FR.04 @F06.FR.05 @F06.FR.10
  Scenario: A station renews its certificate and connects with it
    Given the connection uses security profile 3
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | SignChargingStationCertificate |
    Then the station replies Accepted
    And the station sends SignCertificate:
      | certificateType | absent or ChargingStationCertificate | A02.FR.13 |
      | csr             | any -> csr                           | A02.FR.03 |
    And the CSMS replies Accepted
    When the CSO has the CSMS send CertificateSigned:
      | certificateChain | <certificate for $csr>     |
      | certificateType  | ChargingStationCertificate |
    Then the station replies Accepted
    And the station connects:
      | tls.peer.fingerprint256 | <fingerprint of the certificate for $csr> | A02.FR.08 |
    And the CSMS accepts the connection

  @TC_A_12_CS @A02.FR.02 @A02.FR.03 @A02.FR.06 @A02.FR.13 @A02.FR.15 @F06.FR.04 @F06.FR.05 @F06.FR.10
  Scenario: A station renews the certificate that it shows to EVs
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
      | certificateType | V2GCertificate | A02.FR.13 |
      | csr             | any -> csr     | A02.FR.03 |
    And the CSMS replies Accepted
    When the CSO has the CSMS send CertificateSigned:
      | certificateChain | <V2G certificate for $csr> |
      | certificateType  | V2GCertificate             |
    Then the station replies Accepted

  @TC_A_14_CS @A02.FR.07 @A03.FR.07
  Scenario: A station discards a certificate from an authority that it does not trust
    Given the connection uses security profile 3
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | SignChargingStationCertificate |
    Then the station replies Accepted
    And the station sends SignCertificate:
      | csr | any -> csr | A02.FR.03 |
    And the CSMS replies Accepted
    When the CSO has the CSMS send CertificateSigned:
      | certificateChain | <unrelated certificate for $csr> |
      | certificateType  | ChargingStationCertificate       |
    Then the station replies Rejected
    And the station eventually sends SecurityEventNotification:
      | type | InvalidChargingStationCertificate | A02.FR.07 |

  @TC_A_15_CS @F06.FR.04
  Scenario: A station asks for a certificate and hears that it gets none
    Given the connection uses security profile 3
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | SignChargingStationCertificate |
    Then the station replies Accepted
    And the station sends SignCertificate
    And the CSMS replies Rejected

  @TC_A_23_CS @A02.FR.17 @A02.FR.18
  Scenario: A station that gets no certificate asks again, each time after twice as long
    Given the connection uses security profile 3
    And SecurityCtrlr.CertSigningWaitMinimum is <retry wait>
    # One doubling: what is asked for comes three times in all (A02.FR.19).
    And SecurityCtrlr.CertSigningRepeatTimes is 1
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | SignChargingStationCertificate |
    Then the station replies Accepted
    And the station sends SignCertificate:
      | csr | any -> first | A02.FR.03 |
    And the CSMS replies Accepted
    And the station sends SignCertificate no sooner than <retry wait> later:
      | csr | any -> second | A02.FR.17 |
    And the CSMS replies Accepted
    And the station sends SignCertificate no sooner than 2 * <retry wait> later:
      | csr | any -> third | A02.FR.18 |
    And the CSMS replies Accepted
    # Which of the certificates a station takes is its own affair; it has to take one.
    When the CSO has the CSMS send CertificateSigned:
      | certificateChain | <certificate for $first>   |
      | certificateType  | ChargingStationCertificate |
    Then the station replies:
      | status | any -> status |
    And the scenario ends if $status is Accepted
    When the CSO has the CSMS send CertificateSigned:
      | certificateChain | <certificate for $second>  |
      | certificateType  | ChargingStationCertificate |
    Then the station replies:
      | status | any -> status |
    And the scenario ends if $status is Accepted
    When the CSO has the CSMS send CertificateSigned:
      | certificateChain | <certificate for $third>   |
      | certificateType  | ChargingStationCertificate |
    Then the station replies Accepted

  # The case wants to be told what the certificate is for. A02.FR.14 recommends it; without, it is for everything.
  @TC_A_11_CSMS @A02.FR.11 @A02.FR.14 @F06.FR.01
  Scenario: A CSMS has a station renew its certificate and knows it by the new one
    Given the connection uses security profile 3
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | SignChargingStationCertificate | F06.FR.01 |
    Then the station replies Accepted
    And the station sends SignCertificate:
      | certificateType | ChargingStationCertificate |
    And the CSMS replies Accepted
    And the CSMS sends CertificateSigned:
      | certificateType | absent or ChargingStationCertificate |           |
      | certificateType | should ChargingStationCertificate    | A02.FR.14 |
    And the station replies Accepted
    And the station connects
    And the CSMS accepts the connection

  @TC_A_12_CSMS @A02.FR.11 @F06.FR.01
  Scenario: A CSMS has a station renew the certificate that it shows to EVs
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | SignV2GCertificate | F06.FR.01 |
    Then the station replies Accepted
    And the station sends SignCertificate:
      | certificateType | V2GCertificate |
    And the CSMS replies Accepted
    And the CSMS sends CertificateSigned:
      | certificateType | should V2GCertificate | A02.FR.14 |
    And the station replies Accepted

  @TC_A_14_CSMS @A02.FR.11
  Scenario: A CSMS lives with a station that discards its new certificate
    Given the connection uses security profile 3
    When the CSO has the CSMS send TriggerMessage:
      | requestedMessage | SignChargingStationCertificate | F06.FR.01 |
    Then the station replies Accepted
    And the station sends SignCertificate:
      | certificateType | ChargingStationCertificate |
    And the CSMS replies Accepted
    And the CSMS sends CertificateSigned:
      | certificateType | should ChargingStationCertificate | A02.FR.14 |
    And the station replies Rejected
    And the station sends SecurityEventNotification:
      | type | InvalidChargingStationCertificate |
    And the CSMS replies
