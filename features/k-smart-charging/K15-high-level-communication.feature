@K15
Feature: K15 Charging with load leveling based on high level communication

  # Whether an EV returns a schedule is up to the EV, and a station should return one in its place (K15.FR.19): without
  # one there is a warning. If there is one, it has to be within the bounds (K15.FR.09).

  @TC_K_53_CS @K15.FR.01 @K15.FR.06 @K15.FR.09 @K15.FR.10 @K15.FR.19
  Scenario: An EV charges by the schedule that the CSMS has for it
    Given the station is Authorized15118
    Then the station sends NotifyEVChargingNeeds:
      | evseId                             | <EVSE>                     | K15.FR.01 |
      | chargingNeeds.acChargingParameters | absent or any -> ac        |           |
      | chargingNeeds.dcChargingParameters | present when $ac is absent | K15.FR.06 |
    And the CSMS replies Accepted
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                                                     | <EVSE>                 |
      | chargingProfile.chargingProfilePurpose                                     | TxProfile              |
      | chargingProfile.transactionId                                              | $transactionId         |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                       | <charging rate unit>   |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod  | 0                      |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit        | 6 * <limit multiplier> |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].numberPhases | <number of phases>     |
      | chargingProfile                                                            | -> profile             |
    Then the station replies Accepted
    And the station sends, in any order:
      | TransactionEvent                       | triggerReason = ChargingStateChanged | transactionInfo.chargingState = Charging             |
      | NotifyEVChargingSchedule (recommended) | evseId = <EVSE>                      | chargingSchedule = at most the composite of $profile |

  @TC_K_53_CSMS @K15.FR.02 @K15.FR.03 @K15.FR.05 @K15.FR.07 @K15.FR.11
  Scenario: A CSMS has a schedule for what an EV needs, and leaves it at that
    Given the station is Authorized
    And the station is EVConnectedPreSession
    When the station becomes ISO15118SmartCharging
    Then the CSMS sends no SetChargingProfile for <message timeout>

  @TC_K_54_CS @K15.FR.01 @K17.FR.04
  Scenario: An EV charges although the CSMS has no schedule for it
    Given the station is Authorized15118
    Then the station sends NotifyEVChargingNeeds:
      | evseId | <EVSE> | K15.FR.01 |
    And the CSMS replies Rejected
    # An EV takes its time until it returns a schedule, if it does.
    And the station sends no NotifyEVChargingSchedule for <message timeout>:
      | evseId | not <EVSE> |
    And the station eventually sends TransactionEvent:
      | triggerReason                 | ChargingStateChanged | K17.FR.15 |
      | transactionInfo.chargingState | Charging             | K17.FR.15 |

  @TC_K_55_CSMS @K15.FR.12 @K15.FR.13 @K16.FR.07 @K16.FR.08 @K17.FR.12 @K17.FR.13
  Scenario: A CSMS renegotiates with an EV that wants too much
    Given the station is Authorized
    And the station is EVConnectedPreSession
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
      | evseId                                                              | <EVSE>         | K15.FR.07 |
      | chargingProfile.chargingProfilePurpose                              | TxProfile      | K15.FR.07 |
      | chargingProfile.transactionId                                       | $transactionId | K15.FR.07 |
      | chargingProfile.chargingSchedule[*].chargingSchedulePeriod.length   | <= 12          | K15.FR.07 |
      | chargingProfile.chargingSchedule[0]                                 | -> schedule    |           |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit | -> limit       |           |
    And the station replies Accepted
    When the station sends NotifyEVChargingSchedule:
      | evseId                                           | <EVSE>          |
      | chargingSchedule                                 | $schedule       |
      | chargingSchedule.chargingSchedulePeriod[*].limit | $limit + 100000 |
    Then the CSMS replies Rejected
    # The CSMS may begin anew before it hears that the EV charges.
    And the station sends TransactionEvent:
      | triggerReason                 | ChargingStateChanged |
      | transactionInfo.chargingState | Charging             |
    And the CSMS replies
    And the CSMS sends SetChargingProfile:
      | evseId                                 | <EVSE>         | K15.FR.13 |
      | chargingProfile.chargingProfilePurpose | TxProfile      | K16.FR.08 |
      | chargingProfile.transactionId          | $transactionId | K17.FR.13 |
      | chargingProfile.chargingSchedule[0]    | -> schedule    |           |
    And the station replies Accepted
    When the station sends NotifyEVChargingSchedule:
      | evseId           | <EVSE>    |
      | chargingSchedule | $schedule |
    Then the CSMS replies Accepted

  @TC_K_56_CS @K15.FR.15 @K17.FR.15
  Scenario: An EV charges by the default when the connection is lost before there is a schedule for it
    Given OCPPCommCtrlr.RetryBackOffWaitMinimum is <retry wait>
    And the station is ChargingProfileSet:
      | start    | now - <tolerance> |
      | duration | 400               |
    And the station is Authorized15118
    Then the station sends NotifyEVChargingNeeds
    And the CSMS replies Accepted
    When the CSMS accepts no connections
    And 90 s pass
    And the CSMS accepts connections again
    Then the station connects
    And the station sends no NotifyEVChargingSchedule for <message timeout>:
      | evseId | not <EVSE> |
    And the station eventually sends TransactionEvent:
      | triggerReason                 | ChargingStateChanged |
      | transactionInfo.chargingState | Charging             |
      | offline                       | true                 |
