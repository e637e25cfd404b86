import { type Clock, SECOND, type Timer, wait } from '../time/clock.ts';

/** A stretch of time, such as between two reboots: whatever waits within it stops waiting when it ends. */
export class Life {
  readonly #clock: Clock;
  readonly #end = new AbortController();

  constructor(clock: Clock, within?: Life) {
    this.#clock = clock;
    within?.signal.addEventListener('abort', () => this.end(), { once: true });
    if (within?.over) this.end();
  }

  get over(): boolean {
    return this.#end.signal.aborted;
  }

  get signal(): AbortSignal {
    return this.#end.signal;
  }

  end(): void {
    // A reason of one's own, as Node would make an exception for lack of one.
    this.#end.abort('over');
  }

  /** Waits for OCPP seconds. @returns false if the life ended first */
  async wait(seconds: number): Promise<boolean> {
    await wait(this.#clock, seconds * SECOND, this.#end.signal);
    return !this.over;
  }

  /** Calls back once after OCPP seconds, unless the life ends first. */
  after(seconds: number, callback: () => void): Timer {
    if (this.over) return { cancel: () => {} };
    const ended = () => timer.cancel();
    const forget = () => this.#end.signal.removeEventListener('abort', ended);
    const timer = this.#clock.after(seconds * SECOND, () => {
      forget();
      callback();
    });
    this.#end.signal.addEventListener('abort', ended, { once: true });
    return {
      cancel: () => {
        forget();
        timer.cancel();
      },
    };
  }
}
