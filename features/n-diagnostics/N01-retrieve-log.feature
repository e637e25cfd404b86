@N01
Feature: N01 Retrieve log information

  @TC_N_25_CS @TC_N_25_CSMS @N01.FR.01 @N01.FR.02 @N01.FR.04 @N01.FR.07 @N01.FR.08 @N01.FR.09 @N01.FR.13
  Scenario: A diagnostics log is uploaded
    When the CSO has the CSMS send GetLog:
      | logType            | DiagnosticsLog            |
      | requestId          | -> request                |
      | log.remoteLocation | <log location> or present |
    Then the station replies Accepted:
      | filename | not "" and present | N01.FR.01 |
    And the station sends LogStatusNotification:
      | status    | Uploading | N01.FR.08 |
      | requestId | $request  | N01.FR.07 |
    And the CSMS replies
    And the station sends LogStatusNotification:
      | status    | Uploaded | N01.FR.09 |
      | requestId | $request | N01.FR.07 |
    And the CSMS replies

  @TC_N_35_CS @TC_N_35_CSMS @N01.FR.01 @N01.FR.02 @N01.FR.03 @N01.FR.07 @N01.FR.08 @N01.FR.09 @N01.FR.13
  Scenario: A security log is uploaded
    When the CSO has the CSMS send GetLog:
      | logType            | SecurityLog               |
      | requestId          | -> request                |
      | log.remoteLocation | <log location> or present |
    Then the station replies Accepted:
      | filename | not "" and present | N01.FR.01 |
    And the station sends LogStatusNotification:
      | status    | Uploading | N01.FR.08 |
      | requestId | $request  | N01.FR.07 |
    And the CSMS replies
    And the station sends LogStatusNotification:
      | status    | Uploaded | N01.FR.09 |
      | requestId | $request | N01.FR.07 |
    And the CSMS replies

  # The station may tell of each attempt, or only of the first and of the end: a rule counts them, and the time between.
  @TC_N_26_CS @N01.FR.01 @N01.FR.02 @N01.FR.04 @N01.FR.07 @N01.FR.08 @N01.FR.10 @N01.FR.13
  Scenario: A station tells that a log cannot be uploaded, after as many attempts as the CSMS wants
    When the CSO has the CSMS send GetLog:
      | logType            | DiagnosticsLog         |
      | requestId          | -> request             |
      | retries            | 3                      |
      | retryInterval      | <log retry interval>   |
      | log.remoteLocation | <failing log location> |
    Then the station replies Accepted
    And the station sends LogStatusNotification:
      | status    | Uploading | N01.FR.08 |
      | requestId | $request  | N01.FR.07 |
    And the station eventually sends LogStatusNotification:
      | status    | UploadFailure or BadMessage or PermissionDenied or NotSupportedOperation | N01.FR.10 |
      | requestId | $request                                                                 | N01.FR.07 |
    And the station sends no LogStatusNotification for 4 * <log retry interval> + <message timeout>:
      | status | Uploaded |
    And every LogStatusNotification the station sent has:
      | status    | Uploading or UploadFailure or BadMessage or PermissionDenied or NotSupportedOperation | N01.FR.10 |
      | requestId | $request                                                                              | N01.FR.07 |

  @TC_N_34_CSMS @N01.FR.05
  Scenario: A CSMS hears that there is no log
    When the CSO has the CSMS send GetLog
    Then the station replies Rejected

  @TC_N_36_CS @TC_N_36_CSMS @N01.FR.01 @N01.FR.02 @N01.FR.03 @N01.FR.07 @N01.FR.08 @N01.FR.09 @N01.FR.12 @N01.FR.13 @N01.FR.20
  Scenario: A station gives up an upload for another one
    When the CSO has the CSMS send GetLog:
      | logType            | DiagnosticsLog            |
      | requestId          | -> first                  |
      | log.remoteLocation | <log location> or present |
    Then the station replies Accepted:
      | filename | not "" and present | N01.FR.01 |
    And the station sends LogStatusNotification:
      | status    | Uploading | N01.FR.08 |
      | requestId | $first    | N01.FR.07 |
    And the CSMS replies
    When the CSO has the CSMS send GetLog:
      | logType            | DiagnosticsLog            |
      | requestId          | -> second                 |
      | log.remoteLocation | <log location> or present |
    Then the station replies AcceptedCanceled or Accepted:
      | status | any -> answer |
    And the station sends LogStatusNotification:
      | status    | AcceptedCanceled when $answer is AcceptedCanceled | N01.FR.20 |
      | status    | not AcceptedCanceled when $answer is Accepted     | N01.FR.12 |
      | requestId | $first when $answer is AcceptedCanceled           | N01.FR.07 |
    # An upload that is over by now leaves nothing to be given up.
    Given one LogStatusNotification the station sent has:
      | status | AcceptedCanceled |
    Then the CSMS replies
    And the station sends LogStatusNotification:
      | status    | Uploading | N01.FR.08 |
      | requestId | $second   | N01.FR.07 |
    And the CSMS replies
    And the station sends LogStatusNotification:
      | status    | Uploaded | N01.FR.09 |
      | requestId | $second  | N01.FR.07 |
    And the CSMS replies

  @TC_N_34_CS @N01.FR.05
  Scenario: A station without logs says so
    When the operator removes the diagnostics log
    And the CSO has the CSMS send GetLog:
      | logType            | DiagnosticsLog |
      | log.remoteLocation | <log location> |
    Then the station replies Rejected

  # Where logs go may be a place of its own, but whoever shows the CSMS's certificate has to be trusted like the CSMS.
  @OS_N_01_CS @N01.FR.02 @N01.FR.15
  Scenario: A station uploads a log by HTTPS to a server that shows a certificate of the CSMS
    Given the connection uses security profile 2 or 3
    And OCPPCommCtrlr.FileTransferProtocols is contains HTTPS
    When the CSO has the CSMS send GetLog:
      | logType            | DiagnosticsLog        |
      | requestId          | -> request            |
      | log.remoteLocation | <secure log location> |
    Then the station replies Accepted
    And the station sends LogStatusNotification:
      | status    | Uploading | N01.FR.08 |
      | requestId | $request  | N01.FR.07 |
    And the station eventually sends LogStatusNotification:
      | status    | Uploaded or UploadFailure or BadMessage or PermissionDenied or NotSupportedOperation |           |
      | requestId | $request                                                                             | N01.FR.07 |
    And every LogStatusNotification the station sent has:
      | status | Uploading or Uploaded | N01.FR.15 |

  # No requirement says it in as many words, so that a station that does is warned, not accused.
  @OS_N_02_CS @N01.FR.15
  Scenario: A station uploads no log to a server that it cannot trust
    Given the connection uses security profile 2 or 3
    And OCPPCommCtrlr.FileTransferProtocols is contains HTTPS
    When the CSO has the CSMS send GetLog:
      | logType            | DiagnosticsLog           |
      | requestId          | -> request               |
      | log.remoteLocation | <untrusted log location> |
    Then the station replies Accepted
    And the station eventually sends LogStatusNotification:
      | status    | Uploaded or UploadFailure or BadMessage or PermissionDenied or NotSupportedOperation |           |
      | requestId | $request                                                                             | N01.FR.07 |
    And every LogStatusNotification the station sent has:
      | status | should not Uploaded | N01.FR.15 |
