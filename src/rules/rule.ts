import type { Entry } from '../trace/entry.ts';
import type { Finding } from './finding.ts';

/** What a rule needs to know that no trace can tell. */
export interface RuleSettings {
  /** Seconds within which a CALL has to be answered. */
  messageTimeout: number;
  /** Seconds by which clocks and schedules may be off. */
  tolerance: number;
}

/** One reading of a trace by a rule. Entries come in order; findings go out as soon as they are certain. */
export interface RuleRun {
  see(entry: Entry): void;
  /** The trace has ended; `at` is OCPP time in milliseconds since the epoch. */
  end?(at: number): void;
}

/** An always-on check over any trace: pure, no I/O, no clock of its own. */
export type Rule = (report: (finding: Finding) => void, settings: RuleSettings) => RuleRun;

/** Reads entries with many rules at once. */
export function runRules(rules: readonly Rule[], settings: RuleSettings, report: (finding: Finding) => void): Required<RuleRun> {
  const runs = rules.map((rule) => rule(report, settings));
  return {
    see: (entry) => {
      for (const run of runs) run.see(entry);
    },
    end: (at) => {
      for (const run of runs) run.end?.(at);
    },
  };
}
