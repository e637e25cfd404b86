import type { FrameEntry } from '../trace/entry.ts';

/** Whether a message about a transaction is another one again, which may not have been accepted (E13.FR.02). */
export function isRepetition(before: FrameEntry, again: FrameEntry): boolean {
  const [one, other] = [before.decoded.frame, again.decoded.frame];
  if (one?.type !== 'CALL' || other?.type !== 'CALL') return false;
  return one.payload.timestamp === other.payload.timestamp && one.payload.triggerReason === other.payload.triggerReason;
}
