import type { Timer } from '../time/clock.ts';
import type { Core } from './core.ts';

/** Seconds, for a station without the variable. */
const DEFAULT_INTERVAL = 300;

/** Sends a HeartbeatRequest after every HeartbeatInterval without another request (G02). */
export class Heartbeat {
  readonly #core: Core;
  #timer: Timer | undefined;

  constructor(core: Core) {
    this.#core = core;
  }

  /** Waits a whole interval from now (G02.FR.05). */
  postpone(): void {
    this.#timer?.cancel();
    const { life, variables, faults, registration } = this.#core;
    if (registration.status !== 'Accepted') return;
    const interval = variables.integer('OCPPCommCtrlr.HeartbeatInterval', DEFAULT_INTERVAL) * (faults.has('heartbeat-too-slow') ? 3 : 1);
    this.#timer = life.after(interval, () => this.beat().catch(this.#core.crashed));
  }

  /** @param instructed as in Messages.call */
  async beat(instructed = false): Promise<void> {
    const outcome = await this.#core.messages.call('Heartbeat', {}, instructed);
    if (outcome.kind === 'result') this.#core.time.synchronize(outcome.payload.currentTime);
    else this.postpone();
  }
}
