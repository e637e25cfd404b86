import type { UpgradeFacts } from '../ocpp/handshake.ts';
import { otherParty, type Party } from '../ocpp/party.ts';
import type { Link } from '../wire/link.ts';
import type { EntryBody } from './entry.ts';

/** Records what happens on a connection, seen from the end of the party that ocppspec plays. */
export function recordLink(
  record: (entry: EntryBody) => void,
  link: Link,
  connection: number,
  played: Party,
  endpoint?: 'first' | 'second',
): void {
  const peer = otherParty(played);
  const upgrade: UpgradeFacts = { ...link.upgrade };
  record({ kind: 'connected', connection, upgrade, seenBy: played, ...(endpoint ? { endpoint } : {}) });
  link.listen({
    text: (text, decoded) => record({ kind: 'frame', connection, from: peer, text, decoded }),
    sent: (text) => record({ kind: 'frame', connection, from: played, text }),
    binary: (bytes) => record({ kind: 'binary', connection, from: peer, bytes }),
    ping: () => record({ kind: 'ping', connection, from: peer }),
    pong: () => record({ kind: 'pong', connection, from: peer }),
    closed: ({ by, code, reason, error }) =>
      record({ kind: 'closed', connection, by: by === 'us' ? played : peer, code, reason, ...(error ? { error } : {}) }),
  });
}
