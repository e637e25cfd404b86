@A05
Feature: A05 Upgrade the security profile of a station

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
