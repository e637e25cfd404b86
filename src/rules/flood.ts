import type { Party } from '../ocpp/party.ts';
import { SECOND } from '../time/clock.ts';
import { finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { PerConnection } from './state.ts';

/**
 * Messages that one party may send on one connection within a second. One CALL at a time over a real network means
 * tens; a device model report between two simulators on one virtual clock means some hundreds.
 */
export const MOST_PER_SECOND = 1000;

const counter = () => ({ since: Number.NEGATIVE_INFINITY, count: 0 });

/** Nobody sends more than any peer has to cope with. */
export const flood: Rule = (report) => {
  const connections = new PerConnection<Record<Party, { since: number; count: number }>>(() => ({ station: counter(), csms: counter() }));
  return {
    see(entry) {
      if (entry.kind === 'closed') connections.forget(entry);
      if (entry.kind !== 'frame' && entry.kind !== 'binary' && entry.kind !== 'ping') return;
      if (entry.kind === 'frame' && entry.deliberate) return;
      const window = connections.of(entry)[entry.from];
      if (entry.at - window.since >= SECOND) {
        window.since = entry.at;
        window.count = 0;
      }
      window.count++;
      if (window.count !== MOST_PER_SECOND + 1) return;
      const expected = `at most ${MOST_PER_SECOND} messages in a second`;
      report(finding('frame-flood', { party: entry.from, expected, actual: `${window.count} messages and counting`, entries: [entry] }));
    },
  };
};
