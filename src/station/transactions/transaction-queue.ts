import type { TransactionEventRequest } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import { Life } from '../life.ts';
import type { Undelivered } from '../persistent.ts';

/** Delivers TransactionEventRequests one after the other, however long it takes: use cases E04, E11, E12 and E13. */
export class TransactionQueue {
  readonly #core: Core;
  #delivering = false;
  #delivery: Promise<void> = Promise.resolve();
  /** The wait before the next attempt. */
  #pause: Life | undefined;
  #resetting = false;

  constructor(core: Core) {
    this.#core = core;
  }

  get length(): number {
    return this.#core.persistent.events.length;
  }

  /** Whether there is something left to deliver, of one transaction or of any. */
  holds(transactionId?: string): boolean {
    const { events } = this.#core.persistent;
    return events.some(({ payload }) => transactionId === undefined || payload.transactionInfo.transactionId === transactionId);
  }

  push(payload: TransactionEventRequest): void {
    if (this.#loses(payload)) return;
    this.#core.persistent.events.push({ payload, attempts: 0 });
    this.deliver();
  }

  #loses({ eventType }: TransactionEventRequest): boolean {
    const { messages, faults } = this.#core;
    const lost = { Started: 'offline-start-lost', Updated: 'offline-events-lost', Ended: 'offline-end-lost' } as const;
    return !messages.online && faults.has(lost[eventType]);
  }

  deliver(): void {
    if (this.#delivering) return;
    this.#delivering = true;
    this.#delivery = this.#work().finally(() => {
      this.#delivering = false;
    });
    this.#core.activity.start(() => this.#delivery);
  }

  /** Resolves when it has delivered what it can for now. */
  settled(): Promise<void> {
    return this.#delivery;
  }

  /** Whatever is still here now counts as having happened offline (E11.FR.07). */
  offline(): void {
    for (const { payload } of this.#core.persistent.events) payload.offline = true;
  }

  /** Delivers everything before a reset, but gives up at the first failure (B12.FR.05). */
  async drain(): Promise<void> {
    this.#resetting = true;
    if (this.#pause) {
      this.#pause.end();
      await this.#delivery;
    }
    this.deliver();
    await this.#delivery;
    this.#resetting = false;
  }

  async #work(): Promise<void> {
    // What changes the status of a connector goes first (E02): it is sent before this turn is over.
    await Promise.resolve();
    const { messages, persistent, resets, faults } = this.#core;
    if (faults.has('reset-immediate-event-after-reboot') && resets.isRunning(undefined)) return;
    for (let [event] = persistent.events; event && messages.ready; [event] = persistent.events) {
      if (!(await this.#attempt(event))) return;
    }
  }

  /** @returns false if delivery has to stop for now */
  async #attempt(event: Undelivered<TransactionEventRequest>): Promise<boolean> {
    const { messages, persistent, transactions, faults } = this.#core;
    const outcome = await messages.call('TransactionEvent', event.payload);
    if (outcome.kind === 'closed') return false;
    if (outcome.kind === 'result' && !(event.attempts === 1 && faults.has('accepted-event-repeated'))) {
      persistent.events.shift();
      transactions.answered(event.payload, outcome.payload);
      return true;
    }
    event.attempts++;
    if (event.attempts >= this.#mostAttempts) {
      persistent.events.shift();
      return true;
    }
    return this.#resetting ? false : this.#wait(event.attempts);
  }

  get #mostAttempts(): number {
    const { faults, variables } = this.#core;
    if (faults.has('failed-event-not-repeated')) return 1;
    const most = variables.integer('OCPPCommCtrlr.MessageAttempts[TransactionEvent]', 1);
    return faults.has('failed-event-repeated-for-ever') ? Number.POSITIVE_INFINITY : most;
  }

  /** E13.FR.03 */
  async #wait(attempts: number): Promise<boolean> {
    const { clock, life, variables, faults } = this.#core;
    this.#pause = new Life(clock, life);
    const factor = faults.has('failed-event-repeated-regularly') ? 1 : attempts;
    const goesOn = await this.#pause.wait(factor * variables.integer('OCPPCommCtrlr.MessageAttemptInterval[TransactionEvent]'));
    this.#pause = undefined;
    return goesOn;
  }
}
