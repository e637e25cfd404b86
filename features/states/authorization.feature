Feature: States of tokens that the station knows

  Scenario Outline: IdTokenSeen
    Given AuthCacheCtrlr.Enabled is true if implemented
    When the EV driver presents <idToken>
    Then the station sends Authorize:
      | idToken | <idToken> |
    And the CSMS replies <status>:
      | idTokenInfo.groupIdToken | <groupIdToken> |

    Examples:
      | idToken           | status  | groupIdToken |
      | <invalid idToken> | Invalid | any          |

  Scenario Outline: IdTokenGroupLocalAuthList
    Given LocalAuthListCtrlr.Enabled is true if implemented
    When the CSO has the CSMS send SendLocalList:
      | updateType                                         | Full              |
      | versionNumber                                      | 1                 |
      | localAuthorizationList[0].idToken                  | <idToken>         |
      | localAuthorizationList[0].idTokenInfo.status       | Accepted          |
      | localAuthorizationList[0].idTokenInfo.groupIdToken | <group>           |
      | localAuthorizationList[1].idToken                  | <member idToken>  |
      | localAuthorizationList[1].idTokenInfo.status       | <member status>   |
      | localAuthorizationList[1].idTokenInfo.groupIdToken | <group>           |
    Then the station replies Accepted

    Examples:
      | idToken         | member idToken         | member status |
      | <valid idToken> | <second valid idToken> | Accepted      |
