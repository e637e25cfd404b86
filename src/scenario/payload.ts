import type { Payload } from '../ocpp/frame.ts';
import type { FrameEntry } from '../trace/entry.ts';

/** The payload of a request or response; of anything else, an empty one. */
export function payloadOf({ decoded }: FrameEntry): Payload {
  return decoded.frame && decoded.frame.type !== 'CALLERROR' ? decoded.frame.payload : {};
}
