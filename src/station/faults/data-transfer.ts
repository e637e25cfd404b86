import { answering, byName, type Fault } from './fault.ts';

/** Refuses requests that have custom data. */
const refusing = (actions: readonly string[]): NonNullable<Fault['interceptor']> => ({
  reply: ({ action, payload }, reply) =>
    (actions as string[]).includes(action) && JSON.stringify(payload).includes('"customData"')
      ? { error: 'FormatViolation', description: 'customData is not known' }
      : reply,
});

export const DATA_TRANSFER_FAULTS = byName(
  {
    name: 'data-of-unknown-vendor-accepted',
    requirement: 'P01.FR.05',
    about: 'Accepts data of vendors that it does not know.',
    killedBy: 'TC_P_01_CS',
    interceptor: answering(['DataTransfer'], () => ({ status: 'Accepted' })),
  },
  {
    name: 'custom-data-refused',
    requirement: 'Part 4, 9',
    about: 'Refuses requests for variables because of custom data.',
    killedBy: 'TC_P_03_CS',
    interceptor: refusing(['SetVariables', 'GetVariables']),
  },
  {
    name: 'custom-data-in-profile-refused',
    requirement: 'Part 4, 9',
    about: 'Refuses charging profiles because of custom data.',
    killedBy: 'TC_P_04_CS',
    interceptor: refusing(['SetChargingProfile']),
  },
);
