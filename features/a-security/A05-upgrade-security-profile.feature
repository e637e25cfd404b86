@A05
Feature: A05 Upgrade the security profile of a station

  @TC_A_19_CS @A05.FR.04 @A05.FR.05 @A05.FR.06
  Scenario: A station goes over to TLS for good
    Given the connection uses security profile 1
    And OCPPCommCtrlr.NetworkProfileConnectionAttempts is 1
    And OCPPCommCtrlr.ActiveNetworkProfile is any -> before
    And the station is CertificateInstalled
    When the CSO has the CSMS send SetNetworkProfile:
      | configurationSlot              | <other slot>              |
      | connectionData.messageTimeout  | <message timeout>         |
      | connectionData.ocppCsmsUrl     | <upgraded CSMS url>       |
      | connectionData.ocppInterface   | <interface>               |
      | connectionData.ocppTransport   | JSON                      |
      | connectionData.ocppVersion     | OCPP20                    |
      | connectionData.securityProfile | <higher security profile> |
    Then the station replies Accepted
    When the CSO has the CSMS send SetVariables:
      | setVariableData[0].component.name | OCPPCommCtrlr                |
      | setVariableData[0].variable.name  | NetworkConfigurationPriority |
      | setVariableData[0].attributeValue | <other slot>,<active slot>   |
    Then the station replies Accepted or RebootRequired
    When the CSO has the CSMS send Reset:
      | type | OnIdle |
    Then the station replies Accepted
    And the station connects to the second CSMS:
      | tls.version | TLSv1.2 or TLSv1.3 | A05.FR.05 |
    And the CSMS accepts the connection
    And the station sends BootNotification
    And the CSMS replies Accepted
    And the station reports every connector as Available
    And the station eventually sends SecurityEventNotification:
      | type | StartupOfTheDevice or ResetOrReboot | A04.FR.01 |
    When the CSO has the CSMS send GetVariables:
      | getVariableData[0].component.name | SecurityCtrlr   |
      | getVariableData[0].variable.name  | SecurityProfile |
    Then the station replies:
      | getVariableResult[0].attributeValue | <higher security profile> | A05.FR.06 |
    When the CSO has the CSMS send GetVariables:
      | getVariableData[0].component.name | OCPPCommCtrlr                |
      | getVariableData[0].variable.name  | NetworkConfigurationPriority |
    Then the station replies:
      | getVariableResult[0].attributeValue | present and not contains $before | A05.FR.06 |
    When the CSMS accepts no connections
    Then the station connects to the second CSMS
    And the CSMS refuses the connection
    And the station connects to the second CSMS
    And the CSMS refuses the connection
    When the CSMS accepts connections again
    Then the station connects to the second CSMS
    And the CSMS accepts the connection

  @TC_A_19_CSMS @A05.FR.04 @A05.FR.07
  Scenario: A CSMS has a station go over to TLS and does not let it in without any more
    Given the connection uses security profile 1
    When the CSO has the CSMS send SetNetworkProfile:
      | configurationSlot              | <other slot> or any -> slot |
      | connectionData.messageTimeout  | <message timeout>           |
      | connectionData.ocppCsmsUrl     | any                         |
      | connectionData.ocppInterface   | <interface>                 |
      | connectionData.ocppTransport   | JSON                        |
      | connectionData.ocppVersion     | OCPP20                      |
      | connectionData.securityProfile | <higher security profile>   |
    Then the station replies Accepted
    When the CSO has the CSMS send SetVariables:
      | setVariableData[0].component.name | OCPPCommCtrlr                |
      | setVariableData[0].variable.name  | NetworkConfigurationPriority |
      | setVariableData[0].attributeValue | $slot or contains $slot      |
    Then the station replies Accepted
    When the CSO has the CSMS send Reset
    Then the station replies Accepted
    And the station sends BootNotification
    And the CSMS replies Accepted
    And the station reports every connector as Available
    When the station connects:
      | url | <CSMS url> |
    Then the CSMS refuses the connection
    When the station connects
    Then the CSMS accepts the connection

  @TC_A_20_CS @A05.FR.02
  Scenario: A station without a root certificate does not go over to TLS
    Given the connection uses security profile 1
    And the CSO has the CSMS send DeleteCertificate:
      | certificateHashData | <CSMS root hash data> |
    And the station replies Accepted or NotFound
    # No other one, either.
    And the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0] | CSMSRootCertificate |
    And the station replies NotFound
    And OCPPCommCtrlr.NetworkConfigurationPriority is <active slot>
    When the CSO has the CSMS send SetNetworkProfile:
      | configurationSlot              | <other slot>               |
      | connectionData.messageTimeout  | <message timeout>          |
      | connectionData.ocppCsmsUrl     | <second CSMS url with TLS> |
      | connectionData.ocppInterface   | <interface>                |
      | connectionData.ocppTransport   | JSON                       |
      | connectionData.ocppVersion     | OCPP20                     |
      | connectionData.securityProfile | 2                          |
    Then the station replies Accepted or Rejected:
      | status | -> profile |
    # Whoever has not even stored the profile has nothing to refuse here.
    When the CSO has the CSMS send SetVariables:
      | setVariableData[0].component.name | OCPPCommCtrlr                                        |
      | setVariableData[0].variable.name  | NetworkConfigurationPriority                         |
      | setVariableData[0].attributeValue | <other slot>,<active slot> when $profile is Accepted |
      | setVariableData[0].attributeValue | <active slot> when $profile is Rejected              |
    Then the station replies:
      | setVariableResult[0].attributeStatus | Rejected when $profile is Accepted | A05.FR.02 |
    # For the cases that come after this one.
    When the CSO has the CSMS send InstallCertificate:
      | certificateType | CSMSRootCertificate |
      | certificate     | <CSMS root>         |
    Then the station replies Accepted

  @TC_A_21_CS @A05.FR.03
  Scenario: A station without a certificate of its own does not go over to security profile 3
    Given the connection uses security profile 1 or 2
    # What is missing is its own certificate, and nothing else.
    And the station is CertificateInstalled
    When the CSO has the CSMS send SetNetworkProfile:
      | configurationSlot              | <other slot>               |
      | connectionData.messageTimeout  | <message timeout>          |
      | connectionData.ocppCsmsUrl     | <second CSMS url with TLS> |
      | connectionData.ocppInterface   | <interface>                |
      | connectionData.ocppTransport   | JSON                       |
      | connectionData.ocppVersion     | OCPP20                     |
      | connectionData.securityProfile | 3                          |
    Then the station replies Accepted
    When the CSO has the CSMS send SetVariables:
      | setVariableData[0].component.name | OCPPCommCtrlr                |
      | setVariableData[0].variable.name  | NetworkConfigurationPriority |
      | setVariableData[0].attributeValue | <other slot>,<active slot>   |
    Then the station replies Rejected

  @TC_A_22_CS @B09.FR.04
  Scenario: A station does not go back to a lower security profile
    Given the connection uses security profile 2 or 3
    When the CSO has the CSMS send SetNetworkProfile:
      | configurationSlot              | <other slot>                  |
      | connectionData.messageTimeout  | <message timeout>             |
      | connectionData.ocppCsmsUrl     | <second CSMS url without TLS> |
      | connectionData.ocppInterface   | <interface>                   |
      | connectionData.ocppTransport   | JSON                          |
      | connectionData.ocppVersion     | OCPP20                        |
      | connectionData.securityProfile | 1                             |
    Then the station replies Rejected
