@D01
Feature: D01 Send local authorization list

  @TC_D_06_CS @D01.FR.19
  Scenario: A station turns down a change to a version that it is past
    Given LocalAuthListCtrlr.Enabled is true if implemented
    And the station is IdTokenLocalAuthList:
      | versionNumber | 2 |
    When the CSO has the CSMS send SendLocalList:
      | updateType                                   | Differential    |
      | versionNumber                                | 1               |
      | localAuthorizationList[0].idToken            | <valid idToken> |
      | localAuthorizationList[0].idTokenInfo.status | Accepted        |
    Then the station replies VersionMismatch
    When the CSO has the CSMS send GetLocalListVersion
    Then the station replies:
      | versionNumber | 2 |

  @TC_D_02_CSMS @D01.FR.01 @D01.FR.06 @D01.FR.18
  Scenario: A CSMS changes a list after asking for its version
    When the CSO asks the CSMS for SendLocalList:
      | updateType                                   | Differential    |
      | localAuthorizationList[0].idToken            | <valid idToken> |
      | localAuthorizationList[0].idTokenInfo.status | Accepted        |
    Then the CSMS sends GetLocalListVersion
    And the station replies:
      | versionNumber | 1 |
    And the CSMS sends SendLocalList:
      | updateType                    | Differential | D01.FR.01 |
      | versionNumber                 | > 1          | D01.FR.18 |
      | localAuthorizationList.length | > 0          |           |
    And the station replies Accepted
