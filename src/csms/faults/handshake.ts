import type { FaultDescription } from './fault.ts';

/** Faults of the opening handshake; handshake.ts and endpoint.ts ask for them. */
export const HANDSHAKE_FAULTS = {
  'subprotocol-not-echoed': {
    requirement: 'Part 4, 3.2',
    about: 'Goes on with a connection without saying in the handshake which subprotocol it has chosen.',
    killedBy: 'TC_B_58_CSMS',
  },
  'subprotocol-first-offered': {
    requirement: 'Part 4, 3.1.2',
    about: 'Chooses the first subprotocol that the station offers, known or not.',
    killedBy: 'TC_B_58_CSMS',
  },
  'no-compression': {
    requirement: 'Part 4, 3.3',
    about: 'Does not agree to compress messages.',
    killedBy: 'OS_R_06_CSMS',
  },
  'accepts-wrong-password': {
    requirement: 'A00.FR.204',
    about: 'Lets a station in whatever password it gives.',
    killedBy: 'TC_A_03_CSMS',
  },
  'accepts-any-username': {
    requirement: 'A00.FR.204',
    about: 'Lets a station in whose user name is not its identity.',
    killedBy: 'TC_A_02_CSMS',
  },
  'accepts-missing-credentials': {
    requirement: 'A00.FR.204',
    about: 'Lets a station in that sends no Authorization header.',
    killedBy: 'TC_A_03_CSMS',
  },
  'accepts-expired-client-certificate': {
    requirement: 'A00.FR.407',
    about: 'Lets a station in whose certificate has expired.',
    killedBy: 'TC_A_08_CSMS',
  },
  'accepts-any-common-name': {
    requirement: 'A00.FR.405',
    about: "Lets a station in with the certificate of another one: the common name is not the station's serial number.",
    killedBy: 'TC_A_08_CSMS',
  },
} as const satisfies Record<string, FaultDescription>;
