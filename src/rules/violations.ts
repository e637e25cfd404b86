import { type Action, mayRequest, type RequestOf, type ResponseOf } from '../ocpp/action.ts';
import { frameViolations, type Violation } from '../ocpp/validate.ts';
import type { Entry, FrameEntry } from '../trace/entry.ts';

const NONE: readonly Violation[] = [];

/** What the official schema finds wrong with the payload of a frame; nothing where none applies, as in answers to no CALL. */
export function violationsOf(entry: FrameEntry): readonly Violation[] {
  const { action, decoded } = entry;
  return action ? frameViolations(decoded, action) : NONE;
}

/** The CALL that a frame answers, if it was sent on the same connection. */
export const callOf = ({ answers, connection }: FrameEntry): FrameEntry | undefined =>
  answers?.connection === connection ? answers : undefined;

/** Whether a CALL is as OCPP wants it: a known action, in the right direction, with a valid payload. */
export function isProper(entry: FrameEntry): boolean {
  const { action, decoded } = entry;
  const { frame, faults } = decoded;
  return (
    frame?.type === 'CALL' &&
    faults.length === 0 &&
    action !== undefined &&
    mayRequest(entry.from, action) &&
    violationsOf(entry).length === 0
  );
}

/** The payload of a valid request of that action. */
export function requestIn<A extends Action>(entry: Entry, action: A): RequestOf<A> | undefined {
  if (entry.kind !== 'frame' || entry.action !== action) return undefined;
  const { frame } = entry.decoded;
  if (frame?.type !== 'CALL' || violationsOf(entry).length > 0) return undefined;
  return frame.payload as unknown as RequestOf<A>;
}

/** The payload of a valid response to a request of that action. */
export function responseIn<A extends Action>(entry: Entry, action: A): ResponseOf<A> | undefined {
  if (entry.kind !== 'frame' || entry.action !== action) return undefined;
  const { frame } = entry.decoded;
  if (frame?.type !== 'CALLRESULT' || violationsOf(entry).length > 0) return undefined;
  return frame.payload as unknown as ResponseOf<A>;
}
