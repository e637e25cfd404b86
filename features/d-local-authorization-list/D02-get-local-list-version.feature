@D02
Feature: D02 Get local list version

  @TC_D_08_CS @D02.FR.01
  Scenario: A station tells the version of its list
    Given the station is IdTokenLocalAuthList:
      | versionNumber | 3 |
    When the CSO has the CSMS send GetLocalListVersion
    Then the station replies:
      | versionNumber | 3 |

  # Where the list cannot be switched off, there is nothing to test.
  @TC_D_10_CS @D02.FR.03
  Scenario: A station whose list is switched off has no version
    Given the station is IdTokenLocalAuthList
    And LocalAuthListCtrlr.Enabled is false
    When the CSO has the CSMS send GetLocalListVersion
    Then the station replies:
      | versionNumber | 0 |

  @TC_D_08_CSMS
  Scenario: A CSMS asks for the version of a list
    When the CSO has the CSMS send GetLocalListVersion
    Then the station replies:
      | versionNumber | 2 |

  @TC_D_09_CSMS
  Scenario: A CSMS asks for the version of a list that there is not
    When the CSO has the CSMS send GetLocalListVersion
    Then the station replies:
      | versionNumber | 0 |
