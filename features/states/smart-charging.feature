Feature: States of smart charging

  Scenario Outline: ChargingProfileSet
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                                                     | <evse>               |
      | chargingProfile.id                                                         | <id>                 |
      | chargingProfile.stackLevel                                                 | <level>              |
      | chargingProfile.chargingProfilePurpose                                     | <purpose>            |
      | chargingProfile.chargingProfileKind                                        | Absolute             |
      | chargingProfile.transactionId                                              | <transactionId>      |
      | chargingProfile.chargingSchedule[0].startSchedule                          | <start>              |
      | chargingProfile.chargingSchedule[0].duration                               | <duration>           |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                       | <charging rate unit> |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod                 | <limits>             |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[*].numberPhases | <number of phases>   |
      | chargingProfile                                                            | -> <name>            |
    Then the station replies Accepted

    Examples:
      | evse   | id | level | purpose          | transactionId | start | duration | limits                    | name    |
      | <EVSE> | 1  | 0     | TxDefaultProfile | absent        | now   | 86400    | 0: 6 * <limit multiplier> | profile |

  # What else plug and charge needs, such as the certificate with which the station proves itself to EVs, has to be in place.
  Scenario: Authorized15118
    Given AuthCtrlr.Enabled is true if implemented
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    And ISO15118Ctrlr.CentralContractValidationAllowed is false if implemented
    And ISO15118Ctrlr.PnCEnabled is true if implemented
    And the station is CertificateInstalled:
      | type        | V2GRootCertificate |
      | certificate | <V2G root>         |
    And the station is CertificateInstalled:
      | type        | MORootCertificate |
      | certificate | <MO root>         |
    When the EV driver parks
    And the EV driver plugs in an EV with a contract
    Then the station reports the connector as Occupied
    And the station sends Authorize:
      | idToken.type                | eMAID    |
      | idToken.idToken             | -> emaid |
      | iso15118CertificateHashData | present  |
      | certificate                 | absent   |
    And the CSMS replies Accepted:
      | certificateStatus | Accepted |
    And the station eventually sends TransactionEvent:
      | eventType                     | Started or Updated |
      | triggerReason                 | Authorized         |
      | idToken.idToken               | $emaid             |
      | transactionInfo.transactionId | -> transactionId   |
    And the CSMS replies Accepted

  Scenario: ISO15118SmartCharging
    When the station sends NotifyEVChargingNeeds:
      | evseId                                          | <EVSE>         |
      | maxScheduleTuples                               | 12             |
      | chargingNeeds.requestedEnergyTransfer           | AC_three_phase |
      | chargingNeeds.acChargingParameters.energyAmount | 20000          |
      | chargingNeeds.acChargingParameters.evMinCurrent | 6              |
      | chargingNeeds.acChargingParameters.evMaxCurrent | 32             |
      | chargingNeeds.acChargingParameters.evMaxVoltage | 400            |
    Then the CSMS replies Accepted or Processing
    And the CSMS sends SetChargingProfile:
      | evseId                                                            | <EVSE>         |           |
      | chargingProfile.chargingProfilePurpose                            | TxProfile      |           |
      | chargingProfile.transactionId                                     | $transactionId |           |
      | chargingProfile.chargingSchedule[*].chargingSchedulePeriod.length | <= 12          | K15.FR.07 |
      | chargingProfile.chargingSchedule[0]                               | -> schedule    |           |
    And the station replies Accepted
    When the station sends NotifyEVChargingSchedule:
      | evseId           | <EVSE>    |
      | chargingSchedule | $schedule |
    Then the CSMS replies Accepted
    When the station becomes EnergyTransferStarted
