@O02
Feature: O02 Set a display message for a transaction

  @TC_O_06_CS @O02.FR.02 @O02.FR.14
  Scenario: A message goes with the transaction that it is for
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send SetDisplayMessage:
      | message.id            | -> message         |
      | message.priority      | <message priority> |
      | message.transactionId | $transactionId     |
    Then the station replies Accepted
    When the station becomes ParkingBayUnoccupied
    And the CSO has the CSMS send GetDisplayMessages:
      | id[0] | $message |
    Then the station replies Unknown

  @TC_O_28_CSMS
  Scenario: A CSMS has a message removed in the course of a transaction
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send SetDisplayMessage:
      | message.state         | absent                       |
      | message.startDateTime | absent                       |
      | message.endDateTime   | within 60 s of now + 10 min  |
      | message.transactionId | $transactionId               |
    Then the station replies Accepted
