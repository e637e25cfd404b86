@B10
Feature: B10 Migrate to a new CSMS

  The priority of network connection profiles decides which CSMS a station tries first after a reboot.

  @TC_B_45_CS @B09.FR.01 @B10.FR.01 @B10.FR.04 @B10.FR.06
  Scenario: A station moves to the second CSMS
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
    When the CSO has the CSMS send Reset:
      | type | OnIdle |
    Then the station replies Accepted
    And the station closes the connection
    And the station connects to the second CSMS
    And the station sends BootNotification
    And the station reports every connector as Available
    And the station eventually sends SecurityEventNotification:
      | type | StartupOfTheDevice or ResetOrReboot |

  @TC_B_46_CS @B10.FR.03 @B10.FR.04
  Scenario: A station falls back when the second CSMS does not answer
    Given OCPPCommCtrlr.NetworkProfileConnectionAttempts is 2
    And the station is PreparedToMigrate
    When the CSO has the CSMS send Reset:
      | type | OnIdle |
    Then the station replies Accepted
    And the station connects to the second CSMS
    And the CSMS does not answer the connection
    And the station connects to the second CSMS
    And the CSMS does not answer the connection
    And the station connects to the first CSMS
    And the station sends BootNotification
    And the station reports every connector as Available
    And the station eventually sends SecurityEventNotification:
      | type | StartupOfTheDevice or ResetOrReboot |

  @TC_B_47_CS @B10.FR.07 @M05.FR.15 @M05.FR.16
  Scenario: A station falls back when the second CSMS still shows a certificate of the old root
    Given the connection uses security profile 2 or 3
    And SecurityCtrlr.AdditionalRootCertificateCheck is true if implemented
    And OCPPCommCtrlr.NetworkProfileConnectionAttempts is 1
    And the station is CertificateInstalled:
      | type        | CSMSRootCertificate |
      | certificate | <new CSMS root>     |
    And the station is PreparedToMigrate
    When the CSO has the CSMS send Reset:
      | type | OnIdle |
    Then the station replies Accepted
    And the station connects to the second CSMS
    And the station refuses the connection
    And the station connects to the first CSMS
    And the station sends BootNotification
    And the station reports every connector as Available
    And the station eventually sends SecurityEventNotification:
      | type | StartupOfTheDevice or ResetOrReboot |
    When the CSO has the CSMS send GetInstalledCertificateIds:
      | certificateType[0] | CSMSRootCertificate |
    Then the station replies Accepted:
      | certificateHashDataChain[certificateType=CSMSRootCertificate, certificateHashData.serialNumber=<CSMS root serial number>].length | 1 | M05.FR.16 |

  @TC_B_49_CS @B10.FR.03 @B10.FR.07
  Scenario: A station that no CSMS accepts keeps trying the one that worked last
    Given OCPPCommCtrlr.NetworkProfileConnectionAttempts is 1
    And OCPPCommCtrlr.RetryBackOffRepeatTimes is 0
    And OCPPCommCtrlr.RetryBackOffRandomRange is 0
    And OCPPCommCtrlr.RetryBackOffWaitMinimum is <retry wait>
    And the station is PreparedToMigrate
    When the CSO has the CSMS send Reset:
      | type | OnIdle |
    Then the station replies Accepted
    And the station connects to the second CSMS
    And the CSMS refuses the connection
    And the station connects to the first CSMS
    And the CSMS refuses the connection
    And the station connects no sooner than <retry wait> later
    And the station sends BootNotification
    And the station reports every connector as Available
    And the station eventually sends SecurityEventNotification:
      | type | StartupOfTheDevice or ResetOrReboot |

  @TC_B_50_CS @B10.FR.04 @M05.FR.13
  Scenario: A station moves to a CSMS under a new root
    Given the connection uses security profile 2 or 3
    And the station is CertificateInstalled:
      | type        | CSMSRootCertificate |
      | certificate | <new CSMS root>     |
    And the station is PreparedToMigrate
    And the second CSMS presents the certificate csms-server-new-root
    When the CSO has the CSMS send Reset:
      | type | OnIdle |
    Then the station replies Accepted
    And the station connects to the second CSMS
    And the station accepts the connection
    And the station sends BootNotification
    And the station reports every connector as Available
    And the station eventually sends SecurityEventNotification:
      | type | StartupOfTheDevice or ResetOrReboot |
