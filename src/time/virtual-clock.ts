import type { Clock, Timer } from './clock.ts';

interface Entry {
  due: number;
  /** Order of creation, so that timers due at the same time fire in the order they were set. */
  rank: number;
  callback: () => void;
}

/** Turns of the event loop without any activity after which everything under way is taken to be done. */
const QUIET_TURNS = 2;

/**
 * A clock for parties that live in one process: time stands still while anything is under way (see `hold`) and then
 * jumps to the next timer. Hours pass in milliseconds, and a slow or busy machine changes no verdict.
 */
export class VirtualClock implements Clock {
  readonly speed = 'virtual';
  #now: number;
  #timers: Entry[] = [];
  #rank = 0;
  #holds = 0;
  #activity = 0;
  /** The next turn of the event loop in which to look whether everything is quiet. */
  #turn: NodeJS.Immediate | undefined;

  /** @param start OCPP time to begin with, in milliseconds since the epoch */
  constructor(start: number = Date.now()) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, callback: () => void): Timer {
    const entry = { due: this.#now + Math.max(ms, 0), rank: this.#rank++, callback };
    insert(this.#timers, entry);
    this.#touch();
    return {
      cancel: () => {
        const at = this.#timers.indexOf(entry);
        if (at >= 0) this.#timers.splice(at, 1);
      },
    };
  }

  hold(): () => void {
    this.#holds++;
    this.#activity++;
    // Each turn of the event loop costs as much as reading a message.
    clearImmediate(this.#turn);
    this.#turn = undefined;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#holds--;
      this.#touch();
    };
  }

  #touch(): void {
    this.#activity++;
    if (this.#turn || this.#holds > 0 || this.#timers.length === 0) return;
    this.#turn = setImmediate(this.#pump, this.#activity, 0);
  }

  /** Waits for quiet turns of the event loop, then lets the next timer fire; ends where a hold or no timer is left. */
  #pump = (activity: number, quiet: number): void => {
    this.#turn = undefined;
    if (this.#holds > 0 || this.#timers.length === 0) return;
    if (activity !== this.#activity) {
      this.#turn = setImmediate(this.#pump, this.#activity, 0);
    } else if (quiet < QUIET_TURNS) {
      this.#turn = setImmediate(this.#pump, activity, quiet + 1);
    } else {
      const next = this.#timers.shift() as Entry;
      this.#now = Math.max(this.#now, next.due);
      this.#turn = setImmediate(this.#pump, this.#activity, 0);
      next.callback();
    }
  };
}

function insert(timers: Entry[], entry: Entry): void {
  let low = 0;
  let high = timers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((timers[middle] as Entry).due <= entry.due) low = middle + 1;
    else high = middle;
  }
  timers.splice(low, 0, entry);
}
