@E07
Feature: E07 Transaction stopped at the station

  @TC_E_06_CS @E07.FR.01 @E07.FR.02 @E07.FR.04 @E06.FR.15 @C01.FR.03
  Scenario: The driver stops with the token that he started with, and goes
    Given AuthCtrlr.Enabled is true if writable
    And AuthCtrlr.DisableRemoteAuthorization is false if implemented
    And the station is EnergyTransferStarted
    When the station becomes StopAuthorized locally:
      | Authorize | none |
    And the station becomes EVConnectedPostSession
    And the station becomes EVDisconnected
    And the station becomes ParkingBayUnoccupied
