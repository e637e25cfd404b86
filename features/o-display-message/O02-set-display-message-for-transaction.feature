@O02
Feature: O02 Set a display message for a transaction

  @TC_O_06_CS @O02.FR.02 @O02.FR.14
  Scenario: A message goes with the transaction that it is for
    Given the station is EnergyTransferStarted
    When the station becomes DisplayMessageSet:
      | transactionId | $transactionId |
    Then the EV driver sees the message
    When the station becomes ParkingBayUnoccupied
    Then the EV driver does not see the message
    When the CSO has the CSMS send GetDisplayMessages:
      | id[0] | $message |
    Then the station replies Unknown

  @TC_O_06_CSMS
  Scenario: A CSMS has a message displayed in the course of a transaction
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send SetDisplayMessage:
      | message.priority      | <message priority> |
      | message.transactionId | $transactionId     |
    Then the station replies Accepted
    When the station becomes EVDisconnected

  @TC_O_10_CS @O02.FR.01
  Scenario: A message is not for a transaction that there is not
    When the CSO has the CSMS send SetDisplayMessage:
      | message.id            | -> message         |
      | message.priority      | <message priority> |
      | message.transactionId | no-transaction     |
    Then the station replies UnknownTransaction

  # Which transaction the station does not know is up to the CSMS.
  @TC_O_10_CSMS
  Scenario: A CSMS hears that a transaction is not known
    Given the station is EnergyTransferStarted
    When the CSO asks the CSMS for SetDisplayMessage:
      | message.priority      | <message priority> |
      | message.transactionId | no-transaction     |
    Then the CSMS sends SetDisplayMessage:
      | message.priority      | <message priority> |
      | message.transactionId | present            |
    And the station replies UnknownTransaction

  # The case forgets to say for which transaction the message is, without which the message would not be removed.
  @TC_O_27_CS @O02.FR.02 @O02.FR.06
  Scenario: A message for a transaction is displayed from its start on
    Given the station is EnergyTransferStarted
    When the station becomes DisplayMessageSet:
      | transactionId | $transactionId        |
      | startDateTime | now + <display delay> |
    Then the EV driver does not see the message
    When <display delay> + <tolerance> pass
    Then the EV driver sees the message
    When the station becomes ParkingBayUnoccupied
    Then the EV driver does not see the message
    When the CSO has the CSMS send GetDisplayMessages:
      | id[0] | $message |
    Then the station replies Unknown

  @TC_O_27_CSMS
  Scenario: A CSMS has a message displayed from some time of a transaction on
    Given the station is EnergyTransferStarted
    When the CSO asks the CSMS for SetDisplayMessage:
      | message.startDateTime | now + 10 min -> start |
      | message.transactionId | $transactionId        |
    Then the CSMS sends SetDisplayMessage:
      | message.state         | absent                |
      | message.startDateTime | within 60 s of $start |
      | message.endDateTime   | absent                |
      | message.transactionId | $transactionId        |
    And the station replies Accepted

  @TC_O_28_CS @O02.FR.07
  Scenario: A message for a transaction is removed at its end
    Given the station is EnergyTransferStarted
    When the station becomes DisplayMessageSet:
      | transactionId | $transactionId        |
      | endDateTime   | now + <display delay> |
    Then the EV driver sees the message
    When <display delay> + <tolerance> pass
    Then the EV driver does not see the message
    When the CSO has the CSMS send GetDisplayMessages:
      | id[0] | $message |
    Then the station replies Unknown

  @TC_O_28_CSMS
  Scenario: A CSMS has a message removed in the course of a transaction
    Given the station is EnergyTransferStarted
    When the CSO asks the CSMS for SetDisplayMessage:
      | message.endDateTime   | now + 10 min -> end |
      | message.transactionId | $transactionId      |
    Then the CSMS sends SetDisplayMessage:
      | message.state         | absent              |
      | message.startDateTime | absent              |
      | message.endDateTime   | within 60 s of $end |
      | message.transactionId | $transactionId      |
    And the station replies Accepted

  @TC_O_30_CS @O02.FR.02 @O02.FR.16
  Scenario: Messages in front take turns in the course of a transaction
    Given the station is EnergyTransferStarted
    When the station becomes DisplayMessageSet:
      | transactionId | $transactionId |
      | priority      | InFront        |
    And the station becomes DisplayMessageSet:
      | id            | -> second             |
      | transactionId | $transactionId        |
      | priority      | InFront               |
      | content       | <second message text> |
    Then the EV driver sees the message
    And the EV driver sees the second message
    When the CSO has the CSMS send GetDisplayMessages:
      | requestId | -> request |
      | id[0]     | $message   |
    Then the station replies Accepted
    And the station sends all parts of NotifyDisplayMessages:
      | requestId                                | $request       |
      | messageInfo[id=$message].transactionId   | $transactionId |
      | messageInfo[id=$message].priority        | InFront        |
      | messageInfo[id=$message].message.content | <message text> |
    When the CSO has the CSMS send GetDisplayMessages:
      | requestId | -> request |
      | id[0]     | $second    |
    Then the station replies Accepted
    And the station sends all parts of NotifyDisplayMessages:
      | requestId                               | $request              |
      | messageInfo[id=$second].transactionId   | $transactionId        |
      | messageInfo[id=$second].priority        | InFront               |
      | messageInfo[id=$second].message.content | <second message text> |
    When the station becomes ParkingBayUnoccupied
    Then the EV driver does not see the message
    And the EV driver does not see the second message
    When the CSO has the CSMS send GetDisplayMessages:
      | id[0] | $message |
    Then the station replies Unknown
    When the CSO has the CSMS send GetDisplayMessages:
      | id[0] | $second |
    Then the station replies Unknown

  @TC_O_32_CS @O02.FR.02 @O02.FR.17 @O02.FR.18
  Scenario: A message of a transaction that is always in front replaces the one that was
    Given the station is EnergyTransferStarted
    When the station becomes DisplayMessageSet:
      | transactionId | $transactionId |
      | priority      | AlwaysFront    |
    Then the EV driver sees the message
    When the station becomes DisplayMessageSet:
      | id            | -> second             |
      | transactionId | $transactionId        |
      | priority      | AlwaysFront           |
      | content       | <second message text> |
    Then the EV driver does not see the message
    And the EV driver sees the second message
    When the CSO has the CSMS send GetDisplayMessages:
      | id[0] | $message |
    Then the station replies Unknown
    When the CSO has the CSMS send GetDisplayMessages:
      | requestId | -> request |
      | id[0]     | $second    |
    Then the station replies Accepted
    And the station sends all parts of NotifyDisplayMessages:
      | requestId                               | $request              |
      | messageInfo[id=$second].transactionId   | $transactionId        |
      | messageInfo[id=$second].priority        | AlwaysFront           |
      | messageInfo[id=$second].message.content | <second message text> |
    When the station becomes ParkingBayUnoccupied
    Then the EV driver does not see the second message
    When the CSO has the CSMS send GetDisplayMessages:
      | id[0] | $second |
    Then the station replies Unknown
