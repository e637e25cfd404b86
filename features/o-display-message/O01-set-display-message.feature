@O01
Feature: O01 Set a display message

  @TC_O_01_CS @O01.FR.12
  Scenario: A message is displayed and can be read
    When the station becomes DisplayMessageSet
    Then the EV driver sees the message
    When the CSO has the CSMS send GetDisplayMessages:
      | requestId | -> request |
      | id[0]     | $message   |
    Then the station replies Accepted
    And the station sends all parts of NotifyDisplayMessages:
      | requestId                                | $request           | O04.FR.06 |
      | messageInfo.length                       | 1                  |           |
      | messageInfo[id=$message].priority        | <message priority> |           |
      | messageInfo[id=$message].message.format  | <message format>   |           |
      | messageInfo[id=$message].message.content | <message text>     |           |

  @TC_O_01_CSMS @O01.FR.04
  Scenario: A CSMS has a message displayed
    When the CSO has the CSMS send SetDisplayMessage:
      | message.id             | present            |           |
      | message.priority       | <message priority> |           |
      | message.state          | <message state>    |           |
      | message.transactionId  | absent             | O01.FR.04 |
      | message.message.format | <message format>   |           |
    Then the station replies Accepted

  @TC_O_13_CS @O01.FR.06
  Scenario: A message is displayed from its start on
    When the station becomes DisplayMessageSet:
      | startDateTime | now + <display delay> |
    Then the EV driver does not see the message
    When the CSO has the CSMS send GetDisplayMessages:
      | requestId | -> request |
      | id[0]     | $message   |
    Then the station replies Accepted
    And the station sends all parts of NotifyDisplayMessages:
      | requestId                              | $request |
      | messageInfo[id=$message].startDateTime | present  |
    When <display delay> + <tolerance> pass
    Then the EV driver sees the message

  @TC_O_13_CSMS @O01.FR.05
  Scenario: A CSMS has a message displayed from some time on
    When the CSO asks the CSMS for SetDisplayMessage:
      | message.startDateTime | now + 10 min -> start |
    Then the CSMS sends SetDisplayMessage:
      | message.startDateTime | within 60 s of $start |
      | message.transactionId | absent                |
    And the station replies Accepted

  @TC_O_14_CS @O01.FR.07
  Scenario: A message is removed at its end
    When the station becomes DisplayMessageSet:
      | endDateTime | now + <display delay> |
    # Before anybody looks, which may take longer than the message is there.
    And the CSO has the CSMS send GetDisplayMessages:
      | requestId | -> request |
      | id[0]     | $message   |
    Then the station replies Accepted
    And the station sends all parts of NotifyDisplayMessages:
      | requestId                            | $request |
      | messageInfo[id=$message].endDateTime | present  |
    And the EV driver sees the message
    When <display delay> + <tolerance> pass
    Then the EV driver does not see the message
    When the CSO has the CSMS send GetDisplayMessages:
      | id[0] | $message |
    Then the station replies Unknown

  @TC_O_14_CSMS @O01.FR.05
  Scenario: A CSMS has a message displayed until some time
    When the CSO asks the CSMS for SetDisplayMessage:
      | message.endDateTime | now + 10 min -> end |
    Then the CSMS sends SetDisplayMessage:
      | message.endDateTime   | within 60 s of $end |
      | message.transactionId | absent              |
    And the station replies Accepted

  @TC_O_17_CS @O01.FR.01 @O02.FR.03
  Scenario: A priority that a station does not support is refused as such
    When the CSO has the CSMS send SetDisplayMessage:
      | message.id       | -> message                     |
      | message.priority | <unsupported message priority> |
    Then the station replies NotSupportedPriority

  @TC_O_18_CS @O01.FR.02 @O02.FR.04
  Scenario: A state that a station does not support is refused as such
    When the CSO has the CSMS send SetDisplayMessage:
      | message.id       | -> message                  |
      | message.priority | <message priority>          |
      | message.state    | <unsupported message state> |
    Then the station replies NotSupportedState

  @TC_O_19_CS @O01.FR.03 @O02.FR.05
  Scenario: A format that a station does not support is refused as such
    When the CSO has the CSMS send SetDisplayMessage:
      | message.id             | -> message                   |
      | message.priority       | <message priority>           |
      | message.message.format | <unsupported message format> |
    Then the station replies NotSupportedMessageFormat

  @TC_O_17_CSMS
  Scenario: A CSMS hears that a priority is not supported
    When the CSO has the CSMS send SetDisplayMessage:
      | message.id       | present            |
      | message.priority | <message priority> |
    Then the station replies NotSupportedPriority

  @TC_O_18_CSMS
  Scenario: A CSMS hears that a state is not supported
    When the CSO has the CSMS send SetDisplayMessage:
      | message.id    | present         |
      | message.state | <message state> |
    Then the station replies NotSupportedState

  @TC_O_19_CSMS
  Scenario: A CSMS hears that a format is not supported
    When the CSO has the CSMS send SetDisplayMessage:
      | message.id             | present          |
      | message.message.format | <message format> |
    Then the station replies NotSupportedMessageFormat

  @TC_O_25_CSMS
  Scenario: A CSMS has a message displayed while the station charges
    When the CSO has the CSMS send SetDisplayMessage:
      | message.id    | present         |
      | message.state | <message state> |
    Then the station replies Accepted

  @TC_O_26_CSMS
  Scenario: A CSMS hears that a message is rejected
    When the CSO has the CSMS send SetDisplayMessage:
      | message.id       | present            |
      | message.priority | <message priority> |
    Then the station replies Rejected

  @TC_O_20_CS @O01.FR.10
  Scenario: A message outlives a power cycle
    When the station becomes DisplayMessageSet
    And the operator power-cycles the station
    Then the station sends BootNotification
    And the CSMS replies Accepted
    And the station reports every connector as Available
    And the station eventually sends SecurityEventNotification:
      | type | StartupOfTheDevice or ResetOrReboot |
    And the EV driver sees the message
    When the CSO has the CSMS send GetDisplayMessages:
      | requestId | -> request |
      | id[0]     | $message   |
    Then the station replies Accepted
    And the station sends all parts of NotifyDisplayMessages:
      | requestId                                | $request           |
      | messageInfo.length                       | 1                  |
      | messageInfo[id=$message].priority        | <message priority> |
      | messageInfo[id=$message].message.format  | <message format>   |
      | messageInfo[id=$message].message.content | <message text>     |

  @TC_O_22_CS @O01.FR.14
  Scenario: Messages in front take turns
    When the station becomes DisplayMessageSet:
      | priority | InFront |
    And the station becomes DisplayMessageSet:
      | id       | -> second             |
      | priority | InFront               |
      | content  | <second message text> |
    Then the EV driver sees the message
    And the EV driver sees the second message
    When the CSO has the CSMS send GetDisplayMessages:
      | requestId | -> request |
      | id[0]     | $message   |
    Then the station replies Accepted
    And the station sends all parts of NotifyDisplayMessages:
      | requestId                | $request |
      | messageInfo[id=$message] | present  |
    When the CSO has the CSMS send GetDisplayMessages:
      | requestId | -> request |
      | id[0]     | $second    |
    Then the station replies Accepted
    And the station sends all parts of NotifyDisplayMessages:
      | requestId               | $request |
      | messageInfo[id=$second] | present  |

  @TC_O_24_CS @O01.FR.15 @O01.FR.16
  Scenario: A message that is always in front replaces the one that was
    When the station becomes DisplayMessageSet:
      | priority | AlwaysFront |
    Then the EV driver sees the message
    When the station becomes DisplayMessageSet:
      | id       | -> second             |
      | priority | AlwaysFront           |
      | content  | <second message text> |
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
      | requestId               | $request |
      | messageInfo[id=$second] | present  |

  # A station that does not support both priorities has not failed: the case is inconclusive.
  @OS_O_01_CS @O01.FR.12 @O01.FR.13
  Scenario: A message in front hides others and takes none away
    Given the station is DisplayMessageSet:
      | priority | NormalCycle |
    And the EV driver sees the message
    And the station is DisplayMessageSet:
      | id       | -> second             |
      | priority | InFront               |
      | content  | <second message text> |
    When the CSO has the CSMS send GetDisplayMessages:
      | requestId | -> request |
      | id[0]     | $message   |
      | id[1]     | $second    |
    Then the station replies Accepted
    And the station sends all parts of NotifyDisplayMessages:
      | requestId                         | $request    |
      | messageInfo.length                | 2           |
      | messageInfo[id=$message].priority | NormalCycle |
      | messageInfo[id=$second].priority  | InFront     |
    And the EV driver sees the second message
    And the EV driver does not see the message

  @TC_O_36_CS
  Scenario: A message is displayed only while the station charges
    When the station becomes DisplayMessageSet:
      | state | Charging |
    Then the EV driver does not see the message
    When the station becomes EnergyTransferStarted
    Then the EV driver sees the message
    When the station becomes ParkingBayUnoccupied
    Then the EV driver does not see the message
    When the CSO has the CSMS send GetDisplayMessages:
      | requestId | -> request |
      | id[0]     | $message   |
    Then the station replies Accepted
    And the station sends all parts of NotifyDisplayMessages:
      | requestId                      | $request |
      | messageInfo[id=$message].state | Charging |

  @TC_O_37_CS
  Scenario: A message is displayed only while the station is idle
    When the station becomes DisplayMessageSet:
      | state | Idle |
    Then the EV driver sees the message
    When the station becomes EnergyTransferStarted
    Then the EV driver does not see the message
    When the station becomes ParkingBayUnoccupied
    Then the EV driver sees the message
    When the CSO has the CSMS send GetDisplayMessages:
      | requestId | -> request |
      | id[0]     | $message   |
    Then the station replies Accepted
    And the station sends all parts of NotifyDisplayMessages:
      | requestId                      | $request |
      | messageInfo[id=$message].state | Idle     |

  @TC_O_38_CS
  Scenario: A message is displayed only while the station is unavailable
    When the station becomes DisplayMessageSet:
      | state | Unavailable |
    Then the EV driver does not see the message
    When the station becomes Unavailable:
      | evse        | absent          |
      | connectorId | absent          |
      | connectors  | every connector |
    Then the EV driver sees the message
    When the CSO has the CSMS send ChangeAvailability:
      | operationalStatus | Operative |
      | evse              | absent    |
    Then the station replies Accepted
    And the station reports every connector as Available
    And the EV driver does not see the message
    When the CSO has the CSMS send GetDisplayMessages:
      | requestId | -> request |
      | id[0]     | $message   |
    Then the station replies Accepted
    And the station sends all parts of NotifyDisplayMessages:
      | requestId                      | $request    |
      | messageInfo[id=$message].state | Unavailable |

  @TC_O_39_CS
  Scenario: A message is displayed only while the station is faulted
    When the station becomes DisplayMessageSet:
      | state | Faulted |
    Then the EV driver does not see the message
    When the operator causes a fault
    Then the station sends one of:
      | StatusNotification | connectorStatus = Faulted or Unavailable |                                                   |                                               |                                                |                                                   |
      | NotifyEvent        | eventData[0].trigger = Delta             | eventData[0].actualValue = Faulted or Unavailable | eventData[0].component.name = Connector       | eventData[0].variable.name = AvailabilityState | eventData[0].component.evse.connectorId = present |
      | NotifyEvent        | eventData[0].trigger = Delta             | eventData[0].actualValue = Faulted                | eventData[0].component.name = ChargingStation | eventData[0].variable.name = AvailabilityState | eventData[0].component.evse = absent              |
    And the EV driver sees the message
    When the operator repairs the fault
    Then the station sends one of:
      | StatusNotification | connectorStatus = Available  |                                      |                                               |                                                |                                                   |
      | NotifyEvent        | eventData[0].trigger = Delta | eventData[0].actualValue = Available | eventData[0].component.name = Connector       | eventData[0].variable.name = AvailabilityState | eventData[0].component.evse.connectorId = present |
      | NotifyEvent        | eventData[0].trigger = Delta | eventData[0].actualValue = Available | eventData[0].component.name = ChargingStation | eventData[0].variable.name = AvailabilityState | eventData[0].component.evse = absent              |
    And the EV driver does not see the message
    When the CSO has the CSMS send GetDisplayMessages:
      | requestId | -> request |
      | id[0]     | $message   |
    Then the station replies Accepted
    And the station sends all parts of NotifyDisplayMessages:
      | requestId                      | $request |
      | messageInfo[id=$message].state | Faulted  |
