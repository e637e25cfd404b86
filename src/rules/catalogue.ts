import type { Severity } from './finding.ts';
import { RULE_CODES } from './rule-codes.ts';

export interface Description {
  requirement: string;
  severity: Severity;
  /** What the code says is wrong, in one sentence. */
  about: string;
}

/** Every code that a finding can carry. Codes are stable: reports of different runs are compared by them. */
export const CATALOGUE = {
  // Expectations of a scenario
  'message-missing': {
    requirement: '-',
    severity: 'violation',
    about: 'A message that the scenario waits for did not come in time.',
  },
  'message-content': {
    requirement: '-',
    severity: 'violation',
    about: 'A message came, but a field has not the value that the scenario expects.',
  },
  'message-forbidden': {
    requirement: '-',
    severity: 'violation',
    about: 'A message came that must not come in this situation.',
  },
  'message-early': {
    requirement: '-',
    severity: 'violation',
    about: 'A message came sooner than the scenario allows.',
  },
  'reply-missing': {
    requirement: '-',
    severity: 'violation',
    about: 'A request was not answered in time.',
  },
  'reply-kind': {
    requirement: '-',
    severity: 'violation',
    about: 'A request was answered by a CALLERROR where a CALLRESULT is expected, or the other way round.',
  },
  'reply-error-code': {
    requirement: '-',
    severity: 'violation',
    about: 'A request was refused with another error code than the scenario expects.',
  },
  'connection-missing': {
    requirement: '-',
    severity: 'violation',
    about: 'The station did not connect in time, or the CSMS did not let it.',
  },
  'connection-forbidden': {
    requirement: '-',
    severity: 'violation',
    about: 'A connection was made that must not be made in this situation.',
  },
  'connection-early': {
    requirement: '-',
    severity: 'violation',
    about: 'The station tried to connect sooner than it may.',
  },
  'connection-content': {
    requirement: '-',
    severity: 'violation',
    about: 'The opening handshake shows another value than the scenario expects.',
  },
  'report-incomplete': {
    requirement: '-',
    severity: 'violation',
    about: 'A device model report lacks something it must have, or describes a variable in a way that is not allowed.',
  },
  'observation-denied': {
    requirement: '-',
    severity: 'violation',
    about: 'Whoever looked at the system did not see what the scenario expects to be seen.',
  },

  ...RULE_CODES,
} as const satisfies Record<string, Description>;

export type Code = keyof typeof CATALOGUE;
