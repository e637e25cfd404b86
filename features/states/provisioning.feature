Feature: States of provisioning

  Scenario: PreparedToMigrate
    When the CSO has the CSMS send SetNetworkProfile:
      | configurationSlot              | <other slot>       |
      | connectionData.ocppCsmsUrl     | <second CSMS url>  |
      | connectionData.messageTimeout  | <message timeout>  |
      | connectionData.ocppInterface   | <interface>        |
      | connectionData.ocppTransport   | JSON               |
      | connectionData.ocppVersion     | OCPP20             |
      | connectionData.securityProfile | <security profile> |
    Then the station replies Accepted
    When the CSO has the CSMS send SetVariables:
      | setVariableData[0].component.name | OCPPCommCtrlr                |
      | setVariableData[0].variable.name  | NetworkConfigurationPriority |
      | setVariableData[0].attributeValue | <other slot>,<active slot>   |
    Then the station replies Accepted or RebootRequired
