@A00
Feature: A00 Security profiles

  @TC_A_01_CS @A00.FR.202 @A00.FR.203 @A00.FR.204 @A00.FR.205 @A00.FR.301 @A00.FR.302 @A00.FR.304 @B01.FR.01 @B01.FR.05 @B01.FR.09
  Scenario: A station says who it is by its identity and its password
    Given the connection uses security profile 1 or 2
    When the CSO has the CSMS send Reset:
      | type | OnIdle |
    Then the station replies Accepted
    And the station connects:
      | identity                    | <identity>        | A00.FR.204 |
      | credentials.scheme          | Basic             | A00.FR.202 |
      | credentials.wellFormed      | true              | A00.FR.203 |
      | credentials.username        | <identity>        | A00.FR.204 |
      | credentials.passwordMatches | true              | A00.FR.205 |
      | credentials.passwordLength  | >= 16 and <= 64   | A00.FR.205 |
      | credentials.passwordAllowed | true              | A00.FR.205 |
    And the CSMS accepts the connection
    And the station sends BootNotification:
      | reason | RemoteReset or ScheduledReset | B01.FR.09 |
    And the CSMS replies Accepted
    And the station reports every connector as Available
    And the station eventually sends SecurityEventNotification:
      | type | StartupOfTheDevice or ResetOrReboot | A04.FR.01 |

  @TC_A_01_CSMS @A00.FR.204 @B01.FR.02
  Scenario: A CSMS lets in a station that gives its identity and its password
    Given the connection uses security profile 1 or 2
    When the station connects
    Then the CSMS accepts the connection
    And the station sends BootNotification
    And the CSMS replies Accepted
    And the station reports every connector as Available

  @TC_A_02_CSMS @A00.FR.204
  Scenario: A CSMS turns away a station whose user name is not its identity
    # Whoever turns everybody away shows nothing.
    Given the connection uses security profile 1 or 2
    And the station connects
    And the CSMS accepts the connection
    When the station connects:
      | username | <identity>Invalid |
    Then the CSMS refuses the connection

  @TC_A_03_CSMS @A00.FR.204
  Scenario: A CSMS turns away a station that gives no password or a wrong one
    Given the connection uses security profile 1 or 2
    And the station connects
    And the CSMS accepts the connection
    When the station connects:
      | password | absent |
    Then the CSMS refuses the connection
    When the station connects:
      | password | Not-the-Password-0123 |
    Then the CSMS refuses the connection

  @TC_A_04_CS @A00.FR.309 @A00.FR.312 @A00.FR.313 @A00.FR.319 @A00.FR.321 @A00.FR.412 @A00.FR.422
  Scenario: A station connects to a CSMS whose certificate is valid
    Given the connection uses security profile 2 or 3
    When the CSO has the CSMS send Reset:
      | type | Immediate |
    Then the station replies Accepted
    And the station connects:
      | tls.version     | TLSv1.2 or TLSv1.3 | A00.FR.313 |
      | tls.compression | false              | A00.FR.321 |
      # One pair of cipher suites or the other.
      | tls.offered     | contains TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 and contains TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 or contains TLS_RSA_WITH_AES_128_GCM_SHA256 and contains TLS_RSA_WITH_AES_256_GCM_SHA384 | A00.FR.319 |
    And the station accepts the connection
    And the station sends BootNotification
    And the CSMS replies Accepted
    And the station reports every connector as Available

  @TC_A_04_CSMS @A00.FR.306 @A00.FR.307 @A00.FR.312 @A00.FR.318 @A00.FR.321 @A00.FR.502 @A00.FR.503 @A00.FR.507 @A00.FR.508 @A00.FR.510
  Scenario Outline: A CSMS shows a valid certificate and can do <cipher suite>
    Given the connection uses security profile 2 or 3
    When the station connects:
      | tls.cipher | <cipher suite> |
    Then the CSMS accepts the connection:
      | tls.version           | TLSv1.2        | A00.FR.313 |
      | tls.cipher            | <cipher suite> | A00.FR.318 |
      | tls.peer.strength     | >= 112         | A00.FR.501 |
      | tls.peer.serialNumber | /./            | A00.FR.508 |
      | tls.peer.commonName   | <CSMS host>    | A00.FR.510 |
    And the station sends BootNotification:
      | reason | PowerUp |
    And the CSMS replies Accepted
    And the station reports every connector as Available

    Examples:
      | cipher suite                            |
      | TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 |
      | TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 |
      | TLS_RSA_WITH_AES_128_GCM_SHA256         |
      | TLS_RSA_WITH_AES_256_GCM_SHA384         |

  @TC_A_05_CS @A00.FR.309 @A00.FR.310 @A00.FR.311 @A00.FR.412 @A00.FR.413 @A00.FR.414
  Scenario Outline: A station does not talk to a CSMS whose certificate is not valid: <certificate>
    Given the connection uses security profile 2 or 3
    And OCPPCommCtrlr.NetworkProfileConnectionAttempts is 3
    # There is nowhere else to go.
    And OCPPCommCtrlr.NetworkConfigurationPriority is <active slot>
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

  @TC_A_06_CS @A00.FR.314 @A00.FR.316 @A00.FR.416 @A00.FR.417 @A00.FR.419
  Scenario: A station does not talk to a CSMS that speaks only an old version of TLS
    Given the connection uses security profile 2 or 3
    And OCPPCommCtrlr.NetworkProfileConnectionAttempts is 1
    When the CSMS presents the certificate csms-server:
      | tls.version | TLSv1.1 |
    And the CSO has the CSMS send Reset:
      | type | Immediate |
    Then the station replies Accepted
    And the station connects
    And the station refuses the connection
    When the CSMS presents the certificate csms-server
    Then the station connects:
      | tls.version | TLSv1.2 or TLSv1.3 | A00.FR.313 |
    And the station accepts the connection
    And the station sends, in any order:
      | BootNotification                     |                                              |
      | SecurityEventNotification            | type = StartupOfTheDevice or ResetOrReboot   |
      | SecurityEventNotification (optional) | type = InvalidTLSVersion                     |
    And the station reports every connector as Available

  @TC_A_06_CSMS @A00.FR.314 @A00.FR.315 @A00.FR.409 @A00.FR.416 @A00.FR.417 @A00.FR.418
  Scenario: A CSMS does not talk to a station that speaks only an old version of TLS
    Given the connection uses security profile 2 or 3
    When the station connects:
      | tls.version | TLSv1.1 |
    Then the CSMS refuses the connection
    When the station connects
    Then the CSMS accepts the connection:
      | tls.version | TLSv1.2 or TLSv1.3 | A00.FR.313 |
    And the station sends BootNotification:
      | reason | PowerUp |
    And the CSMS replies Accepted
    And the station reports every connector as Available

  @OS_A_02_CS @A00.FR.311 @A00.FR.414
  Scenario: A station waits longer after every certificate of the CSMS that is not valid
    Given the connection uses security profile 2 or 3
    And OCPPCommCtrlr.NetworkProfileConnectionAttempts is 4
    And OCPPCommCtrlr.RetryBackOffRepeatTimes is 2
    And OCPPCommCtrlr.RetryBackOffRandomRange is 0
    And OCPPCommCtrlr.RetryBackOffWaitMinimum is <retry wait>
    And OCPPCommCtrlr.NetworkConfigurationPriority is <active slot>
    When the CSMS presents the certificate csms-server-expired
    And the CSMS closes the connection
    Then the station connects no sooner than <retry wait> later
    And the station refuses the connection
    When the CSMS presents the certificate csms-server-unrelated-root
    Then the station connects no sooner than 2 * <retry wait> later
    And the station refuses the connection
    When the CSMS presents the certificate csms-server-wrong-name
    Then the station connects no sooner than 4 * <retry wait> later
    And the station refuses the connection
    When the CSMS presents the certificate csms-server
    Then the station connects no sooner than 4 * <retry wait> later
    And the station accepts the connection

  @OS_A_02_CSMS @A00.FR.407
  Scenario: A CSMS does not talk to a station that shows no certificate
    Given the connection uses security profile 3
    When the station presents the certificate none
    And the station connects
    Then the CSMS refuses the connection
    When the station presents the certificate station-client
    And the operator power-cycles the station
    Then the station sends BootNotification:
      | reason | PowerUp |
    And the CSMS replies Accepted

  @OS_A_01_CS @A00.FR.320 @A00.FR.323
  Scenario: A station does not talk to a CSMS that offers nothing but a cipher suite without encryption
    Given the connection uses security profile 2 or 3
    And OCPPCommCtrlr.NetworkProfileConnectionAttempts is 3
    When the CSMS presents the certificate csms-server-rsa:
      | tls.cipher | TLS_RSA_WITH_NULL_SHA256 |
    And the CSMS closes the connection
    Then the station connects
    And the station refuses the connection
    When the CSMS presents the certificate csms-server
    Then the station connects
    And the station accepts the connection

  @OS_A_01_CSMS @A00.FR.320 @A00.FR.322
  Scenario: A CSMS does not talk to a station that offers nothing but a cipher suite without encryption
    Given the connection uses security profile 2 or 3
    When the station connects:
      | tls.cipher | TLS_RSA_WITH_NULL_SHA256 |
    Then the CSMS refuses the connection
    When the station connects
    Then the CSMS accepts the connection

  @TC_A_07_CS @A00.FR.401 @A00.FR.402 @A00.FR.415 @A00.FR.416 @A00.FR.422 @A00.FR.502 @A00.FR.503 @A00.FR.507 @A00.FR.508 @A00.FR.511
  Scenario: A station shows a certificate of its own
    Given the connection uses security profile 3
    When the CSO has the CSMS send Reset:
      | type | Immediate |
    Then the station replies Accepted
    And the station connects:
      | tls.version           | TLSv1.2 or TLSv1.3 | A00.FR.416 |
      | tls.offered           | contains TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 and contains TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 or contains TLS_RSA_WITH_AES_128_GCM_SHA256 and contains TLS_RSA_WITH_AES_256_GCM_SHA384 | A00.FR.422 |
      | tls.authorized        | true               | A00.FR.402 |
      | tls.peer.strength     | >= 112             | A00.FR.501 |
      | tls.peer.serialNumber | /./                | A00.FR.508 |
      | tls.peer.commonName   | <serial number>    | A00.FR.511 |
    And the station accepts the connection
    And the station sends BootNotification
    And the CSMS replies Accepted
    And the station reports every connector as Available

  @TC_A_07_CSMS @A00.FR.409 @A00.FR.410 @A00.FR.415 @A00.FR.416 @A00.FR.421
  Scenario Outline: A CSMS lets in a station by its certificate and can do <cipher suite>
    Given the connection uses security profile 3
    When the station connects:
      | tls.cipher | <cipher suite> |
    Then the CSMS accepts the connection:
      | tls.version | TLSv1.2        | A00.FR.416 |
      | tls.cipher  | <cipher suite> | A00.FR.421 |
    And the station sends BootNotification:
      | reason | PowerUp |
    And the CSMS replies Accepted
    And the station reports every connector as Available

    Examples:
      | cipher suite                            |
      | TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 |
      | TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 |
      | TLS_RSA_WITH_AES_128_GCM_SHA256         |
      | TLS_RSA_WITH_AES_256_GCM_SHA384         |

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
