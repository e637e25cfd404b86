import { randomUUID } from 'node:crypto';
import { isAction } from '../../ocpp/action.ts';
import type { Frame } from '../../ocpp/frame.ts';
import type { Reply } from '../../wire/rpc.ts';
import type { FaultDescription } from './fault.ts';

const GET_VARIABLES = [{ component: { name: 'OCPPCommCtrlr' }, variable: { name: 'OfflineThreshold' } }];

/** Replaces the code of a CALLERROR. */
const withCode = (reply: Reply, error: 'GenericError' | 'InternalError'): Reply => ('error' in reply ? { ...reply, error } : reply);

/** Faults of the RPC layer, whatever the messages are about. */
export const RPC_FAULTS = {
  'answers-twice': {
    requirement: 'Part 4, 4.1.4',
    about: 'Sends every CALLRESULT a second time.',
    killedBy: 'answer-duplicate',
    interceptor: () => ({ frame: ({ type }: Frame, text: string) => (type === 'CALLRESULT' ? [text, text] : [text]) }),
  },
  'answers-with-another-id': {
    requirement: 'Part 4, 4.1.4',
    about: 'Answers a Heartbeat with a message id of its own.',
    killedBy: 'answer-unexpected',
    interceptor: () => {
      const heartbeats = new Set<string>();
      return {
        reply: ({ action, messageId }, reply) => {
          if (action === 'Heartbeat') heartbeats.add(messageId);
          return reply;
        },
        frame: (frame, text) =>
          heartbeats.delete(frame.messageId) ? [text.replace(JSON.stringify(frame.messageId), JSON.stringify(randomUUID()))] : [text],
      };
    },
  },
  'message-id-reused': {
    requirement: 'Part 4, 4.1.4',
    about: 'Gives all its CALLs the same message id.',
    killedBy: 'message-id-reused',
    messageId: () => 'csms-1',
  },
  'message-id-too-long': {
    requirement: 'Part 4, 4.1.4',
    about: 'Gives its CALLs message ids of more than 36 characters.',
    killedBy: 'frame-message-id-length',
    messageId: () => `csms-${randomUUID()}`,
  },
  'second-call-while-open': {
    requirement: 'Part 4, 4.1.1',
    about: 'Sends another CALL right after each CALL, before the answer to the first one.',
    killedBy: 'call-concurrent',
    interceptor: () => ({
      frame: ({ type }: Frame, text: string) =>
        type === 'CALL' ? [text, JSON.stringify([2, randomUUID(), 'GetVariables', { getVariableData: GET_VARIABLES }])] : [text],
    }),
  },
  'wrong-error-code-for-unknown-action': {
    requirement: 'Part 4, 4.3',
    about: 'Refuses actions that it does not know with GenericError in place of NotImplemented.',
    killedBy: 'error-code-mismatch',
    interceptor: () => ({ reply: ({ action }, reply) => (isAction(action) ? reply : withCode(reply, 'GenericError')) }),
  },
  'wrong-error-code-for-invalid-payload': {
    requirement: 'Part 4, 4.3',
    about: 'Refuses payloads that are not as their schema asks with InternalError.',
    killedBy: 'OS_R_02_CSMS',
    interceptor: () => ({
      reply: ({ action }, reply) =>
        isAction(action) && 'error' in reply && reply.error.endsWith('Violation') ? withCode(reply, 'InternalError') : reply,
    }),
  },
  'error-without-details': {
    requirement: 'Part 4, 4.2.3',
    about: 'Leaves the last element out of its CALLERRORs.',
    killedBy: 'frame-elements',
    interceptor: () => ({
      frame: (frame, text) =>
        frame.type === 'CALLERROR' ? [JSON.stringify([4, frame.messageId, frame.errorCode, frame.errorDescription])] : [text],
    }),
  },
  'unreadable-answered-with-own-id': {
    requirement: 'Part 4, 4.2.3',
    about: 'Answers a message whose id cannot be read with an id of its own in place of "-1".',
    killedBy: 'answer-id-unreadable',
    interceptor: () => ({
      frame: ({ type, messageId }: Frame, text: string) => [
        type === 'CALLERROR' && messageId === '-1' ? text.replace('"-1"', JSON.stringify(randomUUID())) : text,
      ],
    }),
  },
  'null-for-absent-fields': {
    requirement: 'Part 4, 4.1.5',
    about: 'Writes null into fields that should not be there.',
    killedBy: 'response-schema',
    interceptor: () => ({
      frame: (frame, text) =>
        frame.type === 'CALLRESULT' ? [JSON.stringify([3, frame.messageId, { ...frame.payload, customData: null }])] : [text],
    }),
  },
} as const satisfies Record<string, FaultDescription>;
