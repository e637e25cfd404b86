import type { Entry } from '../trace/entry.ts';
import type { RuleRun } from './rule.ts';

/** Tells which rules have to see an entry. */
export class Concerns {
  readonly #wanted: readonly RuleRun['messages'][];
  readonly #all: readonly boolean[];
  readonly #requests = new Map<string, readonly boolean[]>();
  readonly #responses = new Map<string, readonly boolean[]>();

  /** @param wanted the messages that each rule needs to see; every frame if undefined */
  constructor(wanted: readonly RuleRun['messages'][]) {
    this.#wanted = wanted;
    this.#all = wanted.map(() => true);
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
    return this.#wanted.map((messages) => !messages || messages.some((one) => one === action || one === message));
  }
}
