@L04
Feature: L04 Unpublish firmware on a local controller

  @TC_L_21_CSMS @L04.FR.01 @L04.FR.02
  Scenario: A CSMS has a local controller withdraw firmware
    When the CSO has the CSMS send UnpublishFirmware:
      | checksum | present |
    Then the station replies Unpublished

  @TC_L_22_CSMS @L04.FR.03
  Scenario: A CSMS hears that there is no such firmware
    When the CSO has the CSMS send UnpublishFirmware:
      | checksum | present |
    Then the station replies NoFirmware

  @TC_L_23_CSMS @L04.FR.04
  Scenario: A CSMS hears that somebody still downloads the firmware
    When the CSO has the CSMS send UnpublishFirmware:
      | checksum | present |
    Then the station replies DownloadOngoing
