import type { ChargingNeedsType, ChargingScheduleType, NotifyEVChargingNeedsResponse } from '../../ocpp/generated/messages.ts';
import { SECOND, type Timer } from '../../time/clock.ts';
import type { Core } from '../core.ts';
import type { Evse } from '../evses.ts';
import { chargingNeedsOf } from './compose.ts';
import { compositeSchedule } from './composite.ts';

/** Seconds for which an EV waits for an answer (K15.FR.08). */
const PATIENCE = 60;
/** Seconds that an EV may take to return a schedule. */
const A_WHILE = 20;
/** Seconds that the schedule of an EV is about. */
const HORIZON = 86_400;

/** What an EV and the station agree on by ISO 15118: use cases K15 to K17. */
export class HighLevelCommunication {
  readonly #core: Core;
  /** EVSEs whose EV speaks ISO 15118, by the transaction. */
  readonly #speaking = new Set<Evse>();
  /** EVSEs whose EV waits for a schedule, and what ends that. */
  readonly #waiting = new Map<Evse, () => void>();
  readonly #holding = new Set<Evse>();

  constructor(core: Core) {
    this.#core = core;
  }

  /** Whether energy has to wait until EV and station have agreed. */
  holds(evse: Evse): boolean {
    return this.#holding.has(evse);
  }

  /** Lets an EV authorize itself, agrees with it on a schedule, and has it charge (K15). */
  async begin(evse: Evse, authorize: () => Promise<void>): Promise<void> {
    const { transactions } = this.#core;
    const session = transactions.session(evse);
    this.#holding.add(evse);
    try {
      await authorize();
      if (!session.authorized) return;
      this.#speaking.add(evse);
      await this.negotiate(evse);
    } finally {
      this.#holding.delete(evse);
    }
    transactions.proceed(session);
  }

  /** The EV says what it needs; the CSMS may have a schedule for it (K15.FR.01, K17.FR.01). */
  async negotiate(evse: Evse): Promise<void> {
    const { faults, messages, variables } = this.#core;
    if (!variables.flag('SmartChargingCtrlr.Available') || faults.has('charging-needs-not-sent')) return;
    // The CSMS is to know first whose needs these are (K15.FR.16).
    await this.#core.transactionQueue.settled();
    const answered = this.#scheduleFor(evse);
    const outcome = await messages.call('NotifyEVChargingNeeds', { evseId: evse.id, chargingNeeds: this.#needs(evse) });
    const status = outcome.kind === 'result' ? (outcome.payload as NotifyEVChargingNeedsResponse).status : 'Rejected';
    // K15.FR.15, K17.FR.04, K17.FR.15: it gets what the station can make of the profiles that there are.
    if (status !== 'Accepted') {
      answered.stop();
      if (faults.has('no-energy-without-schedule')) await this.#core.life.wait(HORIZON);
    } else if (await answered.come) await this.#agreed(evse);
    else if (faults.has('no-energy-offline') && !messages.online) await this.#core.life.wait(HORIZON);
  }

  /** Another schedule has been set: an EV that speaks ISO 15118 is told (K16.FR.02, K16.FR.05). */
  changed(evse: Evse): void {
    const waiting = this.#waiting.get(evse);
    if (waiting) return waiting();
    if (!this.#isSpeaking(evse)) return;
    this.#core.activity.start(() => this.#agreed(evse));
  }

  #isSpeaking(evse: Evse): boolean {
    if (!this.#core.transactions.session(evse).authorized) this.#speaking.delete(evse);
    return this.#speaking.has(evse);
  }

  #needs(evse: Evse): ChargingNeedsType {
    const needs = chargingNeedsOf(evse);
    if (!this.#core.faults.has('charging-needs-without-parameters')) return needs;
    return { requestedEnergyTransfer: needs.requestedEnergyTransfer };
  }

  /** Waits for a schedule that is set from now on. */
  #scheduleFor(evse: Evse): { come: Promise<boolean>; stop: () => void } {
    let timer: Timer | undefined;
    let settle: (come: boolean) => void = () => {};
    const come = new Promise<boolean>((resolve) => {
      settle = (value) => {
        timer?.cancel();
        this.#waiting.delete(evse);
        resolve(value);
      };
    });
    timer = this.#core.life.after(PATIENCE, () => settle(false));
    this.#core.life.whenOver(() => settle(false));
    this.#waiting.set(evse, () => settle(true));
    return { come, stop: () => settle(false) };
  }

  /** The EV returns the schedule that it follows (K15.FR.10, K16.FR.05, K17.FR.10). */
  async #agreed(evse: Evse): Promise<void> {
    const chargingSchedule = this.#scheduleOf(evse);
    if (!chargingSchedule) return;
    const { faults, life, messages, time } = this.#core;
    if (this.#exceedsAtFirst(evse)) await life.wait(A_WHILE);
    const evseId = faults.has('ev-schedule-of-another-evse') ? evse.id + 1 : evse.id;
    await messages.call('NotifyEVChargingSchedule', { timeBase: time.timestamp(), evseId, chargingSchedule });
  }

  #exceedsAtFirst(evse: Evse): boolean {
    return this.#core.faults.has('first-ev-schedule-exceeds-limits') && this.holds(evse);
  }

  /** As much as it may have: within the bounds of what the CSMS has set (K15.FR.09). */
  #scheduleOf(evse: Evse): ChargingScheduleType | undefined {
    const { faults, smartCharging, time } = this.#core;
    const set = smartCharging.txSchedule(evse);
    // At the beginning of this second what has just been set may not have counted yet.
    const start = Math.ceil(time.now() / SECOND) * SECOND;
    const composite = set && compositeSchedule(this.#core, evse, HORIZON, set.chargingRateUnit, start);
    if (!composite) return undefined;
    const exceeds =
      faults.has('ev-schedule-exceeds-limits') ||
      this.#exceedsAtFirst(evse) ||
      (faults.has('renegotiated-schedule-exceeds-limits') && !this.holds(evse));
    const [first, ...more] = composite.chargingSchedulePeriod.map((period) => ({
      ...period,
      limit: exceeds ? period.limit * 1.5 : period.limit,
    }));
    return {
      id: set.id,
      startSchedule: composite.scheduleStart,
      duration: HORIZON,
      chargingRateUnit: set.chargingRateUnit,
      chargingSchedulePeriod: [first, ...more] as ChargingScheduleType['chargingSchedulePeriod'],
    };
  }
}
