import type { Payload } from '../../ocpp/frame.ts';
import { changing, type FaultDescription } from './fault.ts';

/** An EVSE as requests name it. */
const evseIn = ({ evse }: Payload): Payload => ({ id: 1, ...(evse as Payload | undefined) });

const withoutConnector = (payload: Payload): Payload => {
  const { connectorId: _, ...evse } = evseIn(payload);
  return { ...payload, evse };
};

/** Faults in the requests of blocks F and G. */
export const REMOTE_CONTROL_FAULTS = {
  'remote-start-with-other-token': {
    requirement: 'F01.FR.04',
    about: 'Starts a transaction for another token than the operator wants.',
    killedBy: 'TC_F_01_CSMS',
    interceptor: changing('RequestStartTransaction', ({ idToken, ...payload }) => ({
      ...payload,
      idToken: { ...(idToken as Payload), idToken: 'ANOTHER-TOKEN' },
    })),
  },
  'unlocks-other-connector': {
    requirement: 'F05.FR.01',
    about: 'Unlocks another connector than the operator wants.',
    killedBy: 'TC_F_06_CSMS',
    interceptor: changing('UnlockConnector', (payload) => ({ ...payload, connectorId: Number(payload.connectorId) + 1 })),
  },
  'trigger-omits-evse': {
    requirement: 'F06.FR.02',
    about: 'Asks for a message about all EVSEs where the operator wants one.',
    killedBy: 'TC_F_11_CSMS',
    interceptor: changing('TriggerMessage', ({ evse: _, ...payload }) => payload),
  },
  'trigger-always-names-evse': {
    requirement: 'F06.FR.11',
    about: 'Asks for a message about one EVSE where the operator wants all.',
    killedBy: 'TC_F_12_CSMS',
    interceptor: changing('TriggerMessage', (payload) => ({ ...payload, evse: evseIn(payload) })),
  },
  'trigger-status-omits-connector': {
    requirement: 'F06.FR.13',
    about: 'Asks for the status of an EVSE without naming a connector.',
    killedBy: 'TC_F_23_CSMS',
    interceptor: changing('TriggerMessage', (payload) =>
      payload.requestedMessage === 'StatusNotification' ? withoutConnector(payload) : payload,
    ),
  },
  'trigger-heartbeat-as-status': {
    requirement: 'F06.FR.01',
    about: 'Asks for the status of a connector where the operator wants a Heartbeat.',
    killedBy: 'TC_F_20_CSMS',
    interceptor: changing('TriggerMessage', (payload) =>
      payload.requestedMessage === 'Heartbeat' ? { requestedMessage: 'StatusNotification', evse: { id: 1, connectorId: 1 } } : payload,
    ),
  },
  'triggered-meter-values-refused': {
    requirement: 'F06.FR.06',
    about: 'Refuses the MeterValues that it has asked for.',
    killedBy: 'TC_F_11_CSMS',
    interceptor: () => ({
      reply: ({ action }, reply) =>
        action === 'MeterValues' ? { error: 'InternalError', description: 'meter values are not wanted' } : reply,
    }),
  },
  'never-operative-again': {
    requirement: 'G03.FR.07',
    about: 'Takes out of service whatever the operator wants back in service.',
    killedBy: 'TC_G_04_CSMS',
    interceptor: changing('ChangeAvailability', (payload) => ({ ...payload, operationalStatus: 'Inoperative' })),
  },
  'availability-omits-connector': {
    requirement: 'G03.FR.01',
    about: 'Changes the availability of an EVSE where the operator means one of its connectors.',
    killedBy: 'TC_G_07_CSMS',
    interceptor: changing('ChangeAvailability', (payload) => (payload.evse ? withoutConnector(payload) : payload)),
  },
  'availability-adds-connector': {
    requirement: 'G03.FR.01',
    about: 'Changes the availability of one connector where the operator means the EVSE.',
    killedBy: 'TC_G_03_CSMS',
    interceptor: changing('ChangeAvailability', (payload) =>
      payload.evse ? { ...payload, evse: { connectorId: 1, ...evseIn(payload) } } : payload,
    ),
  },
  'availability-of-station-names-evse': {
    requirement: 'G04.FR.01',
    about: 'Changes the availability of one EVSE where the operator means the station.',
    killedBy: 'TC_G_05_CSMS',
    interceptor: changing('ChangeAvailability', (payload) => ({ ...payload, evse: evseIn(payload) })),
  },
  'events-refused': {
    requirement: 'G05.FR.03',
    about: 'Refuses NotifyEvent.',
    killedBy: 'TC_G_20_CSMS',
    interceptor: () => ({
      reply: ({ action }, reply) => (action === 'NotifyEvent' ? { error: 'NotSupported', description: 'no events' } : reply),
    }),
  },
  'status-notification-not-answered': {
    requirement: 'G01.FR.07',
    about: 'Does not answer StatusNotification.',
    killedBy: 'TC_G_03_CSMS',
    interceptor: () => ({ reply: ({ action }, reply) => (action === 'StatusNotification' ? { silence: true } : reply) }),
  },
} as const satisfies Record<string, FaultDescription>;
