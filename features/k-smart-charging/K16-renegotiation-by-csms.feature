@K16
Feature: K16 Renegotiation initiated by the CSMS

  @TC_K_58_CSMS @K16.FR.06
  Scenario: A CSMS gives an EV that charges another schedule
    Given the station is Authorized
    And the station is EVConnectedPreSession
    And the station is ISO15118SmartCharging
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                 | <EVSE>         |           |
      | chargingProfile.chargingProfilePurpose | TxProfile      |           |
      | chargingProfile.transactionId          | $transactionId | K01.FR.03 |
      | chargingProfile.chargingSchedule[0]    | -> schedule    |           |
    Then the station replies Accepted
    When the station sends NotifyEVChargingSchedule:
      | evseId           | <EVSE>    |
      | chargingSchedule | $schedule |
    Then the CSMS replies Accepted

  # What the EV follows is the schedule that was set last.
  @TC_K_59_CSMS @K16.FR.12
  Scenario: A CSMS has a schedule for an EV that says once more what it needs
    Given the station is Authorized
    And the station is EVConnectedPreSession
    And the station is ISO15118SmartCharging
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                 | <EVSE>         |           |
      | chargingProfile.chargingProfilePurpose | TxProfile      |           |
      | chargingProfile.transactionId          | $transactionId | K01.FR.03 |
    Then the station replies Accepted
    When the station sends NotifyEVChargingNeeds:
      | evseId                                          | <EVSE>         |
      | maxScheduleTuples                               | 12             |
      | chargingNeeds.requestedEnergyTransfer           | AC_three_phase |
      | chargingNeeds.acChargingParameters.energyAmount | 20000          |
      | chargingNeeds.acChargingParameters.evMinCurrent | 6              |
      | chargingNeeds.acChargingParameters.evMaxCurrent | 16             |
      | chargingNeeds.acChargingParameters.evMaxVoltage | 400            |
    Then the CSMS replies Accepted or Processing
    And the CSMS sends SetChargingProfile:
      | evseId                                                            | <EVSE>         | K16.FR.12 |
      | chargingProfile.chargingProfilePurpose                            | TxProfile      | K16.FR.12 |
      | chargingProfile.transactionId                                     | $transactionId | K16.FR.12 |
      | chargingProfile.chargingSchedule[*].chargingSchedulePeriod.length | <= 12          | K15.FR.07 |
      | chargingProfile.chargingSchedule[0]                               | -> schedule    |           |
    And the station replies Accepted
    When the station sends NotifyEVChargingSchedule:
      | evseId           | <EVSE>    |
      | chargingSchedule | $schedule |
    Then the CSMS replies Accepted
