@E02
Feature: E02 Local start, cable first

  @TC_E_03_CS @TC_E_03_CSMS @E02.FR.01 @E02.FR.02 @E02.FR.05 @E02.FR.06 @E02.FR.07 @E02.FR.13 @E02.FR.15 @E02.FR.16 @E02.FR.17 @E01.FR.16 @C01.FR.02 @C02.FR.01 @C06.FR.02
  Scenario: Energy flows when the driver plugs in first and presents a token then
    Given AuthCtrlr.Enabled is true if writable
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    And the station is EVConnectedPreSession
    When the station becomes Authorized locally
    And the station becomes EnergyTransferStarted
