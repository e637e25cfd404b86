import type { Reply } from '../../wire/rpc.ts';
import type { FaultDescription } from './fault.ts';

const REFUSAL: Reply = { error: 'FormatViolation', description: 'customData is not known' };

/** Faults in block P. */
export const DATA_TRANSFER_FAULTS = {
  'data-of-any-vendor-accepted': {
    requirement: 'P02.FR.06',
    about: 'Accepts data of vendors that it does not know.',
    killedBy: 'TC_P_02_CSMS',
    interceptor: () => ({
      reply: ({ action }, reply) => (action === 'DataTransfer' ? { payload: { status: 'Accepted' } } : reply),
    }),
  },
  'custom-data-in-event-refused': {
    requirement: 'Part 4, 9',
    about: 'Refuses transaction events because of custom data.',
    killedBy: 'TC_P_03_CSMS',
    interceptor: () => ({
      reply: ({ action, payload }, reply) =>
        action === 'TransactionEvent' && JSON.stringify(payload).includes('"customData"') ? REFUSAL : reply,
    }),
  },
} as const satisfies Record<string, FaultDescription>;
