import type { Party } from '../../ocpp/party.ts';
import type { FrameEntry } from '../../trace/entry.ts';
import type { Replies } from './replies.ts';

/** A request of a line, which another line can be about the answer to. */
export interface Requested {
  readonly party: Party;
  readonly action: string;
  /** The line that replies, if the scenario has one. */
  answer: Replies | undefined;
  /** The message itself, once it has been on the wire. */
  taken: FrameEntry | undefined;
}
