import type { Entry } from '../trace/entry.ts';
import type { RuleRun } from './rule.ts';

/** Tells which rules have to see an entry. */
export class Concerns {
  readonly #wanted: readonly RuleRun['messages'][];
  readonly #all: readonly number[];
  readonly #requests = new Map<string, readonly number[]>();
  readonly #responses = new Map<string, readonly number[]>();

  /** @param wanted the messages that each rule needs to see; every frame if undefined */
  constructor(wanted: readonly RuleRun['messages'][]) {
    this.#wanted = wanted;
    this.#all = wanted.map((_, rule) => rule);
  }

  /** The places of the rules that the entry concerns. */
  of(entry: Entry): readonly number[] {
    if (entry.kind !== 'frame') return this.#all;
    const { action = '', decoded } = entry;
    const isCall = decoded.frame?.type === 'CALL';
    const known = isCall ? this.#requests : this.#responses;
    const concerned = known.get(action) ?? this.#find(action, `${action}${isCall ? 'Request' : 'Response'}`);
    known.set(action, concerned);
    return concerned;
  }

  #find(action: string, message: string): readonly number[] {
    return this.#all.filter((rule) => this.#wanted[rule]?.some((one) => one === action || one === message) ?? true);
  }
}
