import type { Entry } from '../trace/entry.ts';
import { Concerns } from './concerns.ts';
import type { Finding } from './finding.ts';
import type { Rule, RuleRun, RuleSettings } from './rule.ts';

/**
 * So many entries are read at a time, by one rule after the other: that takes a rule about a third of the time that it needs
 * when all others, and the network, have their turn between one entry and the next.
 */
const AT_ONCE = 256;

/** Between one `connected` and the next, findings with the same code against the same party are cut off after this many. */
const MOST_ALIKE = 100;

/** The same in every run with the same rules. */
const concernsOf = new WeakMap<readonly Rule[], Concerns>();

/**
 * Reads entries with many rules at once. Connections that agreed on another version than OCPP 2.0.1 show their
 * handshakes only: nothing is known here about what their frames should look like. Findings come in the order of the
 * entries in which they were found, but late, the last of them at the end.
 */
export function runRules(
  rules: readonly Rule[],
  settings: RuleSettings,
  report: (finding: Finding) => void,
): Required<Omit<RuleRun, 'messages'>> {
  const counts = new Map<string, number>();
  const foreign = new Set<number>();
  /** What was found, by the position of the entry that is being read. */
  let found: { position: number; finding: Finding }[] = [];
  let position = 0;
  const runs = rules.map((rule) => rule((finding) => found.push({ position, finding }), settings));
  const concerns = concernsOf.get(rules) ?? new Concerns(runs.map(({ messages }) => messages));
  concernsOf.set(rules, concerns);
  let unread: Entry[] = [];

  function tell(): void {
    for (const { finding } of found.sort((one, other) => one.position - other.position)) {
      const kind = `${finding.party} ${finding.code}`;
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      if (count <= MOST_ALIKE) report(finding);
    }
    found = [];
  }

  function read(): void {
    const entries = unread;
    unread = [];
    if (entries[0]?.kind === 'connected') counts.clear();
    const concerned: number[][] = runs.map(() => []);
    for (let at = 0; at < entries.length; at++) for (const rule of concerns.of(entries[at] as Entry)) concerned[rule]?.push(at);
    for (let rule = 0; rule < runs.length; rule++) show(entries, concerned[rule] as number[], runs[rule] as RuleRun);
    tell();
  }

  /** Lets one rule see those of the entries that concern it. */
  function show(entries: readonly Entry[], concerned: readonly number[], { see }: RuleRun): void {
    for (const at of concerned) {
      position = at;
      see(entries[at] as Entry);
    }
  }

  return {
    see: (entry) => {
      // What a scenario says, and what a driver prints, is no doing of either party.
      if (entry.kind === 'step' || entry.kind === 'driver') return;
      if (entry.kind === 'connected') {
        read();
        if (isForeign(entry)) foreign.add(entry.connection);
      } else if (foreign.size > 0 && foreign.has(entry.connection)) {
        if (entry.kind === 'closed') foreign.delete(entry.connection);
        else return;
      }
      unread.push(entry);
      if (unread.length === AT_ONCE) read();
    },
    end: (at) => {
      read();
      for (const run of runs) run.end?.(at);
      tell();
    },
  };
}

const isForeign = ({ upgrade: { selected, offered } }: Entry & { kind: 'connected' }): boolean =>
  selected !== undefined && selected !== 'ocpp2.0.1' && offered.includes(selected);
