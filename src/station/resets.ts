import type { ResetRequest } from '../ocpp/generated/messages.ts';
import type { Core } from './core.ts';
import { evseOf } from './core.ts';
import type { Evse } from './evses.ts';

/** Resets of the station and of single EVSEs: use cases B11 and B12. */
export class Resets {
  readonly #core: Core;
  /** Waits until everything in its scope is idle; `all` for the whole station. */
  readonly #scheduled = new Set<number | 'all'>();
  readonly #running = new Set<number | 'all'>();

  constructor(core: Core) {
    this.#core = core;
  }

  /** A reset that is under way cannot be begun anew. */
  isRunning(evseId: number | undefined): boolean {
    return this.#running.has('all') || this.#running.has(evseId ?? 'all');
  }

  /** Whether a reset keeps anyone from beginning to charge there. */
  blocks(evse: Evse): boolean {
    return [this.#scheduled, this.#running].some((resets) => resets.has('all') || resets.has(evse.id));
  }

  /** Whether nothing goes on that a reset with type OnIdle has to wait for (B11, remark). */
  isIdle(evseId: number | undefined): boolean {
    const { transactions, reservations } = this.#core;
    return this.#scope(evseId).every((evse) => !transactions.ongoing(evse) && !reservations.of(evse));
  }

  /** Carries out a reset that the CSMS has been told is accepted or scheduled. */
  begin({ type, evseId }: ResetRequest, scheduled: boolean): void {
    const { faults, availability } = this.#core;
    const scope = evseId ?? 'all';
    if (faults.has('reset-accepted-but-no-reboot')) return;
    if (scheduled && type === 'OnIdle' && !faults.has('reset-onidle-interrupts-transaction')) {
      this.#scheduled.add(scope);
      availability.hold(this.#scope(evseId));
      this.proceed();
    } else {
      this.#scheduled.delete(scope);
      this.#core.activity.start(() => this.#run(scope, 'RemoteReset'));
    }
  }

  /** Carries out scheduled resets, and installs firmware, that need not wait any longer. */
  proceed(): void {
    for (const scope of [...this.#scheduled]) {
      const evseId = scope === 'all' ? undefined : scope;
      if (this.#core.faults.has('reset-scheduled-never-done') || !this.isIdle(evseId) || this.#waitsForCable(evseId)) continue;
      this.#scheduled.delete(scope);
      this.#core.activity.start(() => this.#run(scope, 'ScheduledReset'));
    }
    this.#core.firmware.proceed();
  }

  /** Forgets what does not survive a reboot. */
  reboot(): void {
    this.#scheduled.clear();
    this.#running.clear();
  }

  async #run(scope: number | 'all', reason: 'RemoteReset' | 'ScheduledReset'): Promise<void> {
    if (this.#running.has(scope)) return;
    this.#running.add(scope);
    const { config, transactions, transactionQueue, life, availability } = this.#core;
    const evses = this.#scope(scope === 'all' ? undefined : scope);
    for (const evse of evses) transactions.reset(transactions.session(evse));
    if (config.capabilities.reportsReset) availability.hold(evses);
    await transactionQueue.drain();
    if (life.over) return;
    if (scope === 'all') return this.#core.reboot(reason);
    if (!(await life.wait(config.durations.evseReset))) return;
    this.#running.delete(scope);
    availability.release(evses);
  }

  #waitsForCable(evseId: number | undefined): boolean {
    const { config } = this.#core;
    return (
      config.capabilities.resetWaitsForCable && this.#scope(evseId).some(({ connectors }) => connectors.some(({ occupied }) => occupied))
    );
  }

  #scope(evseId: number | undefined): readonly Evse[] {
    return evseId === undefined ? this.#core.evses : [evseOf(this.#core, evseId)];
  }
}
