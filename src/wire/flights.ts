import type { Socket } from 'node:net';
import type { Clock } from '../time/clock.ts';

/** Names a TCP connection the same at both of its ends. */
export const pairOf = (socket: Socket): string => [socket.localPort, socket.remotePort].sort().join('-');

type Release = () => void;
interface Pair {
  ends: number;
  /** Releases of frames on their way, by the end that sent them. */
  flying: Map<unknown, Release[]>;
  closing?: Release;
}

const registries = new WeakMap<Clock, Map<string, Pair>>();

/**
 * Keeps a virtual clock still while frames travel between two ends of a connection that share it. An end whose other
 * end lives elsewhere never registers a pair of two, so nothing is held for it.
 */
export class FlightEnd {
  readonly #pairs: Map<string, Pair>;
  readonly #key: string;
  readonly #pair: Pair;
  readonly #clock: Clock;

  constructor(clock: Clock, key: string) {
    this.#clock = clock;
    this.#key = key;
    this.#pairs = registries.get(clock) ?? new Map();
    registries.set(clock, this.#pairs);
    this.#pair = this.#pairs.get(key) ?? { ends: 0, flying: new Map() };
    this.#pairs.set(key, this.#pair);
    this.#pair.ends++;
    this.#pair.flying.set(this, []);
  }

  sent(): void {
    if (this.#pair.ends === 2) this.#pair.flying.get(this)?.push(this.#clock.hold());
  }

  received(): void {
    for (const [end, releases] of this.#pair.flying) if (end !== this) releases.shift()?.();
  }

  /** This end has begun to close the connection. */
  closing(): void {
    this.#pair.closing ??= this.#clock.hold();
  }

  closed(): void {
    this.#pair.ends--;
    for (const [end, releases] of this.#pair.flying) if (end !== this) for (const release of releases.splice(0)) release();
    if (this.#pair.ends > 0) return this.closing();
    this.#pair.closing?.();
    this.#pairs.delete(this.#key);
  }
}

const attempts = new WeakMap<Clock, Map<string, Release>>();

/** Notes what holds the clock while a connection attempt waits for its answer. */
export function attempting(clock: Clock, key: string, release: Release): void {
  const known = attempts.get(clock) ?? new Map<string, Release>();
  attempts.set(clock, known.set(key, release));
}

/** Lets time pass for an attempt that will never be answered. */
export function neverAnswered(clock: Clock, key: string): void {
  attempts.get(clock)?.get(key)?.();
}
