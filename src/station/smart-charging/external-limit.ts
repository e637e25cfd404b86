import type { ChargingProfileType, ChargingRateUnitEnumType } from '../../ocpp/generated/messages.ts';
import { SECOND } from '../../time/clock.ts';
import type { Core } from '../core.ts';
import type { Session } from '../transactions/session.ts';
import { reportTransaction } from '../transactions/transaction-event.ts';
import type { InstalledProfile } from './profiles.ts';

/** Who imposes limits on this station besides the CSMS. */
const SOURCE = 'EMS';
/** Negative, so that no id of the CSMS is like it. */
const ID = -1;

/** The limit of an energy management system: use cases K11 to K13. */
export class ExternalLimit {
  readonly #core: Core;
  #installed: InstalledProfile | undefined;

  constructor(core: Core) {
    this.#core = core;
  }

  get profiles(): readonly InstalledProfile[] {
    return this.#installed ? [this.#installed] : [];
  }

  impose(limit: number, unit: ChargingRateUnitEnumType): void {
    const { faults, variables } = this.#core;
    if (variables.isOff('SmartChargingCtrlr.ExternalControlSignalsEnabled')) return;
    const before = this.#installed?.profile;
    const profile = constraint(limit, unit, this.#core.time.now());
    const rates = this.#rates();
    this.#installed = { evseId: 0, profile, source: SOURCE };
    this.#core.smartCharging.refresh();
    if (this.#isSignificant(before && limitOf(before), limit) && !faults.has('external-limit-not-notified')) this.#notify(profile);
    this.#tellChanged(rates);
  }

  forget(): void {
    this.#installed = undefined;
  }

  release(): void {
    if (!this.#installed) return;
    const { activity, faults, messages, smartCharging } = this.#core;
    const rates = this.#rates();
    if (!faults.has('released-limit-kept')) this.#installed = undefined;
    smartCharging.refresh();
    // K13.FR.02
    if (!faults.has('release-not-notified')) activity.start(() => messages.call('ClearedChargingLimit', { chargingLimitSource: SOURCE }));
    this.#tellChanged(rates);
  }

  /** K11.FR.02, K12.FR.02 */
  #notify({ chargingSchedule }: ChargingProfileType): void {
    const { activity, faults, messages, variables } = this.#core;
    // K11.FR.03, K12.FR.03
    const detailed = variables.flag('SmartChargingCtrlr.NotifyChargingLimitWithSchedules') && !faults.has('external-schedule-left-out');
    const chargingLimitSource = faults.has('external-limit-as-cso') ? 'CSO' : SOURCE;
    activity.start(() =>
      messages.call('NotifyChargingLimit', { chargingLimit: { chargingLimitSource }, ...(detailed ? { chargingSchedule } : {}) }),
    );
  }

  #rates(): Map<Session, number> {
    const ongoing = this.#core.transactions.all.filter(({ transaction }) => transaction);
    return new Map(ongoing.map((session) => [session, session.meter.power]));
  }

  /** K11.FR.04, K13.FR.03 */
  #tellChanged(rates: ReadonlyMap<Session, number>): void {
    if (this.#core.faults.has('rate-change-not-told')) return;
    for (const [session, before] of rates)
      if (session.transaction && this.#isSignificant(before, session.meter.power))
        reportTransaction(this.#core, session, 'Updated', 'ChargingRateChanged', {});
  }

  /** Whether it is more than a trifle, in percent. */
  #isSignificant(before: number | undefined, after: number): boolean {
    if (before === undefined) return true;
    const significance = Number(this.#core.variables.get('SmartChargingCtrlr.LimitChangeSignificance'));
    return Math.abs(after - before) > (before * significance) / 100;
  }
}

const constraint = (limit: number, chargingRateUnit: ChargingRateUnitEnumType, now: number): ChargingProfileType => ({
  id: ID,
  stackLevel: 0,
  chargingProfilePurpose: 'ChargingStationExternalConstraints',
  chargingProfileKind: 'Absolute',
  chargingSchedule: [{ id: 1, startSchedule: wholeSecond(now), chargingRateUnit, chargingSchedulePeriod: [{ startPeriod: 0, limit }] }],
});

/** At once, also where schedules are told from the beginning of a second on. */
const wholeSecond = (now: number): string => new Date(Math.floor(now / SECOND) * SECOND).toISOString();

const limitOf = ({ chargingSchedule: [schedule] }: ChargingProfileType): number => schedule?.chargingSchedulePeriod[0]?.limit ?? 0;
