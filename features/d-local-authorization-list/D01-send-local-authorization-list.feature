@D01
Feature: D01 Send local authorization list

  @TC_D_01_CS @D01.FR.02 @D01.FR.15
  Scenario: A station takes a whole list and its version
    Given LocalAuthListCtrlr.Enabled is true if implemented
    # A whole list has idTokenInfo with every token, although the case does not print it.
    When the CSO has the CSMS send SendLocalList:
      | updateType                                   | Full            |
      | versionNumber                                | 1               |
      | localAuthorizationList[0].idToken            | <valid idToken> |
      | localAuthorizationList[0].idTokenInfo.status | Accepted        |
    Then the station replies Accepted
    When the CSO has the CSMS send GetLocalListVersion
    Then the station replies:
      | versionNumber | 1 | D01.FR.15 |

  @TC_D_02_CS @D01.FR.02 @D01.FR.16
  Scenario: A station adds a token to its list
    Given the station is IdTokenLocalAuthList
    When the CSO has the CSMS send SendLocalList:
      | updateType                                   | Differential           |
      | versionNumber                                | 2                      |
      | localAuthorizationList[0].idToken            | <second valid idToken> |
      | localAuthorizationList[0].idTokenInfo.status | Accepted               |
    Then the station replies Accepted
    When the CSO has the CSMS send GetLocalListVersion
    Then the station replies:
      | versionNumber | 2 | D01.FR.16 |

  @TC_D_03_CS @D01.FR.02 @D01.FR.17
  Scenario: A station takes a token from its list
    Given the station is IdTokenLocalAuthList
    When the CSO has the CSMS send SendLocalList:
      | updateType                            | Differential    |
      | versionNumber                         | 2               |
      | localAuthorizationList[0].idToken     | <valid idToken> |
      | localAuthorizationList[0].idTokenInfo | absent          |
    Then the station replies Accepted
    When the CSO has the CSMS send GetLocalListVersion
    Then the station replies:
      | versionNumber | 2 | D01.FR.17 |

  @TC_D_04_CS @D01.FR.02 @D01.FR.04 @D02.FR.01
  Scenario: A station empties its list, which keeps a version
    Given the station is IdTokenLocalAuthList
    When the CSO has the CSMS send SendLocalList:
      | updateType             | Full   |
      | versionNumber          | 1      |
      | localAuthorizationList | absent |
    Then the station replies Accepted
    When the CSO has the CSMS send GetLocalListVersion
    Then the station replies:
      | versionNumber | 1 | D02.FR.01 |

  @TC_D_05_CS @D01.FR.02 @D01.FR.05 @D01.FR.01
  Scenario: A station takes a new version without changes
    Given the station is IdTokenLocalAuthList
    When the CSO has the CSMS send SendLocalList:
      | updateType             | Differential |
      | versionNumber          | 2            |
      | localAuthorizationList | absent       |
    Then the station replies Accepted
    When the CSO has the CSMS send GetLocalListVersion
    Then the station replies:
      | versionNumber | 2 | D01.FR.01 |

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

  # D01.FR.10 only recommends it, but the case is meant for stations that keep their list in memory that lasts.
  @TC_D_07_CS @D01.FR.10
  Scenario: A station still has its list after a power failure
    Given the station is IdTokenLocalAuthList
    When the operator power-cycles the station
    Then the station sends BootNotification
    And the CSMS replies Accepted
    And the station reports every connector as Available
    When the CSO has the CSMS send GetLocalListVersion
    Then the station replies:
      | versionNumber | 1 |

  # No official case looks at what became of the tokens.
  @OS_D_01_CS @D01.FR.16 @D01.FR.17
  Scenario: A station knows the token that was added, and the one that was taken away no longer
    Given AuthCtrlr.LocalPreAuthorize is true
    And AuthCacheCtrlr.Enabled is false if implemented
    And the station is IdTokenLocalAuthList
    When the CSO has the CSMS send SendLocalList:
      | updateType                                   | Differential           |
      | versionNumber                                | 2                      |
      | localAuthorizationList[0].idToken            | <second valid idToken> |
      | localAuthorizationList[0].idTokenInfo.status | Accepted               |
      | localAuthorizationList[1].idToken            | <valid idToken>        |
      | localAuthorizationList[1].idTokenInfo        | absent                 |
    Then the station replies Accepted
    When the station becomes Authorized locally:
      | idToken   | <second valid idToken> |
      | Authorize | none                   |
    And the station becomes EnergyTransferStarted
    And the station becomes StopAuthorized:
      | idToken | <second valid idToken> |
    And the station becomes ParkingBayUnoccupied
    And the station becomes Authorized locally:
      | idToken   | <valid idToken> |
      | Authorize | required        |

  @OS_D_02_CS @D01.FR.05 @D01.FR.16
  Scenario: A station still knows a token that no change was about
    Given AuthCtrlr.LocalPreAuthorize is true
    And AuthCacheCtrlr.Enabled is false if implemented
    And the station is IdTokenLocalAuthList
    When the CSO has the CSMS send SendLocalList:
      | updateType                                   | Differential           |
      | versionNumber                                | 2                      |
      | localAuthorizationList[0].idToken            | <second valid idToken> |
      | localAuthorizationList[0].idTokenInfo.status | Accepted               |
    Then the station replies Accepted
    When the CSO has the CSMS send SendLocalList:
      | updateType             | Differential |
      | versionNumber          | 3            |
      | localAuthorizationList | absent       |
    Then the station replies Accepted
    When the station becomes Authorized locally:
      | idToken   | <valid idToken> |
      | Authorize | none            |
    And the station becomes EnergyTransferStarted

  @TC_D_01_CSMS @D01.FR.01 @D01.FR.06 @D01.FR.18
  Scenario: A CSMS sends a whole list
    When the CSO asks the CSMS for SendLocalList:
      | updateType                                   | Full                   |
      | localAuthorizationList[0].idToken            | <valid idToken>        |
      | localAuthorizationList[0].idTokenInfo.status | Accepted               |
      | localAuthorizationList[1].idToken            | <second valid idToken> |
      | localAuthorizationList[1].idTokenInfo.status | Accepted               |
    # It may ask for the version first.
    Then the CSMS sends SendLocalList:
      | updateType                            | Full | D01.FR.01 |
      | versionNumber                         | > 0  | D01.FR.18 |
      | localAuthorizationList.length         | > 0  |           |
      | localAuthorizationList[*].idTokenInfo | any  |           |
    And the station replies Accepted

  # The list that it sends first has the station at a version from which the change goes on.
  @TC_D_02_CSMS @D01.FR.01 @D01.FR.06 @D01.FR.18
  Scenario: A CSMS changes a list
    When the CSO asks the CSMS for SendLocalList:
      | updateType                                   | Full            |
      | localAuthorizationList[0].idToken            | <valid idToken> |
      | localAuthorizationList[0].idTokenInfo.status | Accepted        |
    Then the CSMS sends SendLocalList:
      | versionNumber | > 0 -> version |
    And the station replies Accepted
    When the CSO asks the CSMS for SendLocalList:
      | updateType                                   | Differential           |
      | localAuthorizationList[0].idToken            | <second valid idToken> |
      | localAuthorizationList[0].idTokenInfo.status | Accepted               |
    # It may ask for the version first, which it knows.
    Then the CSMS sends SendLocalList:
      | updateType                    | Differential | D01.FR.01 |
      | versionNumber                 | > $version   | D01.FR.18 |
      | localAuthorizationList.length | > 0          |           |
    And the station replies Accepted

  @TC_D_03_CSMS @D01.FR.01 @D01.FR.06 @D01.FR.17 @D01.FR.18
  Scenario: A CSMS takes a token from a list
    When the CSO asks the CSMS for SendLocalList:
      | updateType                                   | Full            |
      | localAuthorizationList[0].idToken            | <valid idToken> |
      | localAuthorizationList[0].idTokenInfo.status | Accepted        |
    Then the CSMS sends SendLocalList:
      | versionNumber | > 0 -> version |
    And the station replies Accepted
    When the CSO asks the CSMS for SendLocalList:
      | updateType                            | Differential    |
      | localAuthorizationList[0].idToken     | <valid idToken> |
      | localAuthorizationList[0].idTokenInfo | absent          |
    Then the CSMS sends SendLocalList:
      | updateType                            | Differential | D01.FR.01 |
      | versionNumber                         | > $version   | D01.FR.18 |
      | localAuthorizationList.length         | > 0          | D01.FR.17 |
      | localAuthorizationList[*].idTokenInfo | absent       | D01.FR.17 |
    And the station replies Accepted

  @TC_D_04_CSMS @D01.FR.01 @D01.FR.06 @D01.FR.18
  Scenario: A CSMS empties a list
    When the CSO has the CSMS send SendLocalList:
      | updateType             | Full   | D01.FR.01 |
      | localAuthorizationList | absent |           |
      | versionNumber          | > 0    | D01.FR.18 |
    Then the station replies Accepted
