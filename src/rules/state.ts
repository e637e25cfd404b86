import type { UpgradeFacts } from '../ocpp/handshake.ts';
import type { Entry } from '../trace/entry.ts';

/** Peers may open connections without end: rules forget the oldest beyond this many. */
const MOST_KEPT = 10_000;

function keep<K, V>(map: Map<K, V>, key: K, value: V): V {
  if (map.size >= MOST_KEPT) map.delete(map.keys().next().value as K);
  map.set(key, value);
  return value;
}

/** What a rule remembers of each connection. */
export class PerConnection<S> {
  readonly #states = new Map<number, S>();
  readonly #make: () => S;
  /** What was asked for last, since one entry after the other is about the same connection. */
  #latest: { connection: number; state: S } | undefined;

  constructor(make: () => S) {
    this.#make = make;
  }

  of({ connection }: { connection: number }): S {
    if (this.#latest?.connection === connection) return this.#latest.state;
    const state = this.#states.get(connection) ?? keep(this.#states, connection, this.#make());
    this.#latest = { connection, state };
    return state;
  }

  /** The state of that connection, if there is one already. */
  known({ connection }: { connection: number }): S | undefined {
    return this.#states.get(connection);
  }

  forget({ connection }: { connection: number }): void {
    this.#states.delete(connection);
    this.#latest = undefined;
  }

  all(): Iterable<S> {
    return this.#states.values();
  }
}

/** What a rule remembers of each charging station, over all of its connections. */
export class PerStation<S> {
  readonly #states = new Map<string, S>();
  readonly #names = new Map<number, string>();
  readonly #make: () => S;
  /** What was asked for last, since one entry after the other is about the same connection. */
  #latest: { connection: number; state: S } | undefined;

  constructor(make: () => S) {
    this.#make = make;
  }

  /** Has to see every `connected` and every `closed` entry. */
  of(entry: Entry): S {
    const { connection, kind } = entry;
    const concludes = kind === 'connected' || kind === 'closed';
    if (!concludes && this.#latest?.connection === connection) return this.#latest.state;
    const name =
      entry.kind === 'connected'
        ? keep(this.#names, connection, nameOf(entry.upgrade))
        : (this.#names.get(connection) ?? `connection ${connection}`);
    if (entry.kind === 'closed') this.#names.delete(connection);
    const state = this.#states.get(name) ?? keep(this.#states, name, this.#make());
    this.#latest = concludes ? undefined : { connection, state };
    return state;
  }

  all(): Iterable<S> {
    return this.#states.values();
  }
}

const nameOf = ({ identity, path }: UpgradeFacts): string => identity ?? path;

/** Whether a closing handshake ended the connection, so that both parties were there until then. */
export const orderly = (entry: Entry): boolean => entry.kind === 'closed' && entry.code !== 1006 && entry.error === undefined;

/** Adds to a map that must not grow beyond `most`, at the expense of its oldest member. */
export function remember<K, V>(map: Map<K, V>, key: K, value: V, most: number): void {
  if (map.size >= most && !map.has(key)) map.delete(map.keys().next().value as K);
  map.set(key, value);
}

/**
 * A map that forgets: it holds at least the latest `most` members and at most twice as many. Unlike a Map from which the
 * oldest is deleted each time, it costs the same however much passes through it.
 */
export class RecentMap<K, V> {
  readonly #most: number;
  #recent = new Map<K, V>();
  #former = new Map<K, V>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: K): V | undefined {
    return this.#recent.get(key) ?? this.#former.get(key);
  }

  set(key: K, value: V): void {
    if (this.#recent.size >= this.#most) {
      this.#former = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(key, value);
  }
}
