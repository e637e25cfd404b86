/** Counts what the station has begun by itself and not finished. */
export class Activity {
  readonly #crashed: (error: unknown) => void;
  #running = 0;
  #waiting: (() => void)[] = [];

  /** @param crashed hears of exceptions in work that nobody waits for */
  constructor(crashed: (error: unknown) => void) {
    this.#crashed = crashed;
  }

  get busy(): boolean {
    return this.#running > 0;
  }

  /** @returns what ends it; may be called more than once */
  begin(): () => void {
    this.#running++;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.#running--;
      if (this.#running === 0) for (const resume of this.#waiting.splice(0)) resume();
    };
  }

  /** Does it without making anyone wait. */
  start(work: () => Promise<unknown>): void {
    const end = this.begin();
    work().catch(this.#crashed).finally(end);
  }

  /** Resolves when nothing is left to do; what ends and immediately begins anew counts as going on. */
  async idle(): Promise<void> {
    while (this.busy) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
      await Promise.resolve();
    }
  }
}
