@A01
Feature: A01 Update the password of a station

  @TC_A_09_CS @A01.FR.01 @B01.FR.01
  Scenario: A station takes a new password and connects with it
    Given the connection uses security profile 1 or 2
    When the CSO has the CSMS send SetVariables:
      | setVariableData[0].component.name | SecurityCtrlr     |
      | setVariableData[0].variable.name  | BasicAuthPassword |
      | setVariableData[0].attributeValue | <new password>    |
    # After RebootRequired the played CSMS has the station reboot.
    Then the station replies:
      | setVariableResult[0].attributeStatus | Accepted or RebootRequired -> status |
    And the station connects:
      | credentials.username        | <identity> | A00.FR.204 |
      | credentials.passwordMatches | true       | A01.FR.01  |
    And the CSMS accepts the connection
    And the scenario ends if $status is Accepted
    And the station sends BootNotification
    And the CSMS replies Accepted
    And the station reports every connector as Available

  @TC_A_10_CS @A01.FR.01
  Scenario: A station refuses a password that is too short and keeps its own
    Given the connection uses security profile 1 or 2
    When the CSO has the CSMS send SetVariables:
      | setVariableData[0].component.name | SecurityCtrlr     |
      | setVariableData[0].variable.name  | BasicAuthPassword |
      | setVariableData[0].attributeValue | Only-15-letters   |
    Then the station replies Rejected
    When the CSO has the CSMS send Reset:
      | type | OnIdle |
    Then the station replies Accepted
    And the station connects:
      | credentials.username        | <identity> | A00.FR.204 |
      | credentials.passwordMatches | true       | A01.FR.01  |
    And the CSMS accepts the connection
    And the station sends BootNotification
    And the CSMS replies Accepted
    And the station reports every connector as Available
    And the station eventually sends SecurityEventNotification:
      | type | StartupOfTheDevice or ResetOrReboot | A04.FR.01 |

  @TC_A_09_CSMS @A01.FR.02 @A01.FR.03
  Scenario: A CSMS gives a station a new password and knows it by no other
    Given the connection uses security profile 1 or 2
    When the CSO has the CSMS send SetVariables:
      | setVariableData[0].component.name | SecurityCtrlr                        | A01.FR.02 |
      | setVariableData[0].variable.name  | BasicAuthPassword                    | A01.FR.02 |
      | setVariableData[0].attributeValue | <new password> or any -> newPassword |           |
    Then the station replies Accepted
    # A station takes a moment to connect again, and a CSMS may take one to pass a password on.
    When <retry wait> pass
    And the station connects:
      | password | $newPassword |
    Then the CSMS accepts the connection
    And the station sends BootNotification
    And the CSMS replies Accepted
    And the station reports every connector as Available
    When the station connects:
      | password | <password> |
    Then the CSMS refuses the connection
    # For the cases that come after this one.
    When the CSO has the CSMS send SetVariables:
      | setVariableData[0].component.name | SecurityCtrlr     |
      | setVariableData[0].variable.name  | BasicAuthPassword |
      | setVariableData[0].attributeValue | <password>        |
    Then the station replies Accepted

  @TC_A_10_CSMS @A01.FR.02 @A01.FR.04 @A01.FR.05
  # The case wants Accepted. While the password is not what the CSMS wants it to be, it may do less (A01.FR.05).
  Scenario: A CSMS goes on with the old password if a station refuses the new one
    Given the connection uses security profile 1 or 2
    When the CSO has the CSMS send SetVariables:
      | setVariableData[0].component.name | SecurityCtrlr         | A01.FR.02 |
      | setVariableData[0].variable.name  | BasicAuthPassword     | A01.FR.02 |
      | setVariableData[0].attributeValue | <new password> or any |           |
    Then the station replies Rejected
    When the station connects:
      | password | <password> |
    Then the CSMS accepts the connection
    And the station sends BootNotification
    And the CSMS replies Accepted or Pending:
      | status | should Accepted | A01.FR.05 |
      | status | -> registration |           |
    And the scenario ends if $registration is Pending
    And the station reports every connector as Available
