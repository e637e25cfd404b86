@O06
Feature: O06 Replace a display message

  # The case only wants the new message to be accepted. It also has to be the one that is there from then on.
  @TC_O_12_CS @O06.FR.01
  Scenario: A message replaces the one with its id
    Given the station is DisplayMessageSet
    When the station becomes DisplayMessageSet:
      | id      | $message              |
      | content | <second message text> |
    Then the EV driver does not see the message
    And the EV driver sees the second message
    When the CSO has the CSMS send GetDisplayMessages:
      | requestId | -> request |
      | id[0]     | $message   |
    Then the station replies Accepted
    And the station sends all parts of NotifyDisplayMessages:
      | requestId                                | $request              | O04.FR.06 |
      | messageInfo.length                       | 1                     | O06.FR.01 |
      | messageInfo[id=$message].message.content | <second message text> | O06.FR.01 |

  @TC_O_12_CSMS
  Scenario: A CSMS has a message replaced
    Given the station is DisplayMessageSet
    When the CSO has the CSMS send SetDisplayMessage:
      | message.id       | $message           |
      | message.priority | <message priority> |
    Then the station replies Accepted
