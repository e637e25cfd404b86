@M01
Feature: M01 Install a contract certificate in an EV

  # What passes between EV and provider is not read. An EV takes nothing but what a provider has made for it, so that a
  # station under test needs a response that is configured.

  Background:
    Given ISO15118Ctrlr.ContractCertificateInstallationEnabled is true if implemented
    And ISO15118Ctrlr.PnCEnabled is true if implemented

  @TC_M_26_CS @M01.FR.01
  Scenario: An EV gets a contract certificate by way of the station, and charges with it
    Given the station is CertificateInstalled:
      | type        | V2GRootCertificate |
      | certificate | <V2G root>         |
    And the station is CertificateInstalled:
      | type        | MORootCertificate |
      | certificate | <MO root>         |
    When the EV driver plugs in an EV that asks for a contract certificate
    Then the station reports the connector as Occupied
    And the station sends Get15118EVCertificate:
      | action | Install | M01.FR.01 |
    And the CSMS replies Accepted:
      | exiResponse | <EXI installation response> |
    And the station eventually sends Authorize:
      | idToken.type | eMAID | C07.FR.02 |
    And the CSMS replies Accepted:
      | certificateStatus | Accepted |

  # The case leaves exiResponse out and cites M01.FR.02. The schema wants the field, and OCPP 2.0.1 has no such requirement.
  @TC_M_27_CS @M01.FR.01
  Scenario: An EV that gets no contract certificate is not authorized by one
    Given the station is CertificateInstalled:
      | type        | V2GRootCertificate |
      | certificate | <V2G root>         |
    And the station is CertificateInstalled:
      | type        | MORootCertificate |
      | certificate | <MO root>         |
    When the EV driver plugs in an EV that asks for a contract certificate
    Then the station reports the connector as Occupied
    And the station sends Get15118EVCertificate:
      | action | Install | M01.FR.01 |
    And the CSMS replies Failed:
      | exiResponse | "" |
    And the station sends no Authorize for <message timeout>

  @TC_M_26_CSMS @M01.FR.01
  Scenario: A CSMS has a contract certificate for an EV
    When the station sends Get15118EVCertificate:
      | action     | Install                    |
      | exiRequest | <EXI installation request> |
    Then the CSMS replies Accepted:
      | exiResponse | /^[A-Za-z0-9+\/\r\n]+=*\s*$/ |
