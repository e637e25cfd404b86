@B08
Feature: B08 Get custom report

  @TC_B_16_CS @B08.FR.01 @B08.FR.03 @B08.FR.04 @B08.FR.09 @B08.FR.12 @B08.FR.14 @B06.FR.09
  Scenario: A report of what is enabled
    When the CSO has the CSMS send GetBaseReport:
      | reportBase | FullInventory |
    Then the station replies Accepted
    And the station sends all parts of NotifyReport:
      | reportData[variable.name=Enabled, variableAttribute[0].value=true].length | > 0 -> enabled |
    When the CSO has the CSMS send GetReport:
      | componentCriteria[0] | Enabled    |
      | requestId            | -> request |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |
    # B08.FR.09 also lets components count that have no such variable; the official case wants the variable alone.
    And the station sends all parts of NotifyReport:
      | requestId                                                                 | $request       | B08.FR.04 |
      | reportData[*].variableCharacteristics                                     | present        | B08.FR.12 |
      | reportData[variable.name=Enabled].variableAttribute[*].value              | true           | B08.FR.09 |
      | reportData[variable.name=Enabled, variableAttribute[0].value=true].length | $enabled       | B08.FR.09 |
      | reportData[*].variable.name                                               | should Enabled | B08.FR.09 |
    And the report agrees with the variables

  @TC_B_17_CS @B08.FR.01 @B08.FR.03 @B08.FR.04 @B08.FR.11 @B08.FR.12 @B08.FR.14
  Scenario: A report of one variable of one EVSE
    When the CSO has the CSMS send GetReport:
      | requestId                              | -> request        |
      | componentVariable[0].component.name    | EVSE              |
      | componentVariable[0].component.evse.id | 1                 |
      | componentVariable[0].variable.name     | AvailabilityState |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |
    And the station sends all parts of NotifyReport:
      | requestId                                        | $request            | B08.FR.04 |
      | generatedAt                                      | within <tolerance> of now |     |
      | reportData.length                                | 1                   | B08.FR.11 |
      | reportData[0].component.name                     | EVSE                | B08.FR.11 |
      | reportData[0].component.evse.id                  | 1                   | B08.FR.11 |
      | reportData[0].variable.name                      | AvailabilityState   | B08.FR.11 |
      | reportData[0].variableCharacteristics.dataType   | OptionList          | B08.FR.12 |
      | reportData[0].variableCharacteristics.valuesList | contains Available and contains Occupied and contains Reserved and contains Unavailable and contains Faulted | B08.FR.12 |
      | reportData[0].variableAttribute[*].mutability    | ReadOnly            | B08.FR.03 |
      | reportData[0].variableAttribute[*].type          | Actual              | B08.FR.03 |

  @TC_B_18_CS @B08.FR.01 @B08.FR.03 @B08.FR.04 @B08.FR.05 @B08.FR.12 @B08.FR.14 @B08.FR.15
  Scenario: A report of one variable, on condition
    When the CSO has the CSMS send GetReport:
      | requestId                              | -> request        |
      | componentCriteria[0]                   | Available         |
      | componentVariable[0].component.name    | EVSE              |
      | componentVariable[0].component.evse.id | 1                 |
      | componentVariable[0].variable.name     | AvailabilityState |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |
    And the station sends all parts of NotifyReport:
      | requestId                                        | $request            | B08.FR.04 |
      | reportData.length                                | 1                   | B08.FR.05 |
      | reportData[0].component.name                     | EVSE                | B08.FR.05 |
      | reportData[0].component.evse.id                  | 1                   | B08.FR.05 |
      | reportData[0].variable.name                      | AvailabilityState   | B08.FR.05 |
      | reportData[0].variableCharacteristics.dataType   | OptionList          | B08.FR.12 |
      | reportData[0].variableCharacteristics.valuesList | contains Available and contains Occupied and contains Reserved and contains Unavailable and contains Faulted | B08.FR.12 |
      | reportData[0].variableAttribute[*].mutability    | ReadOnly            | B08.FR.03 |
      | reportData[0].variableAttribute[*].type          | Actual              | B08.FR.03 |
    When the CSO has the CSMS send GetReport:
      | componentCriteria[0]                   | Problem           |
      | componentVariable[0].component.name    | EVSE              |
      | componentVariable[0].component.evse.id | 1                 |
      | componentVariable[0].variable.name     | AvailabilityState |
    Then the station replies EmptyResultSet:
      | statusInfo.reasonCode | should absent or NotFound |
    And the station sends no NotifyReport for 5 s

  @TC_B_18_CSMS @B08.FR.01 @B08.FR.03
  Scenario: A CSMS asks for one variable, on condition, and copes with an empty result
    When the CSO has the CSMS send GetReport:
      | componentCriteria.length               | 1                 |
      | componentCriteria[0]                   | Problem           |
      | componentVariable[0].component.name    | EVSE              |
      | componentVariable[0].component.evse.id | 1                 |
      | componentVariable[0].variable.name     | AvailabilityState |
    Then the station replies EmptyResultSet
    When the CSO has the CSMS send GetReport:
      | componentCriteria.length               | 1                 |
      | componentCriteria[0]                   | Available         |
      | componentVariable[0].component.name    | EVSE              |
      | componentVariable[0].component.evse.id | 1                 |
      | componentVariable[0].variable.name     | AvailabilityState |
    Then the station replies Accepted
    And the station sends NotifyReport
    And the CSMS replies

  @TC_B_19_CS @B08.FR.02
  Scenario: A station does not know the criterion
    When the CSO has the CSMS send GetReport:
      | componentCriteria[0] | Available               |
      | componentCriteria[1] | <unsupported criterion> |
      | componentVariable    | absent                  |
    Then the station replies NotSupported:
      | statusInfo.reasonCode | should absent or UnsupportedParam or InvalidValue |
    And the station sends no NotifyReport for 5 s

  @TC_B_54_CS @B08.FR.01 @B08.FR.03 @B08.FR.04 @B08.FR.11 @B08.FR.12 @B08.FR.14 @B08.FR.21
  Scenario: A report of all instances of a variable
    When the CSO has the CSMS send GetReport:
      | requestId                           | -> request      |
      | componentVariable[0].component.name | DeviceDataCtrlr |
      | componentVariable[0].variable.name  | ItemsPerMessage |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |
    And the station sends all parts of NotifyReport:
      | requestId                                                                                           | $request        | B08.FR.04 |
      | reportData[*].component.name                                                                        | DeviceDataCtrlr | B08.FR.11 |
      | reportData[*].variable.name                                                                         | ItemsPerMessage | B08.FR.11 |
      | reportData[variable.instance=GetReport].length                                                      | 1               | B08.FR.21 |
      | reportData[variable.instance=GetVariables].length                                                   | 1               | B08.FR.21 |

  @TC_B_55_CS @B08.FR.01 @B08.FR.03 @B08.FR.04 @B08.FR.11 @B08.FR.12 @B08.FR.14
  Scenario: A report of one instance of a variable
    When the CSO has the CSMS send GetReport:
      | requestId                              | -> request      |
      | componentVariable[0].component.name    | DeviceDataCtrlr |
      | componentVariable[0].variable.name     | ItemsPerMessage |
      | componentVariable[0].variable.instance | GetReport       |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |
    And the station sends all parts of NotifyReport:
      | requestId                       | $request        | B08.FR.04 |
      | reportData.length               | 1               | B08.FR.11 |
      | reportData[0].component.name    | DeviceDataCtrlr | B08.FR.11 |
      | reportData[0].variable.name     | ItemsPerMessage | B08.FR.11 |
      | reportData[0].variable.instance | GetReport       | B08.FR.11 |

  @TC_B_56_CS @B08.FR.01 @B08.FR.03 @B08.FR.04 @B08.FR.11 @B08.FR.12 @B08.FR.14 @B08.FR.23
  Scenario: A report of a variable of every EVSE
    When the CSO has the CSMS send GetReport:
      | requestId                           | -> request        |
      | componentVariable[0].component.name | EVSE              |
      | componentVariable[0].variable.name  | AvailabilityState |
    Then the station replies Accepted:
      | statusInfo.reasonCode | should absent or NoError |
    And the station sends all parts of NotifyReport:
      | requestId                    | $request          | B08.FR.04 |
      | reportData[*].component.name | EVSE              | B08.FR.11 |
      | reportData[*].variable.name  | AvailabilityState | B08.FR.11 |
      | reportData.length            | <number of EVSEs> | B08.FR.23 |
