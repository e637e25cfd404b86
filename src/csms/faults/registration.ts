import type { Payload } from '../../ocpp/frame.ts';
import type { Reply } from '../../wire/rpc.ts';
import type { FaultDescription } from './fault.ts';

const DAY = 24 * 3600 * 1000;

/** Applies a change to the payload of a result. */
const changed = (reply: Reply, change: (payload: Payload) => Payload): Reply =>
  'payload' in reply ? { payload: change(reply.payload) } : reply;

/** Faults around BootNotification, Heartbeat and what is allowed before a station is accepted. */
export const REGISTRATION_FAULTS = {
  'boot-answered-without-interval': {
    requirement: 'B01.FR.02',
    about: 'Leaves the interval out of BootNotificationResponse.',
    killedBy: 'response-schema',
    interceptor: () => ({
      reply: ({ action }, reply) => (action === 'BootNotification' ? changed(reply, ({ interval: _, ...rest }) => rest) : reply),
    }),
  },
  'boot-not-answered': {
    requirement: 'B01.FR.02',
    about: 'Does not answer BootNotification.',
    killedBy: 'TC_B_01_CSMS',
    interceptor: () => ({ reply: ({ action }, reply) => (action === 'BootNotification' ? { silence: true } : reply) }),
  },
  'boot-always-accepted': {
    requirement: 'B02.FR.01',
    about: 'Accepts stations that it was configured to keep pending or to reject.',
    killedBy: 'TC_B_02_CSMS',
  },
  'boot-never-accepted': {
    requirement: 'B01.FR.02',
    about: 'Tells every station that it is pending, for ever.',
    killedBy: 'TC_B_01_CSMS',
  },
  'answers-calls-before-acceptance': {
    requirement: 'B02.FR.09',
    about: 'Answers requests of a station that it has not accepted as if it had.',
    killedBy: 'security-error-missing',
  },
  'refuses-triggered-messages': {
    requirement: 'B02.FR.09',
    about: 'Answers messages that it has triggered itself with SecurityError while the station is pending.',
    killedBy: 'OS_B_02_CSMS',
  },
  'closes-connection-while-pending': {
    requirement: 'B02.FR.06',
    about: 'Closes the connection after telling the station that it is pending.',
    killedBy: 'closed-while-pending',
  },
  'sends-while-rejected': {
    requirement: 'B03.FR.03',
    about: 'Sends GetVariables to a station that it has just rejected.',
    killedBy: 'call-while-rejected',
  },
  'accepts-other-serial-number': {
    requirement: 'B01.FR.12',
    about: 'Goes on with a station whose serial number is not the one in its certificate.',
    killedBy: 'OS_B_01_CSMS',
  },
  'no-answer-to-heartbeat': {
    requirement: 'G02.FR.04',
    about: 'Does not answer Heartbeat.',
    killedBy: 'answer-missing',
    interceptor: () => ({ reply: ({ action }, reply) => (action === 'Heartbeat' ? { silence: true } : reply) }),
  },
  'current-time-wrong': {
    requirement: 'B01.FR.06',
    about: 'Gives a time that is a day behind.',
    killedBy: 'csms-time',
    interceptor: () => ({
      reply: (_call, reply) =>
        changed(reply, (payload) =>
          typeof payload.currentTime === 'string'
            ? { ...payload, currentTime: new Date(Date.parse(payload.currentTime) - DAY).toISOString() }
            : payload,
        ),
    }),
  },
} as const satisfies Record<string, FaultDescription>;
