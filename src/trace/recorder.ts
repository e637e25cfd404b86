import type { UpgradeFacts } from '../ocpp/handshake.ts';
import { otherParty, type Party } from '../ocpp/party.ts';
import type { Link } from '../wire/link.ts';
import type { Trace } from './trace.ts';

/** Records what happens on a connection, seen from the end of the party that ocppspec plays. */
export function recordLink(trace: Trace, link: Link, connection: number, played: Party, endpoint?: 'first' | 'second'): void {
  const peer = otherParty(played);
  const upgrade: UpgradeFacts = { ...link.upgrade };
  trace.append({ kind: 'connected', connection, upgrade, seenBy: played, ...(endpoint ? { endpoint } : {}) });
  link.listen({
    text: (text) => trace.append({ kind: 'frame', connection, from: peer, text }),
    sent: (text) => trace.append({ kind: 'frame', connection, from: played, text }),
    binary: (bytes) => trace.append({ kind: 'binary', connection, from: peer, bytes }),
    ping: () => trace.append({ kind: 'ping', connection, from: peer }),
    pong: () => trace.append({ kind: 'pong', connection, from: peer }),
    closed: ({ by, code, reason, error }) =>
      trace.append({ kind: 'closed', connection, by: by === 'us' ? played : peer, code, reason, ...(error ? { error } : {}) }),
  });
}
