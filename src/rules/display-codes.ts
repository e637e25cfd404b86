import type { Description } from './catalogue.ts';

/** The codes of the rules on display messages. */
export const DISPLAY_CODES = {
  // Display messages
  'display-message-id': {
    requirement: 'Part 2, MessageInfoType',
    severity: 'violation',
    about: 'A display message has a negative id, or the same id as another one in the same part of a report.',
  },
  'display-message-language': {
    requirement: 'O01.FR.17',
    severity: 'violation',
    about: 'The language of a display message is no language tag.',
  },
  'display-message-refusal': {
    requirement: 'O01.FR.02',
    severity: 'violation',
    about: 'A display message is refused because of something that it does not have.',
  },
  'display-message-changed': {
    requirement: 'O03.FR.02',
    severity: 'violation',
    about: 'A display message is reported as another one than the station has accepted.',
  },
  'display-message-kept': {
    requirement: 'O02.FR.02',
    severity: 'violation',
    about: 'A display message is reported that has been cleared or replaced, or whose time or transaction is over.',
  },
  'display-message-missing': {
    requirement: 'O03.FR.02',
    severity: 'violation',
    about: 'A display message that the station has accepted is not reported, although nothing has taken it away.',
  },
  'display-message-unasked': {
    requirement: 'O04.FR.03',
    severity: 'violation',
    about: 'A display message is reported that is not what the CSMS has asked for.',
  },
} as const satisfies Record<string, Description>;
