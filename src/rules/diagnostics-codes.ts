import type { Description } from './catalogue.ts';

/** The codes of the rules on logs and monitors. */
export const DIAGNOSTICS_CODES = {
  // Logs
  'log-status-request': {
    requirement: 'N01.FR.07',
    severity: 'violation',
    about: 'LogStatusNotification does not have the id of a GetLogRequest, although it is about an upload.',
  },
  'log-status-order': {
    requirement: 'N01.FR.08',
    severity: 'violation',
    about: 'An upload is told to be over that was not told to have begun, or to go on that was told to be over.',
  },
  'log-retries': {
    requirement: 'Part 2, GetLogRequest',
    severity: 'violation',
    about: 'The station tries to upload a log fewer or more times than the CSMS wants.',
  },
  'log-not-received': {
    requirement: 'N01.FR.02',
    severity: 'violation',
    about: 'The station tells that a log has been uploaded to ocppspec, but nothing has come.',
  },
  'log-location': {
    requirement: 'N01.FR.21',
    severity: 'violation',
    about: 'A log is uploaded to a location that ends with a slash without the file name after it; a warning for POST.',
  },
  'log-post-headers': {
    requirement: 'N01.FR.19',
    severity: 'violation',
    about: 'A log is posted without the type of its content or its file name.',
  },

  // Monitors
  'monitor-results': {
    requirement: 'N04.FR.01',
    severity: 'violation',
    about: 'A response does not have one result for each monitor that was to be set or cleared.',
  },
  'monitor-id': {
    requirement: 'N04.FR.11',
    severity: 'violation',
    about: 'A monitor was set without an id, or has another id than the one that it replaces.',
  },
  'event-id-reused': {
    requirement: 'Part 2, EventDataType',
    severity: 'violation',
    about: 'Two events have the same id; a warning if one of them clears the other.',
  },
  'event-seqno': {
    requirement: 'N07.FR.07',
    severity: 'violation',
    about: 'A NotifyEventRequest that does not continue another one has another seqNo than 0.',
  },
  'event-monitor-missing': {
    requirement: 'N07.FR.06',
    severity: 'violation',
    about: 'An event that a monitor has triggered does not say which one.',
  },
  'event-variable': {
    requirement: 'N07.FR.06',
    severity: 'violation',
    about: 'An event is about another variable than its monitor.',
  },
  'event-trigger': {
    requirement: 'N07.FR.16',
    severity: 'violation',
    about: 'The trigger of an event does not fit the type of its monitor.',
  },
  'event-severity': {
    requirement: 'N07.FR.15',
    severity: 'violation',
    about: 'An event is told whose monitor is less severe than the level that the CSMS has set.',
  },
  'event-of-cleared-monitor': {
    requirement: 'N06.FR.01',
    severity: 'violation',
    about: 'An event comes of a monitor that was cleared before it happened.',
  },
  'event-cleared-unalerted': {
    requirement: 'N07.FR.02',
    severity: 'warning',
    about: 'An event tells that a value is within its threshold again, but not one has told that it was not.',
  },
} as const satisfies Record<string, Description>;
