@K09
Feature: K09 Get charging profiles

  # Cases of the station leave the criteria empty, which a CSMS must not (K09.FR.03): here they have one that fits.

  @TC_K_29_CS @K09.FR.02 @K09.FR.05
  Scenario: Of the station itself only its own profiles are reported
    Given the station is ChargingProfileSet:
      | evse    | 0                         |
      | purpose | ChargingStationMaxProfile |
      | name    | maximum                   |
    And the station is ChargingProfileSet:
      | id   | 2        |
      | name | standard |
    When the CSO has the CSMS send GetChargingProfiles:
      | requestId                  | -> requestId |
      | evseId                     | 0            |
      | chargingProfile.stackLevel | 0            |
    Then the station replies Accepted
    And the station sends all parts of ReportChargingProfiles:
      | requestId             | $requestId | K09.FR.01 |
      | evseId                | 0          | K09.FR.05 |
      | chargingProfile[id=1] | $maximum   | K09.FR.05 |
      | chargingProfile[id=2] | absent     | K09.FR.05 |

  @TC_K_29_CSMS @K09.FR.03
  Scenario: A CSMS asks for the profiles of the station itself
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send GetChargingProfiles:
      | requestId                              | -> requestId              |           |
      | evseId                                 | 0                         |           |
      | chargingProfile.chargingProfilePurpose | ChargingStationMaxProfile | K09.FR.03 |
      | chargingProfile.stackLevel             | absent                    |           |
      | chargingProfile.chargingLimitSource    | absent                    |           |
      | chargingProfile.chargingProfileId      | absent                    |           |
    Then the station replies Accepted
    And the station sends ReportChargingProfiles:
      | requestId                                 | $requestId                |
      | evseId                                    | 0                         |
      | chargingProfile[0].chargingProfilePurpose | ChargingStationMaxProfile |
    And the CSMS replies

  @TC_K_30_CS @K09.FR.02 @K09.FR.04
  Scenario: Of an EVSE only its own profiles are reported
    Given the station is ChargingProfileSet:
      | evse    | 0                         |
      | purpose | ChargingStationMaxProfile |
      | name    | maximum                   |
    And the station is ChargingProfileSet:
      | id   | 2        |
      | name | standard |
    When the CSO has the CSMS send GetChargingProfiles:
      | requestId                  | -> requestId |
      | evseId                     | <EVSE>       |
      | chargingProfile.stackLevel | 0            |
    Then the station replies Accepted
    And the station sends all parts of ReportChargingProfiles:
      | requestId             | $requestId | K09.FR.01 |
      | evseId                | <EVSE>     | K09.FR.04 |
      | chargingProfile[id=2] | $standard  | K09.FR.04 |
      | chargingProfile[id=1] | absent     | K09.FR.04 |

  @TC_K_30_CSMS @K09.FR.03
  Scenario: A CSMS asks for the profiles of an EVSE
    When the CSO has the CSMS send GetChargingProfiles:
      | requestId                              | -> requestId     |           |
      | evseId                                 | <EVSE>           |           |
      | chargingProfile.chargingProfilePurpose | TxDefaultProfile | K09.FR.03 |
      | chargingProfile.stackLevel             | absent           |           |
      | chargingProfile.chargingLimitSource    | absent           |           |
      | chargingProfile.chargingProfileId      | absent           |           |
    Then the station replies Accepted
    And the station sends ReportChargingProfiles:
      | requestId | $requestId |
      | evseId    | <EVSE>     |
    And the CSMS replies

  @TC_K_31_CS @K09.FR.02 @K09.FR.06
  Scenario: All profiles are reported, wherever they are
    Given the station is ChargingProfileSet:
      | evse    | 0                         |
      | purpose | ChargingStationMaxProfile |
      | name    | maximum                   |
    And the station is ChargingProfileSet:
      | id   | 2        |
      | name | standard |
    When the CSO has the CSMS send GetChargingProfiles:
      | requestId                  | -> requestId |
      | chargingProfile.stackLevel | 0            |
    Then the station replies Accepted
    And the station sends all parts of ReportChargingProfiles:
      | requestId             | $requestId | K09.FR.01 |
      | chargingProfile[id=1] | $maximum   | K09.FR.06 |
      | chargingProfile[id=2] | $standard  | K09.FR.06 |
    And one ReportChargingProfiles the station sent has:
      | evseId                | 0        |
      | chargingProfile[id=1] | $maximum |
    And one ReportChargingProfiles the station sent has:
      | evseId                | <EVSE>    |
      | chargingProfile[id=2] | $standard |

  @TC_K_31_CSMS @K09.FR.03
  Scenario: A CSMS asks for all profiles
    When the CSO has the CSMS send GetChargingProfiles:
      | requestId                              | -> requestId     |           |
      | evseId                                 | absent           |           |
      | chargingProfile.chargingProfilePurpose | TxDefaultProfile | K09.FR.03 |
      | chargingProfile.stackLevel             | absent           |           |
      | chargingProfile.chargingLimitSource    | absent           |           |
      | chargingProfile.chargingProfileId      | absent           |           |
    Then the station replies Accepted
    And the station sends ReportChargingProfiles:
      | requestId | $requestId |
      | evseId    | <EVSE>     |
      | tbc       | true       |
    And the CSMS replies
    When the station sends ReportChargingProfiles:
      | requestId | $requestId   |
      | evseId    | <other EVSE> |
      | tbc       | false        |
    Then the CSMS replies

  @TC_K_32_CS @K09.FR.01 @K09.FR.02
  Scenario: A profile is reported that is asked for by its id
    Given the station is ChargingProfileSet:
      | evse    | 0                         |
      | purpose | ChargingStationMaxProfile |
      | name    | maximum                   |
    And the station is ChargingProfileSet:
      | id   | 2        |
      | name | standard |
    When the CSO has the CSMS send GetChargingProfiles:
      | requestId                            | -> requestId |
      | chargingProfile.chargingProfileId[0] | 1            |
    Then the station replies Accepted
    And the station sends all parts of ReportChargingProfiles:
      | requestId              | $requestId | K09.FR.01 |
      | evseId                 | 0          |           |
      | chargingProfile.length | 1          |           |
      | chargingProfile[0]     | $maximum   |           |

  @TC_K_32_CSMS @K09.FR.03
  Scenario: A CSMS asks for a profile by its id
    When the CSO has the CSMS send GetChargingProfiles:
      | requestId                                | -> requestId |           |
      | evseId                                   | absent       |           |
      | chargingProfile.chargingProfileId[0]     | 1            | K09.FR.03 |
      | chargingProfile.chargingProfileId.length | 1            |           |
      | chargingProfile.chargingProfilePurpose   | absent       |           |
      | chargingProfile.stackLevel               | absent       |           |
      | chargingProfile.chargingLimitSource      | absent       |           |
    Then the station replies Accepted
    And the station sends ReportChargingProfiles:
      | requestId             | $requestId |
      | chargingProfile[0].id | 1          |
    And the CSMS replies

  # The case asks for the stack level of the first profile and wants that one, which is not at the EVSE.
  @TC_K_33_CS @K09.FR.02 @K09.FR.04
  Scenario: The profiles of an EVSE at a stack level are reported
    Given the station is ChargingProfileSet:
      | evse    | 0                         |
      | purpose | ChargingStationMaxProfile |
      | level   | 1                         |
      | name    | maximum                   |
    And the station is ChargingProfileSet:
      | id    | 2        |
      | level | 1        |
      | name  | standard |
    And the station is ChargingProfileSet:
      | id    | 3     |
      | level | 0     |
      | name  | lower |
    When the CSO has the CSMS send GetChargingProfiles:
      | requestId                  | -> requestId |
      | evseId                     | <EVSE>       |
      | chargingProfile.stackLevel | 1            |
    Then the station replies Accepted
    And the station sends all parts of ReportChargingProfiles:
      | requestId              | $requestId | K09.FR.01 |
      | evseId                 | <EVSE>     | K09.FR.04 |
      | chargingProfile.length | 1          | K09.FR.04 |
      | chargingProfile[0]     | $standard  | K09.FR.04 |

  @TC_K_33_CSMS @K09.FR.03
  Scenario: A CSMS asks for the profiles of an EVSE at a stack level
    When the CSO has the CSMS send GetChargingProfiles:
      | requestId                              | -> requestId |           |
      | evseId                                 | <EVSE>       |           |
      | chargingProfile.stackLevel             | 0            | K09.FR.03 |
      | chargingProfile.chargingProfilePurpose | absent       |           |
      | chargingProfile.chargingLimitSource    | absent       |           |
      | chargingProfile.chargingProfileId      | absent       |           |
    Then the station replies Accepted
    And the station sends ReportChargingProfiles:
      | requestId | $requestId |
      | evseId    | <EVSE>     |
    And the CSMS replies

  @TC_K_34_CS @K09.FR.02 @K09.FR.04
  Scenario: The profiles of an EVSE from one source are reported
    Given the station is ChargingProfileSet:
      | level | 1        |
      | name  | standard |
    When the CSO has the CSMS send GetChargingProfiles:
      | requestId                              | -> requestId |
      | evseId                                 | <EVSE>       |
      | chargingProfile.chargingLimitSource[0] | CSO          |
    Then the station replies Accepted
    And the station sends all parts of ReportChargingProfiles:
      | requestId             | $requestId | K09.FR.01 |
      | chargingLimitSource   | CSO        | K09.FR.04 |
      | evseId                | <EVSE>     | K09.FR.04 |
      | chargingProfile[id=1] | $standard  | K09.FR.04 |
    When the CSO has the CSMS send GetChargingProfiles:
      | evseId                                 | <EVSE> |
      | chargingProfile.chargingLimitSource[0] | SO     |
    Then the station replies NoProfiles

  @TC_K_34_CSMS @K09.FR.03
  Scenario: A CSMS asks for the profiles of an EVSE from one source
    When the CSO has the CSMS send GetChargingProfiles:
      | requestId                                  | -> requestId |           |
      | evseId                                     | <EVSE>       |           |
      | chargingProfile.chargingLimitSource[0]     | CSO          | K09.FR.03 |
      | chargingProfile.chargingLimitSource.length | 1            |           |
      | chargingProfile.stackLevel                 | absent       |           |
      | chargingProfile.chargingProfilePurpose     | absent       |           |
      | chargingProfile.chargingProfileId          | absent       |           |
    Then the station replies Accepted
    And the station sends ReportChargingProfiles:
      | requestId           | $requestId |
      | chargingLimitSource | CSO        |
      | evseId              | <EVSE>     |
    And the CSMS replies

  @TC_K_35_CS @K09.FR.02 @K09.FR.04
  Scenario: The profiles of an EVSE with one purpose are reported
    Given the station is EnergyTransferStarted
    And the station is ChargingProfileSet:
      | evse    | 0                         |
      | purpose | ChargingStationMaxProfile |
      | name    | maximum                   |
    And the station is ChargingProfileSet:
      | id   | 2        |
      | name | standard |
    And the station is ChargingProfileSet:
      | id            | 3              |
      | purpose       | TxProfile      |
      | transactionId | $transactionId |
      | name          | special        |
    When the CSO has the CSMS send GetChargingProfiles:
      | requestId                              | -> requestId     |
      | evseId                                 | <EVSE>           |
      | chargingProfile.chargingProfilePurpose | TxDefaultProfile |
    Then the station replies Accepted
    And the station sends all parts of ReportChargingProfiles:
      | requestId              | $requestId | K09.FR.01 |
      | evseId                 | <EVSE>     | K09.FR.04 |
      | chargingProfile.length | 1          | K09.FR.04 |
      | chargingProfile[0]     | $standard  | K09.FR.04 |

  @TC_K_35_CSMS @K09.FR.03
  Scenario: A CSMS asks for the profiles of an EVSE with one purpose
    When the CSO has the CSMS send GetChargingProfiles:
      | requestId                              | -> requestId     |           |
      | evseId                                 | <EVSE>           |           |
      | chargingProfile.chargingProfilePurpose | TxDefaultProfile | K09.FR.03 |
      | chargingProfile.stackLevel             | absent           |           |
      | chargingProfile.chargingLimitSource    | absent           |           |
      | chargingProfile.chargingProfileId      | absent           |           |
    Then the station replies Accepted
    And the station sends ReportChargingProfiles:
      | requestId                                 | $requestId       |
      | evseId                                    | <EVSE>           |
      | chargingProfile[0].chargingProfilePurpose | TxDefaultProfile |
    And the CSMS replies

  @TC_K_36_CS @K09.FR.02 @K09.FR.04
  Scenario: The profiles of an EVSE with one purpose at a stack level are reported
    Given the station is ChargingProfileSet:
      | evse    | 0                         |
      | purpose | ChargingStationMaxProfile |
      | name    | maximum                   |
    And the station is ChargingProfileSet:
      | id   | 2        |
      | name | standard |
    And the station is ChargingProfileSet:
      | id    | 3     |
      | level | 1     |
      | name  | upper |
    When the CSO has the CSMS send GetChargingProfiles:
      | requestId                              | -> requestId     |
      | evseId                                 | <EVSE>           |
      | chargingProfile.chargingProfilePurpose | TxDefaultProfile |
      | chargingProfile.stackLevel             | 0                |
    Then the station replies Accepted
    And the station sends all parts of ReportChargingProfiles:
      | requestId              | $requestId | K09.FR.01 |
      | evseId                 | <EVSE>     | K09.FR.04 |
      | chargingProfile.length | 1          | K09.FR.04 |
      | chargingProfile[0]     | $standard  | K09.FR.04 |

  @TC_K_36_CSMS @K09.FR.03
  Scenario: A CSMS asks for the profiles of an EVSE with one purpose at a stack level
    When the CSO has the CSMS send GetChargingProfiles:
      | requestId                              | -> requestId     |           |
      | evseId                                 | <EVSE>           |           |
      | chargingProfile.chargingProfilePurpose | TxDefaultProfile | K09.FR.03 |
      | chargingProfile.stackLevel             | 0                | K09.FR.03 |
      | chargingProfile.chargingLimitSource    | absent           |           |
      | chargingProfile.chargingProfileId      | absent           |           |
    Then the station replies Accepted
    And the station sends ReportChargingProfiles:
      | requestId | $requestId |
      | evseId    | <EVSE>     |
    And the CSMS replies
