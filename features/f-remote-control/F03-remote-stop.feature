@F03
Feature: F03 Remote stop transaction

  @TC_F_08_CS @F03.FR.02 @F03.FR.03 @F03.FR.07 @F03.FR.09
  Scenario: A remote stop ends the charging
    Given the station is EnergyTransferStarted
    When the station becomes StopAuthorized remotely

  @TC_F_09_CS @F03.FR.08
  Scenario: A remote stop of a transaction that is not there
    Given the station is EnergyTransferStarted
    When the CSO has the CSMS send RequestStopTransaction:
      | transactionId | no-such-transaction |
    Then the station replies Rejected
    And the station sends no TransactionEvent for 10 s:
      | triggerReason | RemoteStop | F03.FR.08 |
