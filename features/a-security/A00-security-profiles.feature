@A00
Feature: A00 Security profiles

  @TC_A_02_CSMS @A00.FR.204
  Scenario: A CSMS turns away a station whose user name is not its identity
    Given the connection uses security profile 1 or 2
    When the station connects:
      | username | <identity>Invalid |
    Then the CSMS refuses the connection

  @TC_A_03_CSMS @A00.FR.204
  Scenario: A CSMS turns away a station that gives no password or a wrong one
    Given the connection uses security profile 1 or 2
    When the station connects:
      | password | absent |
    Then the CSMS refuses the connection
    When the station connects:
      | password | Not-the-Password-0123 |
    Then the CSMS refuses the connection

  @TC_A_05_CS @A00.FR.309 @A00.FR.310 @A00.FR.311 @A00.FR.412 @A00.FR.413 @A00.FR.414
  Scenario Outline: A station does not talk to a CSMS whose certificate is not valid: <certificate>
    Given the connection uses security profile 2 or 3
    And OCPPCommCtrlr.NetworkProfileConnectionAttempts is 3
    When the CSMS presents the certificate <certificate>
    And the CSMS closes the connection
    Then the station connects
    And the station refuses the connection
    When the CSMS presents the certificate csms-server
    Then the station connects
    And the station accepts the connection
    And the station eventually sends SecurityEventNotification:
      | type | InvalidCsmsCertificate | A00.FR.310 |

    Examples:
      | certificate                |
      | csms-server-expired        |
      | csms-server-not-yet-valid  |
      | csms-server-unrelated-root |
      | csms-server-wrong-name     |

  @TC_A_08_CSMS @A00.FR.405 @A00.FR.407 @A00.FR.409 @A00.FR.410
  Scenario Outline: A CSMS does not talk to a station whose certificate is not valid: <certificate>
    Given the connection uses security profile 3
    When the station presents the certificate <certificate>
    And the station connects
    Then the CSMS refuses the connection
    When the station presents the certificate station-client
    And the operator power-cycles the station
    Then the station sends BootNotification:
      | reason | PowerUp |
    And the CSMS replies Accepted
    And the station reports every connector as Available

    Examples:
      | certificate               |
      | station-client-unknown-ca |
      | station-client-expired    |
      | station-client-wrong-name |
