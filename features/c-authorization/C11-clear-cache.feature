@C11
Feature: C11 Clear the authorization cache

  @TC_C_37_CS @C11.FR.01 @C11.FR.02 @C11.FR.03
  Scenario: A station asks about every token after its cache has been cleared
    Given AuthCtrlr.LocalPreAuthorize is true if implemented
    And the station is IdTokenCached
    When the CSO has the CSMS send ClearCache
    Then the station replies Accepted
    When the station becomes Authorized locally:
      | Authorize | required |
    And the station becomes EnergyTransferStarted

  @TC_C_37_CSMS @C11.FR.01
  Scenario: A CSMS has the cache cleared
    When the CSO has the CSMS send ClearCache
    Then the station replies Accepted

  # Erratum 6.2.5: nothing can be cached here.
  @TC_C_38_CS @TC_C_38_CSMS @C11.FR.02 @C11.FR.04
  Scenario: A cache that is disabled cannot be cleared
    Given AuthCacheCtrlr.Enabled is false
    When the CSO has the CSMS send ClearCache
    Then the station replies Rejected
