import type { Description } from './catalogue.ts';

/** What rules find about charging profiles and schedules. */
export const SMART_CHARGING_CODES = {
  'schedule-periods': {
    requirement: 'K01.FR.35',
    severity: 'violation',
    about: 'The periods of a schedule do not begin at 0, or not each later than the one before.',
  },
  'phase-to-use': {
    requirement: 'K01.FR.19',
    severity: 'violation',
    about: 'The phase to use is named where not exactly one phase is used.',
  },
  'tx-profile-transaction': {
    requirement: 'K01.FR.03',
    severity: 'violation',
    about: 'The CSMS sets a TxProfile and does not say for which transaction, or names one for another purpose.',
  },
  'charging-profile-kind': {
    requirement: 'K01.FR.40',
    severity: 'violation',
    about: 'A charging profile has no start or recurrence although its kind needs one, or has one that its kind forbids.',
  },
  'external-constraint-set': {
    requirement: 'K01.FR.22',
    severity: 'violation',
    about: 'The CSMS sets a profile whose purpose is left to external systems.',
  },
  'profile-place-taken': {
    requirement: 'K01.FR.06',
    severity: 'violation',
    about: 'The CSMS sets a profile where another one with a different id has the same say at the same time.',
  },
  'profile-criteria': {
    requirement: 'K09.FR.03',
    severity: 'violation',
    about: 'The CSMS asks for charging profiles, or clears them, without saying which.',
  },
} as const satisfies Record<string, Description>;
