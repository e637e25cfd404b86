@K17
Feature: K17 Renegotiating a charging schedule

  @TC_K_57_CSMS @K17.FR.02 @K17.FR.03 @K17.FR.05 @K17.FR.07 @K17.FR.11
  Scenario: An EV changes its mind about what it needs
    Given the station is Authorized
    And the station is EVConnectedPreSession
    And the station is ISO15118SmartCharging
    When the station sends NotifyEVChargingNeeds:
      | evseId                                          | <EVSE>         |
      | maxScheduleTuples                               | 12             |
      | chargingNeeds.requestedEnergyTransfer           | AC_three_phase |
      | chargingNeeds.acChargingParameters.energyAmount | 30000          |
      | chargingNeeds.acChargingParameters.evMinCurrent | 6              |
      | chargingNeeds.acChargingParameters.evMaxCurrent | 16             |
      | chargingNeeds.acChargingParameters.evMaxVoltage | 400            |
    Then the CSMS replies Accepted or Processing
    And the CSMS sends SetChargingProfile:
      | evseId                                                            | <EVSE>         | K17.FR.07 |
      | chargingProfile.chargingProfilePurpose                            | TxProfile      | K17.FR.07 |
      | chargingProfile.transactionId                                     | $transactionId | K17.FR.07 |
      | chargingProfile.chargingSchedule[*].chargingSchedulePeriod.length | <= 12          | K17.FR.07 |
      | chargingProfile.chargingSchedule[0]                               | -> schedule    |           |
    And the station replies Accepted
    When the station sends NotifyEVChargingSchedule:
      | evseId           | <EVSE>    |
      | chargingSchedule | $schedule |
    Then the CSMS replies Accepted

  # Whether an EV returns a schedule is up to the EV, and a station should return one in its place (K16.FR.13, K17.FR.16).

  @TC_K_57_CS @K17.FR.01 @K17.FR.06 @K17.FR.09 @K17.FR.10 @K17.FR.16
  Scenario: An EV that charges says what it needs now, and gets another schedule
    Given the station is Authorized15118
    And the station is EnergyTransferStarted
    When the EV renegotiates its needs
    Then the station sends NotifyEVChargingNeeds:
      | evseId                                | <EVSE>                       | K17.FR.01 |
      | chargingNeeds.requestedEnergyTransfer | -> transfer                  |           |
      | chargingNeeds.dcChargingParameters    | any when $transfer is DC     | K17.FR.06 |
      | chargingNeeds.acChargingParameters    | any when $transfer is not DC | K17.FR.06 |
    And the CSMS replies Accepted
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                                                     | <EVSE>                  |
      | chargingProfile.chargingProfilePurpose                                     | TxProfile               |
      | chargingProfile.transactionId                                              | $transactionId          |
      | chargingProfile.chargingSchedule[0].duration                               | 300                     |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                       | <charging rate unit>    |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod  | 0                       |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit        | 10 * <limit multiplier> |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].numberPhases | <number of phases>      |
      | chargingProfile                                                            | -> profile              |
    Then the station replies Accepted
    And the station sends, in any order:
      | NotifyEVChargingSchedule (recommended) | evseId = <EVSE> | chargingSchedule = at most the composite of $profile |

  @TC_K_58_CS @K16.FR.01 @K16.FR.04 @K16.FR.05 @K16.FR.13 @K17.FR.01 @K17.FR.06 @K17.FR.09 @K17.FR.10
  Scenario: An EV that charges follows another schedule of the CSMS
    Given the station is Authorized15118
    And the station is EnergyTransferStarted
    # What the EV has returned for the first schedule has come by then.
    And 10 s pass
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                                                     | <EVSE>                 |
      | chargingProfile.chargingProfilePurpose                                     | TxProfile              |
      | chargingProfile.transactionId                                              | $transactionId         |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                       | <charging rate unit>   |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod  | 0                      |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit        | 8 * <limit multiplier> |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].numberPhases | <number of phases>     |
      | chargingProfile                                                            | -> profile             |
    Then the station replies Accepted
    And the station sends, in any order:
      | NotifyEVChargingSchedule (recommended) | evseId = <EVSE> | chargingSchedule.chargingRateUnit = <charging rate unit> | chargingSchedule.chargingSchedulePeriod[0].startPeriod = 0 | chargingSchedule = at most the composite of $profile |
