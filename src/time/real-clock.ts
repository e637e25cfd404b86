import type { Clock, Timer } from './clock.ts';

/** setTimeout cannot wait longer than this many milliseconds. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;
const nothing = () => {};

/**
 * A clock that follows the wall. Two processes that use the same `speed` and `epoch` agree on the time.
 * @param speed OCPP seconds per second of wall time
 * @param epoch wall time, in milliseconds since 1970, at which OCPP time and wall time are the same
 */
export class RealClock implements Clock {
  readonly speed: number;
  readonly #epoch: number;

  constructor(speed = 1, epoch = wallTime()) {
    this.speed = speed;
    this.#epoch = epoch;
  }

  now(): number {
    return this.#epoch + (wallTime() - this.#epoch) * this.speed;
  }

  after(ms: number, callback: () => void): Timer {
    const due = this.now() + ms;
    let handle: NodeJS.Timeout;
    // Node may fire up to a millisecond early, which a fast clock would turn into seconds: look again.
    const check = () => {
      const left = (due - this.now()) / this.speed;
      if (left <= 0) callback();
      else handle = setTimeout(check, Math.min(Math.ceil(left), LONGEST_TIMEOUT));
    };
    handle = setTimeout(check, Math.min(Math.ceil(Math.max(ms, 0) / this.speed), LONGEST_TIMEOUT));
    return { cancel: () => clearTimeout(handle) };
  }

  hold(): () => void {
    return nothing;
  }
}

const wallTime = (): number => performance.timeOrigin + performance.now();
