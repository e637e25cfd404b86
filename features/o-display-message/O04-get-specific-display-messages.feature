@O04
Feature: O04 Get specific display messages

  @TC_O_07_CS @TC_O_07_CSMS @O04.FR.01 @O04.FR.03 @O04.FR.04 @O04.FR.05 @O04.FR.06
  Scenario: A station reports the message with an id
    Given the station is DisplayMessageSet
    When the CSO has the CSMS send GetDisplayMessages:
      | requestId | -> request |
      | id.length | 1          |
      | id[0]     | $message   |
      | priority  | absent     |
      | state     | absent     |
    Then the station replies Accepted
    And the station sends all parts of NotifyDisplayMessages:
      | requestId                | $request | O04.FR.06 |
      | messageInfo[id=$message] | present  | O04.FR.03 |

  @TC_O_08_CS @TC_O_08_CSMS @O04.FR.01 @O04.FR.03 @O04.FR.04 @O04.FR.05 @O04.FR.06
  Scenario: A station reports the messages of a priority
    Given the station is DisplayMessageSet
    When the CSO has the CSMS send GetDisplayMessages:
      | requestId | -> request         |
      | id        | absent             |
      | priority  | <message priority> |
      | state     | absent             |
    Then the station replies Accepted
    And the station sends all parts of NotifyDisplayMessages:
      | requestId                | $request           | O04.FR.06 |
      | messageInfo[*].priority  | <message priority> | O04.FR.03 |
      | messageInfo[id=$message] | present            | O04.FR.03 |

  @TC_O_09_CS @TC_O_09_CSMS @O04.FR.01 @O04.FR.03 @O04.FR.04 @O04.FR.05 @O04.FR.06
  Scenario: A station reports the messages for a state
    Given the station is DisplayMessageSet:
      | state | <message state> |
    When the CSO has the CSMS send GetDisplayMessages:
      | requestId | -> request      |
      | id        | absent          |
      | priority  | absent          |
      | state     | <message state> |
    Then the station replies Accepted
    And the station sends all parts of NotifyDisplayMessages:
      | requestId                      | $request        | O04.FR.06 |
      | messageInfo[id=$message].state | <message state> | O04.FR.03 |

  @TC_O_11_CS @O04.FR.02
  Scenario: A station has no message with another id
    Given the station is DisplayMessageSet
    When the CSO has the CSMS send GetDisplayMessages:
      | id[0] | $message + 1000 |
    Then the station replies Unknown

  # Which other id is up to the CSMS.
  @TC_O_11_CSMS
  Scenario: A CSMS hears that no message has the id that it asks for
    Given the station is DisplayMessageSet
    When the CSO asks the CSMS for GetDisplayMessages:
      | id[0] | $message + 1000 |
    Then the CSMS sends GetDisplayMessages:
      | id[0] | not $message and present |
    And the station replies Unknown

  @TC_O_33_CS @O04.FR.07
  Scenario: A station without messages has none with an id
    Given DisplayMessageCtrlr.DisplayMessages is 0 if implemented
    When the CSO has the CSMS send GetDisplayMessages:
      | id[0] | 1 |
    Then the station replies Unknown

  @TC_O_34_CS @O04.FR.02
  Scenario: A station has no message with that id and another state
    Given the station is DisplayMessageSet:
      | state | <message state> |
    When the CSO has the CSMS send GetDisplayMessages:
      | id[0] | $message              |
      | state | <other message state> |
    Then the station replies Unknown

  # The case gives the other priority in the field state, where a priority is not valid.
  @TC_O_35_CS @O04.FR.02
  Scenario: A station has no message with that id and another priority
    Given the station is DisplayMessageSet
    When the CSO has the CSMS send GetDisplayMessages:
      | id[0]    | $message                 |
      | priority | <other message priority> |
    Then the station replies Unknown

  @OS_O_02_CS @O04.FR.01 @O04.FR.02 @O04.FR.03
  Scenario: A station reports the messages that meet every criterion
    Given the station is DisplayMessageSet:
      | state | <message state> |
    And the station is DisplayMessageSet:
      | id    | -> second             |
      | state | <other message state> |
    # Of a priority that only one message can have, the second one has replaced the first.
    And the CSO has the CSMS send GetDisplayMessages:
      | requestId | -> request |
      | id[0]     | $message   |
      | id[1]     | $second    |
    And the station replies Accepted
    And the station sends all parts of NotifyDisplayMessages:
      | requestId          | $request |
      | messageInfo.length | 2        |
    When the CSO has the CSMS send GetDisplayMessages:
      | requestId | -> request         |
      | id[0]     | $message           |
      | id[1]     | $second            |
      | priority  | <message priority> |
      | state     | <message state>    |
    Then the station replies Accepted
    And the station sends all parts of NotifyDisplayMessages:
      | requestId          | $request |
      | messageInfo.length | 1        |
      | messageInfo[0].id  | $message |
    When the CSO has the CSMS send GetDisplayMessages:
      | id[0] | $second         |
      | state | <message state> |
    Then the station replies Unknown
