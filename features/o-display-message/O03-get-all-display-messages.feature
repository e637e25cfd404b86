@O03
Feature: O03 Get all display messages

  @TC_O_02_CS @TC_O_02_CSMS @O03.FR.01 @O03.FR.02 @O03.FR.03 @O03.FR.04 @O03.FR.05
  Scenario: A station reports all messages
    Given the station is DisplayMessageSet
    When the CSO has the CSMS send GetDisplayMessages:
      | requestId | -> request |
      | id        | absent     |
      | priority  | absent     |
      | state     | absent     |
    Then the station replies Accepted
    And the station sends all parts of NotifyDisplayMessages:
      | requestId                | $request | O03.FR.05 |
      | messageInfo[id=$message] | present  | O03.FR.02 |

  @TC_O_03_CS @O03.FR.06
  Scenario: A station without messages says so
    Given DisplayMessageCtrlr.DisplayMessages is 0 if implemented
    When the CSO has the CSMS send GetDisplayMessages:
      | id       | absent |
      | priority | absent |
      | state    | absent |
    Then the station replies Unknown

  @TC_O_03_CSMS
  Scenario: A CSMS hears that there are no messages
    When the CSO has the CSMS send GetDisplayMessages:
      | requestId | present |
    Then the station replies Unknown
