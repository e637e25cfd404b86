@N09
Feature: N09 Get customer information

  @TC_N_27_CS @N09.FR.02 @N09.FR.05
  Scenario: A station tells what it knows of a customer
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
      | clear     | false           |
      | idToken   | <valid idToken> |
    Then the station replies Accepted
    And the station sends all parts of NotifyCustomerInformation:
      | requestId | $request           |           |
      | data      | not "" and present | N09.FR.05 |

  # What the station has to forget first it has learnt in a transaction. A local list is not for it to forget; a station
  # without one refuses, which is fine.
  @TC_N_28_CS @N09.FR.02 @N09.FR.06 @N10.FR.06
  Scenario: A station says that it knows nothing of a customer
    Given the CSO has the CSMS send SendLocalList:
      | updateType             | Full   |
      | versionNumber          | 1      |
      | localAuthorizationList | absent |
    And the station is IdTokenCached
    And the CSO has the CSMS send CustomerInformation:
      | report  | false           |
      | clear   | true            |
      | idToken | <valid idToken> |
    And the station replies Accepted
    And the station sends NotifyCustomerInformation
    When the CSO has the CSMS send CustomerInformation:
      | requestId | -> request      |
      | report    | true            |
      | clear     | false           |
      | idToken   | <valid idToken> |
    Then the station replies Accepted
    And the station sends NotifyCustomerInformation:
      | requestId | $request |           |
      | tbc       | false    | N09.FR.06 |
      | data      | ""       | N09.FR.06 |

  # N09.FR.09 says when a request is Invalid; a station that is busy answers Rejected, and cannot be made so.
  @TC_N_29_CS @N09.FR.09
  Scenario: A request that names no customer is invalid
    When the CSO has the CSMS send CustomerInformation:
      | report              | true   |
      | clear               | false  |
      | idToken             | absent |
      | customerIdentifier  | absent |
      | customerCertificate | absent |
    Then the station replies Invalid

  @TC_N_27_CSMS @N09.FR.01 @N09.FR.04
  Scenario: A CSMS reads what a station knows of a customer
    When the CSO has the CSMS send CustomerInformation:
      | requestId | -> request      |           |
      | report    | true            | N09.FR.01 |
      | clear     | false           |           |
      | idToken   | <valid idToken> | N09.FR.04 |
    Then the station replies Accepted
    And the station sends NotifyCustomerInformation:
      | requestId | $request            |
      | seqNo     | 0                   |
      | tbc       | false               |
      | data      | "customer on cache" |
    And the CSMS replies

  @TC_N_28_CSMS @N09.FR.01 @N09.FR.04
  Scenario: A CSMS hears that a station knows nothing of a customer
    When the CSO has the CSMS send CustomerInformation:
      | requestId | -> request      |           |
      | report    | true            | N09.FR.01 |
      | clear     | false           |           |
      | idToken   | <valid idToken> | N09.FR.04 |
    Then the station replies Accepted
    And the station sends NotifyCustomerInformation:
      | requestId | $request |
      | seqNo     | 0        |
      | tbc       | false    |
      | data      | ""       |
    And the CSMS replies

  @TC_N_29_CSMS @N09.FR.01 @N09.FR.04
  Scenario: A CSMS hears that a station cannot look now
    When the CSO has the CSMS send CustomerInformation:
      | report  | true            | N09.FR.01 |
      | clear   | false           |           |
      | idToken | <valid idToken> | N09.FR.04 |
    Then the station replies Rejected
