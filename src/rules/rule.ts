import type { Action } from '../ocpp/action.ts';
import type { Entry } from '../trace/entry.ts';
import type { Finding } from './finding.ts';
import { actionOf } from './violations.ts';

/** What a rule needs to know that no trace can tell. */
export interface RuleSettings {
  /** Seconds within which a CALL has to be answered. */
  messageTimeout: number;
  /** Seconds by which clocks and schedules may be off. */
  tolerance: number;
}

/** `TransactionEventRequest`; `TransactionEventResponse`, for which a CALLERROR may stand; or `TransactionEvent` for both. */
type Message = Action | `${Action}${'Request' | 'Response'}`;

/** One reading of a trace by a rule. Entries come in order; findings go out as soon as they are certain. */
export interface RuleRun {
  /** The only messages that it needs to see; every frame unless given. Entries that are no frames it sees in any case. */
  readonly messages?: readonly Message[];
  see(entry: Entry): void;
  /** The trace has ended; `at` is OCPP time in milliseconds since the epoch. */
  end?(at: number): void;
}

/** An always-on check over any trace: pure, no I/O, no clock of its own. */
export type Rule = (report: (finding: Finding) => void, settings: RuleSettings) => RuleRun;

/** Between one `connected` and the next, findings with the same code against the same party are cut off after this many. */
const MOST_ALIKE = 100;

/**
 * Reads entries with many rules at once. Connections that agreed on another version than OCPP 2.0.1 show their
 * handshakes only: nothing is known here about what their frames should look like.
 */
export function runRules(
  rules: readonly Rule[],
  settings: RuleSettings,
  report: (finding: Finding) => void,
): Required<Omit<RuleRun, 'messages'>> {
  const counts = new Map<string, number>();
  const foreign = new Set<number>();
  const sparingly = (finding: Finding) => {
    const kind = `${finding.party} ${finding.code}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count <= MOST_ALIKE) report(finding);
  };
  const runs = rules.map((rule) => rule(sparingly, settings));
  const all = runs.map(({ see }) => see);
  const concerned = { Request: new Map<Action | undefined, RuleRun['see'][]>(), Response: new Map<Action | undefined, RuleRun['see'][]>() };
  function concernedBy(entry: Entry): readonly RuleRun['see'][] {
    if (entry.kind !== 'frame') return all;
    const action = actionOf(entry);
    const kind = entry.decoded.frame?.type === 'CALL' ? 'Request' : 'Response';
    const known = concerned[kind].get(action);
    if (known) return known;
    const found = runs.filter(
      ({ messages }) => !messages || (action && (messages.includes(action) || messages.includes(`${action}${kind}`))),
    );
    const seeing = found.map(({ see }) => see);
    concerned[kind].set(action, seeing);
    return seeing;
  }
  return {
    see: (entry) => {
      if (entry.kind === 'connected') {
        counts.clear();
        const { selected } = entry.upgrade;
        if (selected !== undefined && selected !== 'ocpp2.0.1' && entry.upgrade.offered.includes(selected)) foreign.add(entry.connection);
      } else if (foreign.size > 0 && foreign.has(entry.connection)) {
        if (entry.kind === 'closed') foreign.delete(entry.connection);
        else return;
      }
      for (const see of concernedBy(entry)) see(entry);
    },
    end: (at) => {
      for (const run of runs) run.end?.(at);
    },
  };
}
