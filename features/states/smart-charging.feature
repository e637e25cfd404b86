Feature: States of smart charging

  Scenario: ISO15118SmartCharging
    When the station sends NotifyEVChargingNeeds:
      | evseId                                          | <EVSE>         |
      | chargingNeeds.requestedEnergyTransfer           | AC_three_phase |
      | chargingNeeds.acChargingParameters.energyAmount | 20000          |
      | chargingNeeds.acChargingParameters.evMinCurrent | 6              |
      | chargingNeeds.acChargingParameters.evMaxCurrent | 32             |
      | chargingNeeds.acChargingParameters.evMaxVoltage | 400            |
    Then the CSMS replies Accepted or Processing
    And the CSMS sends SetChargingProfile:
      | evseId                                 | <EVSE>         |
      | chargingProfile.chargingProfilePurpose | TxProfile      |
      | chargingProfile.transactionId          | $transactionId |
      | chargingProfile.chargingSchedule[0]    | -> schedule    |
    And the station replies Accepted
    When the station sends NotifyEVChargingSchedule:
      | evseId           | <EVSE>    |
      | chargingSchedule | $schedule |
    Then the CSMS replies Accepted
    When the station becomes EnergyTransferStarted
