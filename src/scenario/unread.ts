import type { Party } from '../ocpp/party.ts';
import { partyName } from '../ocpp/party.ts';
import type { Entry } from '../trace/entry.ts';

/** How ws begins to say that it does not hand a message over; a TCP connection that breaks is something else. */
const NOT_HANDED_OVER = /^(Max payload size exceeded|Unsupported WebSocket|Too many message)/;

/** What the party sent that could not be read and so ended a connection: what was in it nobody knows. */
export function unread(entries: readonly Entry[], party: Party): string | undefined {
  const closed = entries.find((entry) => entry.kind === 'closed' && entry.by === party && NOT_HANDED_OVER.test(entry.error ?? ''));
  return closed?.kind === 'closed'
    ? `a message of ${partyName(party)} was not read and its connection ended: ${closed.error} (messages may have up to 1 MiB)`
    : undefined;
}
