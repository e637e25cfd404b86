import type { Entry } from '../trace/entry.ts';
import type { RuleRun } from './rule.ts';

/** Tells which rules have to see an entry. */
export class Concerns {
  readonly #runs: readonly RuleRun[];
  readonly #all: readonly boolean[];
  readonly #requests = new Map<string, readonly boolean[]>();
  readonly #responses = new Map<string, readonly boolean[]>();

  constructor(runs: readonly RuleRun[]) {
    this.#runs = runs;
    this.#all = runs.map(() => true);
  }

  /** For each rule whether the entry concerns it. */
  of(entry: Entry): readonly boolean[] {
    if (entry.kind !== 'frame') return this.#all;
    const { action = '', decoded } = entry;
    const isCall = decoded.frame?.type === 'CALL';
    const known = isCall ? this.#requests : this.#responses;
    const concerned = known.get(action) ?? this.#find(action, `${action}${isCall ? 'Request' : 'Response'}`);
    known.set(action, concerned);
    return concerned;
  }

  #find(action: string, message: string): readonly boolean[] {
    return this.#runs.map(({ messages }) => !messages || messages.some((one) => one === action || one === message));
  }
}
