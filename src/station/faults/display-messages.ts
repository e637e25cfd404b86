import type { MessageInfoType } from '../../ocpp/generated/messages.ts';
import { answering, byName, eachOf, requesting, without } from './fault.ts';

/** Faults in messages to be displayed, and in what is told of them. */
export const DISPLAY_MESSAGE_FAULTS = byName(
  {
    name: 'display-message-not-kept',
    requirement: 'O01.FR.12',
    about: 'Accepts messages to be displayed and forgets them.',
    killedBy: 'TC_O_01_CS',
  },
  {
    name: 'display-message-never-shown',
    requirement: 'O01.FR.12',
    about: 'Keeps messages to be displayed and shows none of them.',
    killedBy: 'TC_O_01_CS',
  },
  {
    name: 'display-report-with-other-request-id',
    requirement: 'O03.FR.05',
    about: 'Reports messages under another id than that of the request.',
    killedBy: 'TC_O_02_CS',
    interceptor: requesting(['NotifyDisplayMessages'], (payload) => ({ ...payload, requestId: Number(payload.requestId) + 1 })),
  },
  {
    name: 'display-report-never-ends',
    requirement: 'O03.FR.04',
    about: 'Says of every part of a report of messages that another one follows.',
    killedBy: 'TC_O_02_CS',
    interceptor: requesting(['NotifyDisplayMessages'], (payload) => ({ ...payload, tbc: true })),
  },
  {
    name: 'display-message-cut-short',
    requirement: 'O03.FR.02',
    about: 'Reports messages without their last character.',
    killedBy: 'display-message-changed',
    interceptor: requesting(
      ['NotifyDisplayMessages'],
      eachOf<MessageInfoType>('messageInfo', ({ message, ...rest }) => ({
        ...rest,
        message: { ...message, content: message.content.slice(0, -1) },
      })),
    ),
  },
  {
    name: 'no-display-messages-reported',
    requirement: 'O03.FR.06',
    about: 'Accepts to report messages where there are none.',
    killedBy: 'TC_O_03_CS',
    interceptor: answering(['GetDisplayMessages'], () => ({ status: 'Accepted' })),
  },
  {
    name: 'cleared-display-message-kept',
    requirement: 'O05.FR.01',
    about: 'Accepts to clear a message and keeps it.',
    killedBy: 'TC_O_04_CS',
  },
  {
    name: 'unknown-display-message-cleared',
    requirement: 'O05.FR.02',
    about: 'Accepts to clear a message that it does not have.',
    killedBy: 'TC_O_05_CS',
    interceptor: answering(['ClearDisplayMessage'], () => ({ status: 'Accepted' })),
  },
  {
    name: 'display-message-outlives-transaction',
    requirement: 'O02.FR.02',
    about: 'Keeps a message whose transaction has ended.',
    killedBy: 'TC_O_06_CS',
  },
  {
    name: 'display-report-omitted',
    requirement: 'O04.FR.03',
    about: 'Accepts to report messages by id and reports none.',
    killedBy: 'TC_O_07_CS',
  },
  {
    name: 'display-filter-by-priority-finds-nothing',
    requirement: 'O04.FR.01',
    about: 'Knows no message of the priority that it is asked for.',
    killedBy: 'TC_O_08_CS',
  },
  {
    name: 'display-filter-by-state-finds-nothing',
    requirement: 'O04.FR.01',
    about: 'Knows no message for the state that it is asked for.',
    killedBy: 'TC_O_09_CS',
  },
  {
    name: 'display-message-for-unknown-transaction',
    requirement: 'O02.FR.01',
    about: 'Accepts messages for transactions that it does not know.',
    killedBy: 'TC_O_10_CS',
  },
  {
    name: 'display-filter-ignores-id',
    requirement: 'O04.FR.02',
    about: 'Reports all messages where some ids are asked for.',
    killedBy: 'TC_O_11_CS',
  },
  {
    name: 'display-message-not-replaced',
    requirement: 'O06.FR.01',
    about: 'Accepts a message with the id of another one and keeps the other one.',
    killedBy: 'TC_O_12_CS',
  },
  {
    name: 'display-message-replacement-rejected',
    requirement: 'O06.FR.01',
    about: 'Rejects a message with the id of another one.',
    killedBy: 'TC_O_12_CS',
  },
  {
    name: 'display-message-shown-early',
    requirement: 'O01.FR.06',
    about: 'Shows messages before their time.',
    killedBy: 'TC_O_13_CS',
  },
  {
    name: 'display-report-without-start',
    requirement: 'O03.FR.02',
    about: 'Leaves the time from which a message is shown out of reports.',
    killedBy: 'TC_O_13_CS',
    interceptor: requesting(
      ['NotifyDisplayMessages'],
      eachOf<MessageInfoType>('messageInfo', (message) => without(message, 'startDateTime')),
    ),
  },
  {
    name: 'display-message-outlives-end-time',
    requirement: 'O01.FR.07',
    about: 'Keeps messages beyond their time.',
    killedBy: 'TC_O_14_CS',
  },
  {
    name: 'display-report-without-end',
    requirement: 'O03.FR.02',
    about: 'Leaves the time until which a message is shown out of reports.',
    killedBy: 'TC_O_14_CS',
    interceptor: requesting(
      ['NotifyDisplayMessages'],
      eachOf<MessageInfoType>('messageInfo', (message) => without(message, 'endDateTime')),
    ),
  },
  {
    name: 'unsupported-display-priority-accepted',
    requirement: 'O01.FR.01',
    about: 'Accepts messages of a priority that it does not support.',
    killedBy: 'TC_O_17_CS',
  },
  {
    name: 'unsupported-display-state-accepted',
    requirement: 'O01.FR.02',
    about: 'Accepts messages for a state that it does not support.',
    killedBy: 'TC_O_18_CS',
  },
  {
    name: 'unsupported-display-format-rejected',
    requirement: 'O01.FR.03',
    about: 'Does not say that it is the format because of which it rejects a message.',
    killedBy: 'TC_O_19_CS',
    interceptor: answering(['SetDisplayMessage'], ({ status, ...rest }) => ({
      ...rest,
      status: status === 'NotSupportedMessageFormat' ? 'Rejected' : status,
    })),
  },
  {
    name: 'display-messages-lost-at-reboot',
    requirement: 'O01.FR.10',
    about: 'Has no messages any more after a reboot.',
    killedBy: 'TC_O_20_CS',
  },
  {
    name: 'only-one-message-in-front',
    requirement: 'O01.FR.14',
    about: 'Replaces a message that is in front by another one.',
    killedBy: 'TC_O_22_CS',
  },
  {
    name: 'front-message-takes-turns',
    requirement: 'O01.FR.13',
    about: 'Shows all messages in turn, whatever their priority is.',
    killedBy: 'OS_O_01_CS',
  },
  {
    name: 'display-criteria-joined-by-or',
    requirement: 'O04.FR.03',
    about: 'Reports messages that meet one of several criteria.',
    killedBy: 'OS_O_02_CS',
  },
  {
    name: 'two-messages-always-in-front',
    requirement: 'O01.FR.16',
    about: 'Keeps a message that is always in front beside another one that is.',
    killedBy: 'TC_O_24_CS',
  },
  {
    name: 'display-message-of-transaction-without-id',
    requirement: 'O03.FR.02',
    about: 'Leaves the transaction of a message out of reports.',
    killedBy: 'TC_O_30_CS',
    interceptor: requesting(
      ['NotifyDisplayMessages'],
      eachOf<MessageInfoType>('messageInfo', (message) => without(message, 'transactionId')),
    ),
  },
  {
    name: 'no-display-messages-is-an-error',
    requirement: 'O04.FR.07',
    about: 'Answers with an error where there are no messages to report.',
    killedBy: 'TC_O_33_CS',
    interceptor: {
      reply: ({ action }, reply) =>
        action === 'GetDisplayMessages' && 'payload' in reply && reply.payload.status === 'Unknown'
          ? { error: 'InternalError', description: 'no messages' }
          : reply,
    },
  },
  {
    name: 'display-filter-ignores-state',
    requirement: 'O04.FR.02',
    about: 'Reports messages whatever state is asked for.',
    killedBy: 'TC_O_34_CS',
  },
  {
    name: 'display-filter-ignores-priority',
    requirement: 'O04.FR.02',
    about: 'Reports messages whatever priority is asked for.',
    killedBy: 'TC_O_35_CS',
  },
  {
    name: 'display-message-shown-in-every-state',
    requirement: 'O01.FR.12',
    about: 'Shows messages whatever state they are for.',
    killedBy: 'TC_O_36_CS',
  },
  {
    name: 'idle-message-forgotten-while-charging',
    requirement: 'O01.FR.12',
    about: 'Keeps messages for the state Idle only while it is idle.',
    killedBy: 'TC_O_37_CS',
  },
  {
    name: 'unavailable-message-forgotten-while-available',
    requirement: 'O01.FR.12',
    about: 'Keeps messages for the state Unavailable only while it is unavailable.',
    killedBy: 'TC_O_38_CS',
  },
  {
    name: 'faulted-message-never-shown',
    requirement: 'O01.FR.12',
    about: 'Does not show messages for the state Faulted.',
    killedBy: 'TC_O_39_CS',
  },
);
