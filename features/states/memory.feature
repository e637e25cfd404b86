Feature: States of what the station remembers

  Scenario Outline: CertificateInstalled
    When the CSO has the CSMS send InstallCertificate:
      | certificateType | <type>        |
      | certificate     | <certificate> |
    Then the station replies Accepted

    Examples:
      | type                | certificate |
      | CSMSRootCertificate | <CSMS root> |

  Scenario Outline: IdTokenCached
    Given AuthCacheCtrlr.Enabled is true if implemented
    # Who is in the cache already need not be asked about.
    When the station becomes Authorized locally:
      | idToken   | <idToken> |
      | Authorize | optional  |
    And the station becomes EnergyTransferStarted
    And the station becomes StopAuthorized:
      | idToken | <idToken> |
    And the station becomes ParkingBayUnoccupied

    Examples:
      | idToken         |
      | <valid idToken> |

  Scenario Outline: IdTokenLocalAuthList
    Given LocalAuthListCtrlr.Enabled is true if implemented
    When the CSO has the CSMS send SendLocalList:
      | updateType                                   | Full            |
      | versionNumber                                | <versionNumber> |
      | localAuthorizationList[0].idToken            | <idToken>       |
      | localAuthorizationList[0].idTokenInfo.status | <status>        |
    Then the station replies Accepted

    Examples:
      | idToken         | versionNumber | status   |
      | <valid idToken> | 1             | Accepted |
