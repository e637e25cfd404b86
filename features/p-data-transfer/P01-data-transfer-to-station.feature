@P01
Feature: P01 Data transfer to the charging station

  # The case takes any of the three; of a vendor that it does not know, P01.FR.05 has a station say just that.
  @TC_P_01_CS @P01.FR.05 @P01.FR.06
  Scenario: A station does not know the vendor
    When the CSO has the CSMS send DataTransfer:
      | vendorId  | org.example.unknown |
      | messageId | unknown             |
    Then the station replies UnknownVendorId or UnknownMessageId or Rejected:
      | status | should UnknownVendorId | P01.FR.05 |
