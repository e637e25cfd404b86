import type { Payload } from '../../ocpp/frame.ts';
import { changing, type FaultDescription, list, without } from './fault.ts';

/** Faults in the requests of block B. */
export const PROVISIONING_FAULTS = {
  'ignores-items-per-message': {
    requirement: 'B06.FR.05',
    about: 'Puts more entries into a message than the station said it can take.',
    killedBy: 'items-per-message',
  },
  'duplicate-variables-in-set': {
    requirement: 'B05.FR.13',
    about: 'Names the same variable twice in SetVariables.',
    killedBy: 'variables-repeated',
    interceptor: changing('SetVariables', (payload) => {
      const data = list(payload.setVariableData);
      return { ...payload, setVariableData: [...data, ...data.slice(0, 1)] };
    }),
  },
  'set-variables-drops-all-but-first': {
    requirement: 'B05.FR.01',
    about: 'Sets only the first of several variables.',
    killedBy: 'TC_B_10_CSMS',
    interceptor: changing('SetVariables', (payload) => ({ ...payload, setVariableData: list(payload.setVariableData).slice(0, 1) })),
  },
  'get-variables-asks-for-max-set': {
    requirement: 'B06.FR.11',
    about: 'Asks for the attribute MaxSet where the actual value is wanted.',
    killedBy: 'TC_B_06_CSMS',
    interceptor: changing('GetVariables', (payload) => ({
      ...payload,
      getVariableData: list(payload.getVariableData).map((data) => ({ ...(data as object), attributeType: 'MaxSet' })),
    })),
  },
  'base-report-wrong-type': {
    requirement: 'B07.FR.07',
    about: 'Asks for SummaryInventory, whatever report the operator wants.',
    killedBy: 'TC_B_12_CSMS',
    interceptor: changing('GetBaseReport', (payload) => ({ ...payload, reportBase: 'SummaryInventory' })),
  },
  'base-report-without-request-id': {
    requirement: 'B07.FR.04',
    about: 'Leaves the request id out of GetBaseReport.',
    killedBy: 'request-schema',
    interceptor: changing('GetBaseReport', without('requestId')),
  },
  'report-omits-criteria': {
    requirement: 'B08.FR.05',
    about: 'Leaves the criteria out of GetReport.',
    killedBy: 'TC_B_18_CSMS',
    interceptor: changing('GetReport', without('componentCriteria')),
  },
  'notify-report-not-answered': {
    requirement: 'B07.FR.03',
    about: 'Does not answer NotifyReport.',
    killedBy: 'answer-missing',
    interceptor: () => ({ reply: ({ action }, reply) => (action === 'NotifyReport' ? { silence: true } : reply) }),
  },
  'network-profile-omits-field': {
    requirement: 'B09.FR.01',
    about: 'Leaves the message timeout out of SetNetworkProfile.',
    killedBy: 'request-schema',
    interceptor: changing('SetNetworkProfile', ({ connectionData, ...rest }) => ({
      ...rest,
      connectionData: without('messageTimeout')({ ...(connectionData as Payload | undefined) }),
    })),
  },
  'network-profile-wrong-version': {
    requirement: 'B09.FR.01',
    about: 'Names OCPP 1.6 in SetNetworkProfile.',
    killedBy: 'TC_B_42_CSMS',
    interceptor: changing('SetNetworkProfile', ({ connectionData, ...rest }) => ({
      ...rest,
      connectionData: { ...(connectionData as Payload | undefined), ocppVersion: 'OCPP16' },
    })),
  },
  'reset-for-evse-omits-evse-id': {
    requirement: 'B11.FR.08',
    about: 'Resets the whole station where the operator wants one EVSE to be reset.',
    killedBy: 'TC_B_25_CSMS',
    interceptor: changing('Reset', without('evseId')),
  },
  'reset-always-immediate': {
    requirement: 'B12.FR.01',
    about: 'Resets at once where the operator wants to wait for idle.',
    killedBy: 'TC_B_21_CSMS',
    interceptor: changing('Reset', (payload) => ({ ...payload, type: 'Immediate' })),
  },
  'trigger-message-wrong-kind': {
    requirement: 'F06.FR.01',
    about: 'Triggers a Heartbeat, whatever message the operator wants.',
    killedBy: 'TC_B_31_CSMS',
    interceptor: changing('TriggerMessage', ({ evse: _, ...payload }) => ({ ...payload, requestedMessage: 'Heartbeat' })),
  },
} as const satisfies Record<string, FaultDescription>;
