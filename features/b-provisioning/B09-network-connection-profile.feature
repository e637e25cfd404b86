@B09
Feature: B09 Setting a new network connection profile

  @TC_B_43_CS @B09.FR.02 @B09.FR.05
  Scenario: A station turns down a profile for a slot that it does not have
    When the CSO has the CSMS send SetNetworkProfile:
      | configurationSlot              | 999                |
      | connectionData.ocppCsmsUrl     | <second CSMS url>  |
      | connectionData.messageTimeout  | <message timeout>  |
      | connectionData.ocppInterface   | <interface>        |
      | connectionData.ocppTransport   | JSON               |
      | connectionData.ocppVersion     | OCPP20             |
      | connectionData.securityProfile | <security profile> |
    Then the station replies Rejected

  @TC_B_42_CSMS @B09.FR.01
  Scenario: A CSMS tells a station how to reach another CSMS
    When the CSO has the CSMS send SetNetworkProfile:
      | configurationSlot              | <other slot>       |
      | connectionData.ocppCsmsUrl     | <second CSMS url>  |
      | connectionData.messageTimeout  | <message timeout>  |
      | connectionData.ocppInterface   | <interface>        |
      | connectionData.ocppTransport   | JSON               |
      | connectionData.ocppVersion     | OCPP20             |
      | connectionData.securityProfile | <security profile> |
    Then the station replies Accepted

  @TC_B_44_CSMS @B09.FR.03
  Scenario: A CSMS copes with a station that could not keep a profile
    When the CSO has the CSMS send SetNetworkProfile:
      | configurationSlot              | <other slot>       |
      | connectionData.ocppCsmsUrl     | <second CSMS url>  |
      | connectionData.messageTimeout  | <message timeout>  |
      | connectionData.ocppInterface   | <interface>        |
      | connectionData.ocppTransport   | JSON               |
      | connectionData.ocppVersion     | OCPP20             |
      | connectionData.securityProfile | <security profile> |
    Then the station replies Failed
