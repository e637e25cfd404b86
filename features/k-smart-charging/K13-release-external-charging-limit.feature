@K13
Feature: K13 Release of an external charging limit

  @TC_K_50_CSMS @K13.FR.02
  Scenario: A CSMS hears that an external limit is no more
    When the station sends ClearedChargingLimit:
      | chargingLimitSource | EMS |
    Then the CSMS replies

  @TC_K_51_CSMS @K13.FR.02 @K13.FR.03
  Scenario: A CSMS hears that an external limit of a transaction is no more
    Given the station is EnergyTransferStarted
    When the station sends ClearedChargingLimit:
      | chargingLimitSource | EMS |
    Then the CSMS replies
    When the station sends TransactionEvent:
      | eventType     | Updated             |
      | triggerReason | ChargingRateChanged |
    Then the CSMS replies

  @OS_K_06_CS @K13.FR.01 @K13.FR.02
  Scenario: A station tells that an external limit is no more, and does not keep to it
    Given SmartChargingCtrlr.ExternalControlSignalsEnabled is true if implemented
    And the operator limits the station from outside
    When the operator lifts the limit from outside
    Then the station sends ClearedChargingLimit:
      | chargingLimitSource | not CSO | K13.FR.02 |
    And the CSMS replies
    When the CSO has the CSMS send GetCompositeSchedule:
      | evseId           | <EVSE>               |
      | duration         | 300                  |
      | chargingRateUnit | <charging rate unit> |
    Then the station replies Accepted:
      | schedule.chargingSchedulePeriod[*].limit | > 8 * <limit multiplier> | K13.FR.01 |
    When the CSO has the CSMS send GetChargingProfiles:
      | chargingProfile.chargingProfilePurpose | ChargingStationExternalConstraints |
    Then the station replies NoProfiles
