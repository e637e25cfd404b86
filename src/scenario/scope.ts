import { nearest } from './nearest.ts';

/** A name in a scenario stands for nothing; the message says what is near it. */
export class UnknownName extends Error {
  override name = 'UnknownName';
}

/** What `<name>` and `$name` stand for while a scenario runs. */
export class Scope {
  readonly #configured: ReadonlyMap<string, unknown>;
  readonly #remembered: Map<string, unknown>;
  readonly now: () => number;

  /** @param now OCPP time in milliseconds since the epoch */
  constructor(configured: ReadonlyMap<string, unknown>, now: () => number, remembered?: ReadonlyMap<string, unknown>) {
    this.#configured = configured;
    this.#remembered = new Map(remembered);
    this.now = now;
  }

  /** A scope that knows the same and forgets what it learns, unless it is adopted. */
  draft(): Scope {
    return new Scope(this.#configured, this.now, this.#remembered);
  }

  adopt(draft: Scope): void {
    for (const [name, value] of draft.#remembered) this.#remembered.set(name, value);
  }

  configured(name: string): unknown {
    const value = this.#remembered.get(`<${name}>`) ?? this.#configured.get(name);
    if (value === undefined) throw new UnknownName(`<${name}> is not configured${nearest(name, [...this.#configured.keys()])}`);
    return value;
  }

  /** Gives a configured name another value for the rest of the scenario. */
  override(name: string, value: unknown): void {
    this.#remembered.set(`<${name}>`, value);
  }

  overridden(name: string): boolean {
    return this.#remembered.has(`<${name}>`);
  }

  remember(name: string, value: unknown): void {
    this.#remembered.set(name, value);
  }

  remembers(name: string): boolean {
    return this.#remembered.has(name);
  }

  remembered(name: string): unknown {
    if (!this.#remembered.has(name)) throw new UnknownName(`$${name} is not known yet: no earlier cell says "-> ${name}"`);
    return this.#remembered.get(name);
  }
}
