import { otherParty, type Party } from '../ocpp/party.ts';
import { SECOND } from '../time/clock.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import { seconds } from './quote.ts';
import type { Rule } from './rule.ts';
import { orderly, PerConnection } from './state.ts';
import { isProper } from './violations.ts';

interface Connection {
  /** Unanswered CALLs by their sender and id. */
  open: Record<Party, Map<string, FrameEntry>>;
  /** When something last came from a party. */
  heard: Record<Party, number>;
  /** CALLs past their time to a party that has not been heard of since: it may have lost power. */
  overdue: Set<FrameEntry>;
}

const MOST_OPEN = 64;

/**
 * A proper CALL is answered in time (Part 2, FR.02 and FR.03). Improper ones may be dropped (Part 4, 4.2.3). It is
 * certain only where the party was there: it sent something later, or it took part in closing the connection.
 */
export const answerMissing: Rule = (report, { messageTimeout }) => {
  const timeout = messageTimeout * SECOND;
  const connections = new PerConnection<Connection>(() => ({
    open: { station: new Map(), csms: new Map() },
    heard: { station: Number.NEGATIVE_INFINITY, csms: Number.NEGATIVE_INFINITY },
    overdue: new Set(),
  }));
  /** Unanswered CALLs of all connections, the oldest first. */
  const waiting = new Set<FrameEntry>();
  let earliest = Number.POSITIVE_INFINITY;

  function accuse(call: FrameEntry, now: number): void {
    if (call.unanswered) return;
    const action = call.decoded.frame?.type === 'CALL' ? call.decoded.frame.action : 'CALL';
    report(
      finding('answer-missing', {
        party: otherParty(call.from),
        expected: `an answer to ${action} within ${messageTimeout} s`,
        actual: `none in ${seconds(now - call.at)}`,
        entries: [call],
      }),
    );
  }

  function expire(now: number): void {
    for (const call of waiting) {
      earliest = call.at + timeout;
      if (now <= earliest) return;
      waiting.delete(call);
      const connection = connections.of(call);
      if (connection.heard[otherParty(call.from)] > call.at) accuse(call, now);
      else connection.overdue.add(call);
    }
    earliest = Number.POSITIVE_INFINITY;
  }

  function settle(connection: Connection, now: number, party?: Party): void {
    for (const call of connection.overdue) {
      if (party === call.from) continue;
      connection.overdue.delete(call);
      accuse(call, now);
    }
  }

  function track(entry: FrameEntry, connection: Connection): void {
    const { messageId, messageType } = entry.decoded;
    if (messageId === undefined) return;
    if (messageType === 2) {
      const open = connection.open[entry.from];
      if (entry.deliberate || open.size >= MOST_OPEN || !isProper(entry)) return;
      const earlier = open.get(messageId);
      if (earlier) waiting.delete(earlier);
      open.set(messageId, entry);
      waiting.add(entry);
      if (earliest === Number.POSITIVE_INFINITY) earliest = entry.at + timeout;
      return;
    }
    const open = connection.open[otherParty(entry.from)];
    const call = open.get(messageId);
    if (!call) return;
    open.delete(messageId);
    waiting.delete(call);
  }

  return {
    see(entry) {
      if (entry.at > earliest) expire(entry.at);
      if (entry.kind === 'frame' || entry.kind === 'binary' || entry.kind === 'ping' || entry.kind === 'pong') {
        const connection = connections.of(entry);
        if (connection.overdue.size > 0) settle(connection, entry.at, entry.from);
        connection.heard[entry.from] = entry.at;
        if (entry.kind === 'frame') track(entry, connection);
      } else if (entry.kind === 'closed') {
        const connection = connections.known(entry);
        if (connection && orderly(entry)) settle(connection, entry.at);
        for (const open of Object.values(connection?.open ?? {})) for (const call of open.values()) waiting.delete(call);
        connections.forget(entry);
      }
    },
    end(at) {
      expire(at);
      for (const connection of connections.all()) settle(connection, at);
    },
  };
};
