import type { Action } from '../ocpp/action.ts';
import type { Entry } from '../trace/entry.ts';
import type { Finding } from './finding.ts';

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
  /**
   * The only messages that it needs to see, the same in every run; every frame unless given. Most entries that are no
   * frames it sees, too.
   */
  readonly messages?: readonly Message[];
  see(entry: Entry): void;
  /** The trace has ended; `at` is OCPP time in milliseconds since the epoch. */
  end?(at: number): void;
}

/** An always-on check over any trace: pure, no I/O, no clock of its own. */
export type Rule = (report: (finding: Finding) => void, settings: RuleSettings) => RuleRun;
