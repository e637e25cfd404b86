Feature: States of the display

  Scenario Outline: DisplayMessageSet
    When the CSO has the CSMS send SetDisplayMessage:
      | message.id              | <id>            |
      | message.priority        | <priority>      |
      | message.state           | <state>         |
      | message.startDateTime   | <startDateTime> |
      | message.endDateTime     | <endDateTime>   |
      | message.transactionId   | <transactionId> |
      | message.message.format  | <format>        |
      | message.message.content | <content>       |
    Then the station replies Accepted

    Examples:
      | id         | priority           | state  | startDateTime | endDateTime | transactionId | format           | content        |
      | -> message | <message priority> | absent | absent        | absent      | absent        | <message format> | <message text> |
