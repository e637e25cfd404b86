@K17
Feature: K17 Renegotiating a charging schedule

  @TC_K_57_CSMS @K17.FR.02 @K17.FR.03 @K17.FR.05 @K17.FR.07 @K17.FR.11
  Scenario: An EV changes its mind about what it needs
    Given the station is EVConnectedPreSession
    And the station is Authorized
    And the station is ISO15118SmartCharging
    When the station sends NotifyEVChargingNeeds:
      | evseId                                         | <EVSE>         |
      | chargingNeeds.requestedEnergyTransfer          | AC_three_phase |
      | chargingNeeds.acChargingParameters.energyAmount | 30000         |
      | chargingNeeds.acChargingParameters.evMinCurrent | 6             |
      | chargingNeeds.acChargingParameters.evMaxCurrent | 16            |
      | chargingNeeds.acChargingParameters.evMaxVoltage | 400           |
    Then the CSMS replies Accepted or Processing
    And the CSMS sends SetChargingProfile:
      | evseId                                 | <EVSE>         | K17.FR.05 |
      | chargingProfile.chargingProfilePurpose | TxProfile      | K17.FR.05 |
      | chargingProfile.transactionId          | $transactionId | K17.FR.05 |
      | chargingProfile.chargingSchedule[0]    | -> schedule    |           |
    And the station replies Accepted
    When the station sends NotifyEVChargingSchedule:
      | evseId           | <EVSE>    |
      | chargingSchedule | $schedule |
    Then the CSMS replies Accepted
