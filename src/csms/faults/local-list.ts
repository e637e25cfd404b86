import type { Payload } from '../../ocpp/frame.ts';
import { changing, type FaultDescription, list, without } from './fault.ts';

/** Spoils every entry of a local authorization list. */
const entries = (spoil: (entry: Payload) => Payload) => (payload: Payload) =>
  payload.localAuthorizationList
    ? { ...payload, localAuthorizationList: list(payload.localAuthorizationList).map((entry) => spoil(entry as Payload)) }
    : payload;

/** Faults in the requests of block D. */
export const LOCAL_LIST_FAULTS = {
  'local-list-version-zero': {
    requirement: 'D01.FR.18',
    about: 'Gives a local authorization list version 0.',
    killedBy: 'local-list-version',
    interceptor: changing('SendLocalList', (payload) => ({ ...payload, versionNumber: 0 })),
  },
  'local-list-repeats-token': {
    requirement: 'D01.FR.06',
    about: 'Has the first token twice in a local authorization list.',
    killedBy: 'local-list-repeated',
    interceptor: changing('SendLocalList', (payload) => {
      const all = list(payload.localAuthorizationList);
      return all.length > 0 ? { ...payload, localAuthorizationList: [...all, all[0]] } : payload;
    }),
  },
  'local-list-without-info': {
    requirement: 'D01.FR.15',
    about: 'Says nothing about the tokens of a whole list.',
    killedBy: 'TC_D_01_CSMS',
    interceptor: changing('SendLocalList', (payload) =>
      payload.updateType === 'Full' ? entries(without('idTokenInfo'))(payload) : payload,
    ),
  },
  'local-list-version-not-raised': {
    requirement: 'D01.FR.19',
    about: 'Sends changes with the version that the station has already.',
    killedBy: 'TC_D_02_CSMS',
    interceptor: changing('SendLocalList', (payload) =>
      payload.updateType === 'Differential' ? { ...payload, versionNumber: 1 } : payload,
    ),
  },
  'local-list-removes-nothing': {
    requirement: 'D01.FR.17',
    about: 'Sends the tokens that are to be removed as blocked ones.',
    killedBy: 'TC_D_03_CSMS',
    interceptor: changing(
      'SendLocalList',
      entries((entry) => ({ idTokenInfo: { status: 'Blocked' }, ...entry })),
    ),
  },
  'local-list-asked-for-by-name': {
    requirement: 'D02.FR.01',
    about: 'Names a list when it asks for the version, which the message has no field for.',
    killedBy: 'TC_D_09_CSMS',
    interceptor: changing('GetLocalListVersion', (payload) => ({ ...payload, listName: 'tokens' })),
  },
  'local-list-never-emptied': {
    requirement: 'D01.FR.04',
    about: 'Sends a change where the whole list is to be emptied.',
    killedBy: 'TC_D_04_CSMS',
    interceptor: changing('SendLocalList', (payload) =>
      payload.localAuthorizationList ? payload : { ...payload, updateType: 'Differential' },
    ),
  },
} as const satisfies Record<string, FaultDescription>;
