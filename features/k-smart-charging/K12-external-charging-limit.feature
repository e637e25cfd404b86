@K12
Feature: K12 External charging limit

  @TC_K_48_CSMS @K12.FR.02
  Scenario: A CSMS hears of an external limit
    When the station sends NotifyChargingLimit:
      | chargingLimit.chargingLimitSource | EMS |
    Then the CSMS replies

  @TC_K_52_CS @K12.FR.05
  Scenario: An external limit is reported as such
    Given SmartChargingCtrlr.ExternalControlSignalsEnabled is true if writable
    And the operator limits the station from outside
    When the CSO has the CSMS send GetChargingProfiles:
      | requestId                              | -> requestId                       |
      | chargingProfile.chargingProfilePurpose | ChargingStationExternalConstraints |
    Then the station replies Accepted
    And the station sends all parts of ReportChargingProfiles:
      | requestId                                 | $requestId                         | K09.FR.01 |
      | chargingLimitSource                       | not CSO                            | K12.FR.04 |
      | chargingProfile[*].chargingProfilePurpose | ChargingStationExternalConstraints | K12.FR.05 |

  @TC_K_52_CSMS @K12.FR.05
  Scenario: A CSMS reads about an external limit
    When the CSO has the CSMS send GetChargingProfiles:
      | requestId                              | -> requestId                       |
      | chargingProfile.chargingProfilePurpose | ChargingStationExternalConstraints |
    Then the station replies Accepted
    And the station sends ReportChargingProfiles:
      | requestId                                 | $requestId                         |
      | chargingLimitSource                       | EMS                                |
      | chargingProfile[0].chargingProfilePurpose | ChargingStationExternalConstraints |
    And the CSMS replies

  @OS_K_04_CS @K12.FR.02 @K12.FR.03 @K12.FR.04
  Scenario: The CSMS is told of an external limit, and what it is
    Given SmartChargingCtrlr.ExternalControlSignalsEnabled is true if implemented
    And SmartChargingCtrlr.NotifyChargingLimitWithSchedules is true
    When the operator limits the station from outside
    Then the station sends NotifyChargingLimit:
      | chargingLimit.chargingLimitSource                   | not CSO | K12.FR.04 |
      | chargingSchedule[0].chargingSchedulePeriod[0].limit | any     | K12.FR.03 |
    And the CSMS replies

  @OS_K_05_CS @K11.FR.01 @K11.FR.02 @K11.FR.04 @K11.FR.05
  Scenario: A transaction charges no faster than an external limit allows
    Given SmartChargingCtrlr.ExternalControlSignalsEnabled is true if implemented
    And the station is EnergyTransferStarted
    When the operator limits the station from outside
    Then the station eventually sends NotifyChargingLimit:
      | chargingLimit.chargingLimitSource | not CSO | K11.FR.05 |
    And the CSMS replies
    And the station eventually sends TransactionEvent:
      | eventType                     | Updated             | K11.FR.04 |
      | triggerReason                 | ChargingRateChanged | K11.FR.04 |
      | transactionInfo.transactionId | $transactionId      |           |
    And the CSMS replies
    When the CSO has the CSMS send GetCompositeSchedule:
      | evseId           | <EVSE>               |
      | duration         | 300                  |
      | chargingRateUnit | <charging rate unit> |
    Then the station replies Accepted:
      | schedule.chargingSchedulePeriod[*].limit | <= 8 * <limit multiplier> | K11.FR.01 |

  @OS_K_07_CS @K10.FR.08
  Scenario: The CSMS cannot clear an external limit
    Given SmartChargingCtrlr.ExternalControlSignalsEnabled is true if writable
    And the operator limits the station from outside
    When the CSO has the CSMS send ClearChargingProfile:
      | chargingProfileCriteria.chargingProfilePurpose | ChargingStationExternalConstraints |
    Then the station replies Unknown
    When the CSO has the CSMS send GetChargingProfiles:
      | chargingProfile.chargingProfilePurpose | ChargingStationExternalConstraints |
    Then the station replies Accepted
