/** The fields at the top of a message that have the type dateTime. */
export const TIMES = ['timestamp', 'generatedAt', 'currentTime', 'timeBase', 'expiryDateTime'] as const;
/** Lists of things that have a timestamp each. */
export const STAMPED_LISTS = ['eventData', 'meterValue'] as const;
/** The messages that have any of these. */
export const WITH_TIMES = [
  'BootNotificationResponse',
  'HeartbeatResponse',
  'MeterValuesRequest',
  'NotifyCustomerInformationRequest',
  'NotifyEVChargingScheduleRequest',
  'NotifyEventRequest',
  'NotifyMonitoringReportRequest',
  'NotifyReportRequest',
  'ReserveNowRequest',
  'SecurityEventNotificationRequest',
  'StatusNotificationRequest',
  'TransactionEventRequest',
] as const;
