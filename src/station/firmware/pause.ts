import type { Core } from '../core.ts';
import type { Life } from '../life.ts';

/** Waiting of a firmware update: for something that keeps nobody waiting for the station, or for transactions to end. */
export class Pause {
  readonly #core: Core;
  #busy: () => void = () => {};
  #idle: (() => void) | undefined;
  /** Free EVSEs are kept from being used. */
  #holding = false;

  constructor(core: Core, life: Life) {
    this.#core = core;
    life.whenOver(() => this.#idle?.());
  }

  /** Whether no transaction is in the way. */
  get isIdle(): boolean {
    const { evses, transactions } = this.#core;
    return evses.every((evse) => !transactions.ongoing(evse));
  }

  async busyDuring(task: () => Promise<void>): Promise<void> {
    this.#busy = this.#core.activity.begin();
    try {
      await task();
    } finally {
      this.#busy();
    }
  }

  /** Waits for something without making anyone wait for the station. */
  async rest<T>(waiting: Promise<T>): Promise<T> {
    this.#busy();
    const result = await waiting;
    this.#busy = this.#core.activity.begin();
    return result;
  }

  async untilIdle(): Promise<void> {
    if (this.isIdle) return;
    this.holdFree();
    await this.rest(
      new Promise<void>((resolve) => {
        this.#idle = resolve;
      }),
    );
    this.#idle = undefined;
  }

  /** The station may have become idle. */
  proceed(): void {
    if (!this.#idle) return;
    if (this.isIdle) this.#idle();
    else this.holdFree();
  }

  /** L01.FR.07 */
  holdFree(): void {
    const { availability, evses, faults, variables } = this.#core;
    const allowed = variables.flag('ChargingStation.AllowNewSessionsPendingFirmwareUpdate');
    if (faults.has('free-evses-stay-available') || (allowed && !faults.has('no-sessions-pending-firmware-update'))) return;
    this.#holding = true;
    availability.hold(evses);
  }

  letGo(): void {
    if (this.#holding) this.#core.availability.release(this.#core.evses);
    this.#holding = false;
  }
}
