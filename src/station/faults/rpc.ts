import type { Interceptor } from '../../wire/rpc.ts';
import { byName, requesting } from './fault.ts';

const invalidRequest = /Violation$/;
const onError = (change: Interceptor['reply']): Interceptor => (change ? { reply: change } : {});

export const RPC_FAULTS = byName(
  {
    name: 'message-id-reused',
    requirement: 'Part 4, 4.1.4',
    about: 'Gives every request the same message id.',
    killedBy: 'message-id-reused',
  },
  {
    name: 'message-id-too-long',
    requirement: 'Part 4, 4.1.4',
    about: 'Gives requests message ids of more than 36 characters.',
    killedBy: 'frame-message-id-length',
  },
  {
    name: 'second-call-while-open',
    requirement: 'Part 4, 4.1.1',
    about: 'Sends a request before the one before is answered.',
    killedBy: 'call-concurrent',
  },
  {
    name: 'answers-twice',
    requirement: 'Part 4, 4.1.4',
    about: 'Sends every CALLRESULT two times.',
    killedBy: 'answer-duplicate',
    interceptor: { frame: ({ type }, text) => (type === 'CALLRESULT' ? [text, text] : [text]) },
  },
  {
    name: 'unknown-action-accepted',
    requirement: 'Part 4, 4.3',
    about: 'Answers a request with an unknown action by an empty CALLRESULT.',
    killedBy: 'invalid-request-accepted',
    interceptor: onError((_call, reply) => ('error' in reply && reply.error === 'NotImplemented' ? { payload: {} } : reply)),
  },
  {
    name: 'wrong-error-code',
    requirement: 'Part 4, 4.3',
    about: 'Refuses an unknown action as an internal error.',
    killedBy: 'OS_R_01_CS',
    interceptor: onError((_call, reply) =>
      'error' in reply && reply.error === 'NotImplemented' ? { error: 'InternalError', description: reply.description } : reply,
    ),
  },
  {
    name: 'invalid-request-ignored',
    requirement: 'Part 4, 4.1.7',
    about: 'Does not answer a request that its schema forbids.',
    killedBy: 'OS_R_02_CS',
    interceptor: onError((_call, reply) => ('error' in reply && invalidRequest.test(reply.error) ? { silence: true } : reply)),
  },
  {
    name: 'unreadable-answered-with-empty-id',
    requirement: 'Part 4, 4.2.3',
    about: 'Answers a message whose id cannot be read with an empty id in place of "-1".',
    killedBy: 'answer-id-unreadable',
    interceptor: { frame: ({ type, messageId }, text) => [type === 'CALLERROR' && messageId === '-1' ? text.replace('"-1"', '""') : text] },
  },
  {
    name: 'null-for-absent-field',
    requirement: 'Part 4, 4.1.5',
    about: 'Sends null for an optional field that it has nothing to say in.',
    killedBy: 'request-schema',
    interceptor: requesting(['BootNotification'], (payload) => ({
      ...payload,
      chargingStation: { ...(payload.chargingStation as object), modem: null },
    })),
  },
  {
    name: 'unknown-field-sent',
    requirement: 'Part 4, 9',
    about: 'Sends a field that the schema does not know outside of customData.',
    killedBy: 'request-schema',
    interceptor: requesting(['StatusNotification'], (payload) => ({ ...payload, vendorStatus: 'fine' })),
  },
);
