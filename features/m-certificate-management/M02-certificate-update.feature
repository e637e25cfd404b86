@M02
Feature: M02 Renew the contract certificate of an EV

  # What passes between EV and provider is not read. An EV takes nothing but what a provider has made for it, so that a
  # station under test needs a response that is configured.

  Background:
    Given ISO15118Ctrlr.ContractCertificateInstallationEnabled is true if implemented
    And ISO15118Ctrlr.PnCEnabled is true if implemented

  @TC_M_28_CS @M02.FR.01
  Scenario: An EV gets a new contract certificate by way of the station, and charges with it
    Given the station is CertificateInstalled:
      | type        | V2GRootCertificate |
      | certificate | <V2G root>         |
    And the station is CertificateInstalled:
      | type        | MORootCertificate |
      | certificate | <MO root>         |
    When the EV driver plugs in an EV that renews its contract certificate
    Then the station reports the connector as Occupied
    And the station sends Get15118EVCertificate:
      | action | Update | M02.FR.01 |
    And the CSMS replies Accepted:
      | exiResponse | <EXI update response> |
    And the station eventually sends Authorize:
      | idToken.type | eMAID | C07.FR.02 |
    And the CSMS replies Accepted:
      | certificateStatus | Accepted |

  # The case leaves exiResponse out, which the schema does not let it.
  @TC_M_29_CS @M02.FR.01
  Scenario: An EV that gets no new contract certificate is not authorized by one
    Given the station is CertificateInstalled:
      | type        | V2GRootCertificate |
      | certificate | <V2G root>         |
    And the station is CertificateInstalled:
      | type        | MORootCertificate |
      | certificate | <MO root>         |
    When the EV driver plugs in an EV that renews its contract certificate
    Then the station reports the connector as Occupied
    And the station sends Get15118EVCertificate:
      | action | Update | M02.FR.01 |
    And the CSMS replies Failed:
      | exiResponse | "" |
    And the station sends no Authorize for <message timeout>

  @TC_M_28_CSMS @M02.FR.01
  Scenario: A CSMS has a new contract certificate for an EV
    When the station sends Get15118EVCertificate:
      | action     | Update               |
      | exiRequest | <EXI update request> |
    Then the CSMS replies Accepted:
      | exiResponse | /^[A-Za-z0-9+\/\r\n]+=*\s*$/ |
