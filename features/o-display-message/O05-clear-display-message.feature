@O05
Feature: O05 Clear a display message

  @TC_O_04_CS @O05.FR.01
  Scenario: A station clears a message
    Given the station is DisplayMessageSet
    When the CSO has the CSMS send ClearDisplayMessage:
      | id | $message |
    Then the station replies Accepted
    And the EV driver does not see the message
    When the CSO has the CSMS send GetDisplayMessages:
      | id[0] | $message |
    Then the station replies Unknown

  # A CSMS that asks for the messages before it clears one may do so: the played station tells it.
  @TC_O_04_CSMS
  Scenario: A CSMS has a message cleared
    Given the station is DisplayMessageSet
    When the CSO has the CSMS send ClearDisplayMessage:
      | id | $message |
    Then the station replies Accepted

  @TC_O_05_CS @O05.FR.02
  Scenario: A station clears no message that it does not have
    Given the station is DisplayMessageSet
    And the CSO has the CSMS send ClearDisplayMessage:
      | id | $message |
    And the station replies Accepted
    When the CSO has the CSMS send ClearDisplayMessage:
      | id | $message |
    Then the station replies Unknown

  @TC_O_05_CSMS
  Scenario: A CSMS hears that there is no message to clear
    When the CSO has the CSMS send ClearDisplayMessage:
      | id | present |
    Then the station replies Unknown
