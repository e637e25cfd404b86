@P02
Feature: P02 Data transfer to the CSMS

  # The case takes any of the three; of a vendor that it does not know, P02.FR.06 has a CSMS say just that.
  @TC_P_02_CSMS @P02.FR.06 @P02.FR.07
  Scenario: A CSMS does not know the vendor
    When the station sends DataTransfer:
      | vendorId  | org.example.unknown |
      | messageId | unknown             |
    Then the CSMS replies UnknownVendorId or UnknownMessageId or Rejected:
      | status | should UnknownVendorId | P02.FR.06 |
