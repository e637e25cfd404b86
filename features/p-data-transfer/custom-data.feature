@P01
Feature: Custom data in standard messages

  @TC_P_03_CS
  Scenario: A station takes custom data and does what it is asked to
    When the CSO has the CSMS send SetVariables:
      | customData.vendorId                    | org.example.unknown |
      | customData.note                        | for nobody          |
      | setVariableData[0].customData.vendorId | org.example.unknown |
      | setVariableData[0].component.name      | OCPPCommCtrlr       |
      | setVariableData[0].variable.name       | OfflineThreshold    |
      | setVariableData[0].attributeType       | Actual              |
      | setVariableData[0].attributeValue      | 200                 |
    Then the station replies Accepted
    When the CSO has the CSMS send GetVariables:
      | customData.vendorId               | org.example.unknown |
      | getVariableData[0].component.name | OCPPCommCtrlr       |
      | getVariableData[0].variable.name  | OfflineThreshold    |
      | getVariableData[0].attributeType  | Actual              |
    Then the station replies Accepted:
      | getVariableResult[0].attributeType  | absent or Actual |
      | getVariableResult[0].attributeValue | 200              |

  @TC_P_03_CSMS
  Scenario: A CSMS takes custom data
    When the station sends StatusNotification:
      | customData.vendorId | org.example.unknown |
      | customData.note     | for nobody          |
    Then the CSMS replies
    When the EV driver plugs in
    Then the station sends TransactionEvent:
      | customData.vendorId                 | org.example.unknown |
      | customData.note                     | for nobody          |
      | transactionInfo.customData.vendorId | org.example.unknown |
      | transactionInfo.customData.note     | for nobody          |
    And the CSMS replies

  @TC_P_04_CS
  Scenario: A station takes custom data in a charging profile
    # Who has no smart charging has nothing to take it in.
    Given SmartChargingCtrlr.RateUnit is any
    And SmartChargingCtrlr.Available is true if implemented
    And SmartChargingCtrlr.Enabled is true if implemented
    When the CSO has the CSMS send SetChargingProfile:
      | evseId                                                                            | <EVSE>                 |
      | chargingProfile.chargingProfilePurpose                                            | TxDefaultProfile       |
      | chargingProfile.customData.vendorId                                               | org.example.unknown    |
      | chargingProfile.customData.note                                                   | for nobody             |
      | chargingProfile.chargingSchedule[0].duration                                      | 300                    |
      | chargingProfile.chargingSchedule[0].chargingRateUnit                              | <charging rate unit>   |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod         | 0                      |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit               | 6 * <limit multiplier> |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].numberPhases        | <number of phases>     |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].customData.vendorId | org.example.unknown    |
      | chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].customData.note     | for nobody             |
    Then the station replies Accepted
