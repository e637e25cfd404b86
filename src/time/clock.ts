/** A pending callback. */
export interface Timer {
  cancel(): void;
}

/**
 * The only source of time in ocppspec. All durations are OCPP time, in milliseconds; how long they take on the wall
 * depends on the clock: a real clock may run faster than the wall, a virtual one jumps from event to event.
 */
export interface Clock {
  /** OCPP seconds per second of wall time, or `virtual`. */
  readonly speed: number | 'virtual';
  /** OCPP time in milliseconds since the epoch. */
  now(): number;
  /** Calls back once, when `ms` of OCPP time have passed. */
  after(ms: number, callback: () => void): Timer;
  /**
   * Says that work is under way which the clock cannot see (a frame in flight, a handshake, a file being read): a
   * virtual clock stands still until the returned function is called. It may be called more than once.
   */
  hold(): () => void;
}

/** Resolves when `ms` of OCPP time have passed, or as soon as the signal aborts. */
export function wait(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const timer = clock.after(ms, done);
    function done() {
      timer.cancel();
      signal?.removeEventListener('abort', done);
      resolve();
    }
    signal?.addEventListener('abort', done, { once: true });
  });
}

/** OCPP time as the specification writes it: RFC 3339 in UTC with milliseconds. */
export const timestamp = (clock: Clock): string => new Date(clock.now()).toISOString();

export const SECOND = 1000;
