import { type Clock, SECOND, type Timer } from '../time/clock.ts';

/** A stretch of time, such as between two reboots: whatever waits within it stops waiting when it ends. */
export class Life {
  readonly #clock: Clock;
  readonly #waiting = new Set<() => void>();
  #over = false;
  #controller: AbortController | undefined;

  constructor(clock: Clock, within?: Life) {
    this.#clock = clock;
    if (within?.over) this.end();
    // Once this one is over, the one around it has nothing more to tell it.
    else if (within) this.whenOver(within.whenOver(() => this.end()));
  }

  get over(): boolean {
    return this.#over;
  }

  /** For those who know no lives. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#over) this.#abort();
    return this.#controller.signal;
  }

  end(): void {
    if (this.#over) return;
    this.#over = true;
    for (const call of this.#waiting) call();
    this.#waiting.clear();
    this.#abort();
  }

  /** Calls once, as soon as it ends; not at all if it has. @returns how to stop that */
  whenOver(call: () => void): () => void {
    this.#waiting.add(call);
    return () => this.#waiting.delete(call);
  }

  /** Waits for OCPP seconds. @returns false if the life ended first */
  async wait(seconds: number): Promise<boolean> {
    if (this.#over) return false;
    const { promise, resolve } = Promise.withResolvers<void>();
    const forget = this.whenOver(resolve);
    const timer = this.#clock.after(seconds * SECOND, resolve);
    await promise;
    forget();
    timer.cancel();
    return !this.#over;
  }

  /** Calls back once after OCPP seconds, unless the life ends first. */
  after(seconds: number, callback: () => void): Timer {
    if (this.#over) return { cancel: () => {} };
    const forget = this.whenOver(() => timer.cancel());
    const timer = this.#clock.after(seconds * SECOND, () => {
      forget();
      callback();
    });
    return {
      cancel: () => {
        forget();
        timer.cancel();
      },
    };
  }

  #abort(): void {
    // A reason of one's own, as Node would make an exception for lack of one.
    this.#controller?.abort('over');
  }
}
