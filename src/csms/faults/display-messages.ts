import type { Action } from '../../ocpp/action.ts';
import type { Payload } from '../../ocpp/frame.ts';
import type { FaultDescription } from './fault.ts';

/** Changes the requests of one action. */
const changing = (action: Action, change: (payload: Payload) => Payload) => () => ({
  request: (sending: Action, payload: Payload) => (sending === action ? change(payload) : payload),
});

/** Changes the messages that are to be displayed. */
const displaying = (change: (message: Payload) => Payload) =>
  changing('SetDisplayMessage', ({ message, ...payload }) => ({ ...payload, message: change(message as Payload) }));

const dropping =
  (field: string) =>
  ({ [field]: _, ...rest }: Payload): Payload =>
    rest;

/** Nobody lives to see it. */
const SOME_DAY = '2100-01-01T00:00:00Z';

/** Faults in what the CSMS wants to be displayed, and in what it wants to know of that. */
export const DISPLAY_MESSAGE_FAULTS = {
  'display-message-for-some-transaction': {
    requirement: 'O01.FR.04',
    about: 'Names a transaction in messages that are for none.',
    killedBy: 'TC_O_01_CSMS',
    interceptor: displaying((message) => ({ transactionId: 'transaction-1', ...message })),
  },
  'display-message-in-no-language': {
    requirement: 'O01.FR.17',
    about: 'Writes the language of messages with an underscore.',
    killedBy: 'TC_O_01_CSMS',
    interceptor: displaying((message) => ({ ...message, message: { ...(message.message as Payload), language: 'en_US' } })),
  },
  'all-display-messages-of-a-priority': {
    requirement: 'O03.FR.01',
    about: 'Asks for the messages of one priority where the operator wants all of them.',
    killedBy: 'TC_O_02_CSMS',
    interceptor: changing('GetDisplayMessages', (payload) => ({ priority: 'NormalCycle', ...payload })),
  },
  'display-messages-without-request-id': {
    requirement: 'O03.FR.05',
    about: 'Leaves the request id out of GetDisplayMessages.',
    killedBy: 'TC_O_03_CSMS',
    interceptor: changing('GetDisplayMessages', dropping('requestId')),
  },
  'display-report-refused': {
    requirement: 'O03.FR.02',
    about: 'Refuses the messages that it has asked for.',
    killedBy: 'TC_O_02_CSMS',
    interceptor: () => ({
      reply: ({ action }, reply) => (action === 'NotifyDisplayMessages' ? { error: 'NotSupported', description: 'not wanted' } : reply),
    }),
  },
  'other-display-message-cleared': {
    requirement: 'O05.FR.01',
    about: 'Clears another message than the operator wants.',
    killedBy: 'TC_O_04_CSMS',
    interceptor: changing('ClearDisplayMessage', (payload) => ({ ...payload, id: Number(payload.id) + 1 })),
  },
  'display-message-cleared-without-id': {
    requirement: 'O05.FR.02',
    about: 'Does not say which message is to be cleared.',
    killedBy: 'TC_O_05_CSMS',
    interceptor: changing('ClearDisplayMessage', dropping('id')),
  },
  'display-message-omits-transaction': {
    requirement: 'O02.FR.02',
    about: 'Does not say which transaction a message is for.',
    killedBy: 'TC_O_06_CSMS',
    interceptor: displaying(dropping('transactionId')),
  },
  'display-messages-asked-for-without-ids': {
    requirement: 'O04.FR.01',
    about: 'Asks for all messages where the operator wants one by its id.',
    killedBy: 'TC_O_07_CSMS',
    interceptor: changing('GetDisplayMessages', dropping('id')),
  },
  'display-messages-asked-for-without-priority': {
    requirement: 'O04.FR.01',
    about: 'Asks for all messages where the operator wants those of a priority.',
    killedBy: 'TC_O_08_CSMS',
    interceptor: changing('GetDisplayMessages', dropping('priority')),
  },
  'display-messages-asked-for-without-state': {
    requirement: 'O04.FR.01',
    about: 'Asks for all messages where the operator wants those for a state.',
    killedBy: 'TC_O_09_CSMS',
    interceptor: changing('GetDisplayMessages', dropping('state')),
  },
  'unknown-transactions-not-sent': {
    requirement: 'O02.FR.01',
    about: 'Has messages displayed outside of transactions where it does not know the transaction.',
    killedBy: 'TC_O_10_CSMS',
    interceptor: displaying((message) => (message.transactionId === 'no-transaction' ? dropping('transactionId')(message) : message)),
  },
  'last-display-message-asked-for': {
    requirement: 'O04.FR.02',
    about: 'Asks for the message that it has set last, whichever id the operator wants.',
    killedBy: 'TC_O_11_CSMS',
    interceptor: () => {
      let last: unknown;
      return {
        request: (action, payload) => {
          if (action === 'SetDisplayMessage') last = (payload.message as Payload).id;
          return action === 'GetDisplayMessages' && payload.id && last !== undefined ? { ...payload, id: [last] } : payload;
        },
      };
    },
  },
  'display-message-replaced-under-new-id': {
    requirement: 'O06.FR.01',
    about: 'Gives a message that is to replace another one an id of its own.',
    killedBy: 'TC_O_12_CSMS',
    interceptor: () => {
      const used = new Set<unknown>();
      return {
        request: (action, payload) => {
          if (action !== 'SetDisplayMessage') return payload;
          const message = payload.message as Payload;
          const id = used.has(message.id) ? Number(message.id) + 1 : message.id;
          used.add(id);
          return { ...payload, message: { ...message, id } };
        },
      };
    },
  },
  'display-message-omits-start': {
    requirement: 'O01.FR.05',
    about: 'Does not say from when on a message is to be displayed.',
    killedBy: 'TC_O_13_CSMS',
    interceptor: displaying(dropping('startDateTime')),
  },
  'display-message-omits-end': {
    requirement: 'O01.FR.05',
    about: 'Does not say until when a message is to be displayed.',
    killedBy: 'TC_O_14_CSMS',
    interceptor: displaying(dropping('endDateTime')),
  },
  'display-message-always-in-front': {
    requirement: 'O01.FR.13',
    about: 'Has messages displayed in front, whatever priority the operator wants.',
    killedBy: 'TC_O_26_CSMS',
    interceptor: displaying((message) => ({ ...message, priority: 'InFront' })),
  },
  'display-message-always-alone': {
    requirement: 'O01.FR.15',
    about: 'Has messages displayed always in front, whatever priority the operator wants.',
    killedBy: 'TC_O_17_CSMS',
    interceptor: displaying((message) => ({ ...message, priority: 'AlwaysFront' })),
  },
  'display-message-for-any-state': {
    requirement: 'O01.FR.12',
    about: 'Does not say for which state a message is.',
    killedBy: 'TC_O_18_CSMS',
    interceptor: displaying(dropping('state')),
  },
  'display-message-always-unicode': {
    requirement: 'O01.FR.03',
    about: 'Has messages displayed as UTF8, whatever format the operator wants.',
    killedBy: 'TC_O_19_CSMS',
    interceptor: displaying((message) => ({ ...message, message: { ...(message.message as Payload), format: 'UTF8' } })),
  },
  'display-message-for-idle-stations': {
    requirement: 'O01.FR.12',
    about: 'Has messages for a state displayed in the state Idle.',
    killedBy: 'TC_O_25_CSMS',
    interceptor: displaying((message) => (message.state ? { ...message, state: 'Idle' } : message)),
  },
  'display-message-of-transaction-with-end': {
    requirement: 'O02.FR.07',
    about: 'Gives messages for transactions an end that nobody wants.',
    killedBy: 'TC_O_27_CSMS',
    interceptor: displaying((message) => (message.transactionId ? { endDateTime: SOME_DAY, ...message } : message)),
  },
  'display-message-of-transaction-with-start': {
    requirement: 'O02.FR.06',
    about: 'Gives messages for transactions a start that nobody wants.',
    killedBy: 'TC_O_28_CSMS',
    interceptor: displaying((message) => (message.transactionId ? { startDateTime: SOME_DAY, ...message } : message)),
  },
} as const satisfies Record<string, FaultDescription>;
