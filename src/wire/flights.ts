import type { Socket } from 'node:net';
import type { Clock } from '../time/clock.ts';

/** To ask a socket for its ports is to ask the operating system each time. */
const pairs = new WeakMap<Socket, string>();

/** Names a TCP connection the same at both of its ends. */
export function pairOf(socket: Socket): string {
  const known = pairs.get(socket);
  if (known !== undefined) return known;
  const { localPort = 0, remotePort = 0 } = socket;
  const pair = localPort < remotePort ? `${localPort}-${remotePort}` : `${remotePort}-${localPort}`;
  if (localPort > 0 && remotePort > 0) pairs.set(socket, pair);
  return pair;
}

type Release = () => void;
interface Pair {
  ends: FlightEnd[];
  /** How many of them are still open. */
  open: number;
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
  /** Releases of the frames that this end has sent and the other has not received. */
  readonly #flying: Release[] = [];

  constructor(clock: Clock, key: string) {
    this.#clock = clock;
    this.#key = key;
    this.#pairs = registries.get(clock) ?? new Map();
    registries.set(clock, this.#pairs);
    this.#pair = this.#pairs.get(key) ?? { ends: [], open: 0 };
    this.#pairs.set(key, this.#pair);
    this.#pair.open++;
    this.#pair.ends.push(this);
  }

  sent(): void {
    if (this.#pair.open === 2) this.#flying.push(this.#clock.hold());
  }

  received(): void {
    for (const end of this.#pair.ends) if (end !== this) end.#flying.shift()?.();
  }

  /** This end has begun to close the connection. */
  closing(): void {
    this.#pair.closing ??= this.#clock.hold();
  }

  closed(): void {
    this.#pair.open--;
    for (const end of this.#pair.ends) if (end !== this) for (const release of end.#flying.splice(0)) release();
    if (this.#pair.open > 0) return this.closing();
    this.#pair.closing?.();
    this.#pairs.delete(this.#key);
  }
}

const attempts = new WeakMap<Clock, Map<string, Release>>();

/** Notes what holds the clock while a connection attempt waits for its answer. @returns what forgets it */
export function attempting(clock: Clock, key: string, release: Release): () => void {
  const known = attempts.get(clock) ?? new Map<string, Release>();
  attempts.set(clock, known.set(key, release));
  return () => known.delete(key);
}

/** Lets time pass for an attempt that will never be answered. */
export function neverAnswered(clock: Clock, key: string): void {
  attempts.get(clock)?.get(key)?.();
}
