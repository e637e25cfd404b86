import type { Action, RequestOf } from '../ocpp/action.ts';
import type { Core } from './core.ts';

/** A notification that has not been sent yet. */
export interface Queued {
  action: Action;
  payload: RequestOf<Action>;
}

/** More than this and the oldest are dropped. */
const MOST = 1000;

/** Sends notifications in the order in which things happened, if need be after the next connection. */
export class Outbox {
  readonly #core: Core;
  readonly #hearers = new Map<Queued, (sent: RequestOf<Action> | undefined) => void>();
  #delivering = false;

  constructor(core: Core) {
    this.#core = core;
  }

  /** @returns what really went out, once it has been answered; undefined if it has to wait for a connection */
  send<A extends Action>(action: A, payload: RequestOf<A>): Promise<RequestOf<A> | undefined> {
    const { outbox } = this.#core.persistent;
    const queued: Queued = { action, payload };
    outbox.push(queued);
    if (outbox.length > MOST) outbox.shift();
    return new Promise((resolve) => {
      this.#hearers.set(queued, resolve as (sent: RequestOf<Action> | undefined) => void);
      this.deliver();
    });
  }

  deliver(): void {
    if (this.#delivering) return;
    this.#delivering = true;
    this.#core.activity.start(() => this.#work());
  }

  async #work(): Promise<void> {
    const { messages, persistent } = this.#core;
    for (let [queued] = persistent.outbox; queued && messages.ready; [queued] = persistent.outbox) {
      const { kind, sent } = await messages.call(queued.action, queued.payload);
      if (kind === 'closed') break;
      if (persistent.outbox[0] === queued) persistent.outbox.shift();
      this.#hearers.get(queued)?.(sent);
      this.#hearers.delete(queued);
    }
    // In the same turn as the last look into the queue, so that nothing is left in it unnoticed.
    this.#delivering = false;
    for (const hear of this.#hearers.values()) hear(undefined);
    this.#hearers.clear();
  }
}
