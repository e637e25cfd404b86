import { randomUUID } from 'node:crypto';
import type { Tampering, Wire } from './peer.ts';

type Frame = readonly unknown[];
type Payload = Record<string, unknown>;

const isCall = (frame: Frame, action: string): boolean => frame[0] === 2 && frame[2] === action;

/** Sends something besides every CALL of an action, or besides every CALLRESULT. */
export const besides = (action: string | 'CALLRESULT', more: () => Wire): Tampering => ({
  outgoing: (frame, text) => ((action === 'CALLRESULT' ? frame[0] === 3 : isCall(frame, action)) ? [text, ...more()] : [text]),
});

/** Changes the payload of every CALL of an action. */
export const changed = (action: string, change: (payload: Payload) => Payload): Tampering => ({
  outgoing: (frame, text) => [isCall(frame, action) ? JSON.stringify([...frame.slice(0, 3), change(frame[3] as Payload)]) : text],
});

export const without =
  (field: string) =>
  ({ [field]: _, ...rest }: Payload): Payload =>
    rest;

/** Gives its CALLs other ids than its own books have. */
export function withIds(idFor: (id: string) => string): Tampering {
  let last = '';
  return {
    outgoing: (frame, text) => {
      if (frame[0] !== 2) return [text];
      last = String(frame[1]);
      return [JSON.stringify([2, idFor(last), ...frame.slice(2)])];
    },
    incoming: (frame) => (frame[0] !== 2 && frame[1] === idFor(last) ? [frame[0], last, ...frame.slice(2)] : frame),
  };
}

/** Answers with another error code than ocpp-rpc means. */
export const withErrorCode = (code: string): Tampering => ({
  outgoing: (frame, text) => [frame[0] === 4 ? JSON.stringify([4, frame[1], code, ...frame.slice(3)]) : text],
});

/** Leaves CALLs of an action without an answer. */
export function silentAbout(action: string): Tampering {
  const ignored = new Set<unknown>();
  return {
    incoming: (frame) => {
      if (isCall(frame, action)) ignored.add(frame[1]);
      return frame;
    },
    outgoing: (frame, text) => (frame[0] !== 2 && ignored.has(frame[1]) ? [] : [text]),
  };
}

/** A CALL that is valid, whatever else is wrong with it. */
export const call = (action: string, payload: Payload): string => JSON.stringify([2, randomUUID(), action, payload]);
