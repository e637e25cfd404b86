import { SECOND } from '../time/clock.ts';
import type { Entry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import { handshakeIn, isJudged, isWitnessed } from './handshake.ts';
import { quote, seconds } from './quote.ts';
import type { Rule } from './rule.ts';
import { PerConnection } from './state.ts';

const VERSION = 'ocpp2.0.1';

/** The OCPP version is agreed on as WebSocket subprotocol (Part 4, 3.1.2 and 3.2). */
export const subprotocol: Rule = (report, { tolerance }) => {
  /** Connections without a subprotocol, which the CSMS has to close. */
  const undecided = new PerConnection<{ since?: Entry }>(() => ({}));

  function opened(entry: Entry): void {
    const upgrade = handshakeIn(entry);
    if (!upgrade || !isWitnessed(entry)) return;
    const { offered, selected } = upgrade;
    const actual = offered.length > 0 ? offered.join(', ').slice(0, 200) : 'no subprotocol';
    if (!offered.includes(VERSION) && isJudged(entry, 'station')) {
      const severity = offered.length === 0 ? 'violation' : 'warning';
      report(finding('subprotocol-not-offered', { party: 'station', expected: VERSION, actual, entries: [entry], severity }));
    }
    if (!isJudged(entry, 'csms')) return;
    if (selected === undefined) {
      if (entry.kind === 'connected') undecided.of(entry).since = entry;
    } else if (!offered.includes(selected)) {
      const expected = `one of those offered: ${actual}`;
      report(finding('subprotocol-not-among-offered', { party: 'csms', expected, actual: quote(selected), entries: [entry] }));
    }
  }

  function keptOpen(since: Entry, proof: Entry, actual: string): void {
    undecided.forget(since);
    report(
      finding('subprotocol-none-kept-open', {
        party: 'csms',
        expected: 'the connection closed at once, as the CSMS selected no subprotocol',
        actual,
        entries: [proof, since],
      }),
    );
  }

  return {
    see(entry) {
      if (entry.kind === 'connected' || entry.kind === 'refused') return opened(entry);
      const since = undecided.known(entry)?.since;
      if (!since) return;
      if (entry.at - since.at > tolerance * SECOND) keptOpen(since, entry, `still open after ${seconds(entry.at - since.at)}`);
      else if (entry.kind === 'frame' && entry.from === 'csms' && !entry.deliberate) keptOpen(since, entry, `the CSMS sends ${entry.text}`);
      if (entry.kind === 'closed') undecided.forget(entry);
    },
    end(at) {
      for (const { since } of [...undecided.all()]) {
        if (since && at - since.at > tolerance * SECOND) keptOpen(since, since, `still open after ${seconds(at - since.at)}`);
      }
    },
  };
};
