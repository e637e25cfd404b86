import { Stuck } from '../scenario/verdict.ts';

/** Wall time, in milliseconds, in which something has to happen; looked at twice. */
const PATIENCE = 15_000;

/** Ends a case in which nothing happens any more: a simulator that waits for what never comes would keep it for ever. */
export class Watchdog {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #forget: () => void;

  /**
   * @param progress is another value whenever something has happened
   * @param ending ends the case, too
   */
  constructor(progress: () => string, ending?: AbortSignal) {
    const end = () => this.#controller.abort(ending?.reason);
    if (ending?.aborted) end();
    else ending?.addEventListener('abort', end, { once: true });
    const forget = () => ending?.removeEventListener('abort', end);
    this.#forget = forget;
    let before = '';
    this.#timer = setInterval(() => {
      const now = progress();
      if (now === before) this.#controller.abort(new Stuck('time stands still: something that was begun does not come to an end'));
      before = now;
    }, PATIENCE);
    this.#timer.unref();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#forget();
  }
}
