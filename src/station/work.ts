import type { Life } from './life.ts';

/** What takes a station a while, such as an upload. Somebody may need it to go on until they have come to do something. */
export class Work {
  readonly #holding = new Set<object>();
  readonly #waiting = new Set<() => void>();

  /** Keeps all that is going on from being done. @returns what lets it be done */
  hold(): () => void {
    const token = {};
    this.#holding.add(token);
    return () => {
      this.#holding.delete(token);
      if (this.#holding.size > 0) return;
      for (const call of this.#waiting) call();
      this.#waiting.clear();
    };
  }

  /** Resolves after so many OCPP seconds, and no sooner than it may be done. @returns false if the life ended first */
  async take(seconds: number, life: Life): Promise<boolean> {
    if (!(await life.wait(seconds))) return false;
    if (this.#holding.size > 0) await this.#released(life);
    return !life.over;
  }

  async #released(life: Life): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const forget = life.whenOver(resolve);
    this.#waiting.add(resolve);
    await promise;
    forget();
    this.#waiting.delete(resolve);
  }
}
