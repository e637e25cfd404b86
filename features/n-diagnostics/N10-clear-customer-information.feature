@N10
Feature: N10 Clear customer information

  @TC_N_30_CS @N10.FR.01 @N10.FR.03
  Scenario: A station tells what it forgets of a customer
    Given AuthCtrlr.LocalPreAuthorize is true if implemented
    # A station without a list refuses, which is fine.
    And LocalAuthListCtrlr.Enabled is true if implemented
    And the CSO has the CSMS send SendLocalList:
      | updateType                                   | Full            |
      | versionNumber                                | 1               |
      | localAuthorizationList[0].idToken            | <valid idToken> |
      | localAuthorizationList[0].idTokenInfo.status | Accepted        |
    And the station is IdTokenCached
    When the CSO has the CSMS send CustomerInformation:
      | requestId | -> request      |
      | report    | true            |
      | clear     | true            |
      | idToken   | <valid idToken> |
    Then the station replies Accepted
    And the station sends all parts of NotifyCustomerInformation:
      | requestId | $request           |           |
      | data      | not "" and present | N10.FR.03 |
    When the CSO has the CSMS send CustomerInformation:
      | requestId | -> request      |
      | report    | true            |
      | clear     | false           |
      | idToken   | <valid idToken> |
    Then the station replies:
      | status | any -> status |
    And the scenario ends if $status is not Accepted
    # The local list is not for the station to forget, so that something may be left.
    And the station sends NotifyCustomerInformation:
      | requestId | $request |
      | tbc       | false    |

  # The station has forgotten once before, so that it has nothing left. A local list is not for it to forget; a station
  # without one refuses, which is fine.
  @N09 @TC_N_31_CS @N09.FR.06 @N10.FR.01 @N10.FR.03 @N10.FR.04
  Scenario: A station says that it has nothing to forget, to whom wants a report
    Given the CSO has the CSMS send SendLocalList:
      | updateType             | Full   |
      | versionNumber          | 1      |
      | localAuthorizationList | absent |
    And the station is IdTokenCached
    And the CSO has the CSMS send CustomerInformation:
      | report  | true            |
      | clear   | true            |
      | idToken | <valid idToken> |
    And the station replies Accepted
    And the station sends all parts of NotifyCustomerInformation
    When the CSO has the CSMS send CustomerInformation:
      | requestId | -> request      |
      | report    | true            |
      | clear     | true            |
      | idToken   | <valid idToken> |
    Then the station replies Accepted
    And the station sends NotifyCustomerInformation:
      | requestId | $request |           |
      | tbc       | false    | N10.FR.04 |
    When the CSO has the CSMS send CustomerInformation:
      | requestId | -> request      |
      | report    | true            |
      | clear     | false           |
      | idToken   | <valid idToken> |
    Then the station replies Accepted
    And the station sends NotifyCustomerInformation:
      | requestId | $request |           |
      | tbc       | false    | N09.FR.06 |
      | data      | ""       | N10.FR.03 |

  @TC_N_32_CS @N10.FR.01 @N10.FR.06
  Scenario: A station confirms that it has forgotten a customer
    When the CSO has the CSMS send CustomerInformation:
      | requestId | -> request      |
      | report    | false           |
      | clear     | true            |
      | idToken   | <valid idToken> |
    Then the station replies Accepted
    And the station sends NotifyCustomerInformation:
      | requestId | $request |           |
      | tbc       | false    | N10.FR.06 |

  @TC_N_62_CS @N10.FR.01 @N10.FR.03
  Scenario: A station forgets a customer with an identifier
    When the operator stores the customer identifier
    And the CSO has the CSMS send CustomerInformation:
      | requestId          | -> request            |
      | report             | true                  |
      | clear              | true                  |
      | customerIdentifier | <customer identifier> |
    Then the station replies Accepted
    And the station sends all parts of NotifyCustomerInformation:
      | requestId | $request           |           |
      | data      | not "" and present | N10.FR.03 |
    When the CSO has the CSMS send CustomerInformation:
      | requestId          | -> request            |
      | report             | true                  |
      | clear              | false                 |
      | customerIdentifier | <customer identifier> |
    Then the station replies Accepted
    And the station sends all parts of NotifyCustomerInformation:
      | requestId | $request |           |
      | data      | ""       | N10.FR.03 |

  @TC_N_63_CS @N10.FR.09
  Scenario: A station forgets a customer with a contract
    Given AuthCtrlr.Enabled is true if implemented
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    And ISO15118Ctrlr.CentralContractValidationAllowed is false if implemented
    And ISO15118Ctrlr.ContractCertificateInstallationEnabled is true if implemented
    And ISO15118Ctrlr.V2GCertificateInstallationEnabled is true if implemented
    And ISO15118Ctrlr.PnCEnabled is true if implemented
    And the station is CertificateInstalled:
      | type        | V2GRootCertificate |
      | certificate | <V2G root>         |
    And the station is CertificateInstalled:
      | type        | MORootCertificate |
      | certificate | <MO root>         |
    And the station is ParkingBayOccupied
    And the EV driver plugs in an EV with a contract
    And the station sends Authorize:
      | iso15118CertificateHashData[0].hashAlgorithm  | -> algorithm |
      | iso15118CertificateHashData[0].issuerNameHash | -> nameHash  |
      | iso15118CertificateHashData[0].issuerKeyHash  | -> keyHash   |
      | iso15118CertificateHashData[0].serialNumber   | -> serial    |
    And the CSMS replies Accepted:
      | certificateStatus | Accepted |
    And the station eventually sends TransactionEvent:
      | transactionInfo.chargingState | Charging |
    And the EV ends the charging session
    And the station eventually sends TransactionEvent:
      | transactionInfo.chargingState | not Charging and present |
    When the CSO has the CSMS send CustomerInformation:
      | requestId                          | -> request |
      | report                             | true       |
      | clear                              | true       |
      | customerCertificate.hashAlgorithm  | $algorithm |
      | customerCertificate.issuerNameHash | $nameHash  |
      | customerCertificate.issuerKeyHash  | $keyHash   |
      | customerCertificate.serialNumber   | $serial    |
    Then the station replies Accepted
    And the station sends all parts of NotifyCustomerInformation:
      | requestId | $request |
    When the CSO has the CSMS send CustomerInformation:
      | requestId                          | -> request |
      | report                             | true       |
      | clear                              | false      |
      | customerCertificate.hashAlgorithm  | $algorithm |
      | customerCertificate.issuerNameHash | $nameHash  |
      | customerCertificate.issuerKeyHash  | $keyHash   |
      | customerCertificate.serialNumber   | $serial    |
    Then the station replies Accepted
    And the station sends all parts of NotifyCustomerInformation:
      | requestId | $request |           |
      | data      | ""       | N10.FR.03 |

  # N09.FR.09 says when a request is Invalid; a station that is busy answers Rejected, and cannot be made so.
  @TC_N_33_CS @N09.FR.09
  Scenario: A request that names a customer in two ways is invalid
    When the CSO has the CSMS send CustomerInformation:
      | report             | true                  |
      | clear              | true                  |
      | idToken            | <unknown idToken>     |
      | customerIdentifier | <customer identifier> |
    Then the station replies Invalid

  @TC_N_30_CSMS @N10.FR.08
  Scenario: A CSMS has a customer forgotten and reads what was known
    When the CSO has the CSMS send CustomerInformation:
      | requestId | -> request      |           |
      | report    | true            |           |
      | clear     | true            |           |
      | idToken   | <valid idToken> | N10.FR.08 |
    Then the station replies Accepted
    And the station sends NotifyCustomerInformation:
      | requestId | $request            |
      | seqNo     | 0                   |
      | tbc       | false               |
      | data      | "customer on cache" |
    And the CSMS replies

  @TC_N_31_CSMS @N10.FR.08
  Scenario: A CSMS hears that there was nothing to forget
    When the CSO has the CSMS send CustomerInformation:
      | requestId | -> request      |           |
      | report    | true            |           |
      | clear     | true            |           |
      | idToken   | <valid idToken> | N10.FR.08 |
    Then the station replies Accepted
    And the station sends NotifyCustomerInformation:
      | requestId | $request |
      | seqNo     | 0        |
      | tbc       | false    |
      | data      | ""       |
    And the CSMS replies

  @TC_N_32_CSMS @N10.FR.08
  Scenario: A CSMS has a customer forgotten without a report
    When the CSO has the CSMS send CustomerInformation:
      | requestId | -> request      |           |
      | report    | false           |           |
      | clear     | true            |           |
      | idToken   | <valid idToken> | N10.FR.08 |
    Then the station replies Accepted
    And the station sends NotifyCustomerInformation:
      | requestId | $request    |
      | seqNo     | 0           |
      | tbc       | false       |
      | data      | "forgotten" |
    And the CSMS replies

  @TC_N_62_CSMS @N10.FR.08
  Scenario: A CSMS names a customer by an identifier
    When the CSO has the CSMS send CustomerInformation:
      | requestId           | -> request            |           |
      | report              | true                  |           |
      | clear               | true                  |           |
      | customerIdentifier  | <customer identifier> | N10.FR.08 |
      | idToken             | absent                | N10.FR.08 |
      | customerCertificate | absent                | N10.FR.08 |
    Then the station replies Accepted
    And the station sends NotifyCustomerInformation:
      | requestId | $request   |
      | seqNo     | 0          |
      | tbc       | false      |
      | data      | "customer" |
    And the CSMS replies

  @TC_N_63_CSMS @N10.FR.08 @N10.FR.09
  Scenario: A CSMS names a customer by a certificate
    When the CSO has the CSMS send CustomerInformation:
      | requestId           | -> request                       |           |
      | report              | true                             |           |
      | clear               | true                             |           |
      | customerCertificate | <customer certificate hash data> | N10.FR.08 |
      | idToken             | absent                           | N10.FR.08 |
      | customerIdentifier  | absent                           | N10.FR.08 |
    Then the station replies Accepted
    And the station sends NotifyCustomerInformation:
      | requestId | $request   |
      | seqNo     | 0          |
      | tbc       | false      |
      | data      | "contract" |
    And the CSMS replies

  # Whether the CSMS takes the customer off the list by itself or its operator does: it has to be done.
  @D01 @TC_N_46_CSMS @N10.FR.02 @N10.FR.08 @D01.FR.01 @D01.FR.06 @D01.FR.18
  Scenario: A CSMS takes a customer off the local list who is to be forgotten
    Given the CSO has the CSMS send SendLocalList:
      | updateType                                   | Full            |
      | versionNumber                                | any -> version  |
      | localAuthorizationList[0].idToken            | <valid idToken> |
      | localAuthorizationList[0].idTokenInfo.status | Accepted        |
    And the station replies Accepted
    When the CSO has the CSMS send CustomerInformation:
      | requestId | -> request      |           |
      | report    | true            |           |
      | clear     | true            |           |
      | idToken   | <valid idToken> | N10.FR.08 |
    Then the station replies Accepted
    And the station sends NotifyCustomerInformation:
      | requestId | $request        |
      | seqNo     | 0               |
      | tbc       | false           |
      | data      | "on local list" |
    And the CSMS replies
    When the CSO asks the CSMS for SendLocalList:
      | updateType                        | Differential    |
      | localAuthorizationList[0].idToken | <valid idToken> |
    Then the CSMS eventually sends SendLocalList:
      | updateType                            | Differential    | N10.FR.02 |
      | versionNumber                         | > $version      | D01.FR.18 |
      | localAuthorizationList[0].idToken     | <valid idToken> | N10.FR.02 |
      | localAuthorizationList[0].idTokenInfo | absent          | N10.FR.02 |
    And the station replies Accepted
