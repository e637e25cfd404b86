import { UNREADABLE_MESSAGE_ID } from '../ocpp/error-code.ts';
import { otherParty, type Party } from '../ocpp/party.ts';
import { SECOND } from '../time/clock.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import { seconds } from './quote.ts';
import type { Rule } from './rule.ts';
import { PerConnection } from './state.ts';

type Open = Record<Party, FrameEntry | undefined>;

/** Seconds after which a party may well have given up: how long it waits is its own choice. */
const SHORTEST = 10;

/**
 * A party sends the next CALL when the one before was answered or has timed out (Part 4, 4.1.1). Each party chooses
 * its timeout and starts it when it sends, hence the tolerance.
 */
export const outstanding: Rule = (report, { messageTimeout, tolerance }) => {
  const connections = new PerConnection<Open>(() => ({ station: undefined, csms: undefined }));
  const patience = Math.max(messageTimeout - tolerance, messageTimeout / 2) * SECOND;
  const shortest = Math.min(SHORTEST, messageTimeout / 2) * SECOND;

  function called(entry: FrameEntry, open: Open): void {
    const earlier = open[entry.from];
    open[entry.from] = entry;
    const waited = earlier ? entry.at - earlier.at : Number.POSITIVE_INFINITY;
    if (!earlier || waited >= patience) return;
    report(
      finding('call-concurrent', {
        party: entry.from,
        expected: 'no other CALL before the last one was answered or has timed out',
        actual: `${nameOf(entry)}, ${seconds(waited)} after ${nameOf(earlier)}, which was not answered yet`,
        entries: [entry, earlier],
        ...(waited >= shortest ? { severity: 'warning' } : {}),
      }),
    );
  }

  return {
    see(entry) {
      if (entry.kind === 'closed') connections.forget(entry);
      if (entry.kind !== 'frame') return;
      const { frame } = entry.decoded;
      if (frame?.type === 'CALL') {
        // What a scenario puts on the wire goes past the queue of its party.
        if (!entry.deliberate) called(entry, connections.of(entry));
        return;
      }
      const open = connections.of(entry);
      const call = open[otherParty(entry.from)];
      const id = frame?.messageId ?? entry.decoded.messageId;
      if (call && (id === call.decoded.messageId || id === UNREADABLE_MESSAGE_ID)) open[call.from] = undefined;
    },
  };
};

const nameOf = ({ decoded }: FrameEntry): string => (decoded.frame?.type === 'CALL' ? decoded.frame.action : 'a CALL');
