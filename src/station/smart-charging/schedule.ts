import type {
  ChargingProfileType,
  ChargingRateUnitEnumType,
  ChargingSchedulePeriodType,
  ChargingScheduleType,
} from '../../ocpp/generated/messages.ts';
import { SECOND } from '../../time/clock.ts';
import type { Faults } from '../faults/faults.ts';

/** Milliseconds after which a recurring schedule begins anew. */
const RECURRENCE = { Daily: 86_400 * SECOND, Weekly: 604_800 * SECOND };

/** What a schedule allows at some moment. */
export interface Limit extends Pick<ChargingSchedulePeriodType, 'limit' | 'numberPhases' | 'phaseToUse'> {
  unit: ChargingRateUnitEnumType;
}

/**
 * The limit that a profile sets at a moment. Times are in milliseconds since the epoch.
 * @param ready when a Relative schedule begins: the EVSE was ready to deliver energy (K01.FR.42)
 * @returns undefined if it is not valid then, or has no period for it
 */
export function limitAt(profile: ChargingProfileType, at: number, ready: number, faults: Faults): Limit | undefined {
  const schedule = profile.chargingSchedule[0];
  if (!schedule) return undefined;
  // K01.FR.36, K01.FR.37
  if (at < instant(profile.validFrom, at) && !faults.has('valid-from-ignored')) return undefined;
  if (at >= instant(profile.validTo, Number.POSITIVE_INFINITY) && !faults.has('valid-to-ignored')) return undefined;
  const begin = lastBegin(mistaken(profile, faults), at, ready);
  const early = at < begin && faults.has('schedule-starts-at-once');
  const elapsed = early ? 0 : (at - begin) / SECOND;
  // K01.FR.11, K01.FR.13, K01.FR.30
  if (elapsed < 0 || (elapsed >= (schedule.duration ?? Number.POSITIVE_INFINITY) && !faults.has('duration-ignored'))) return undefined;
  const index = schedule.chargingSchedulePeriod.findLastIndex(({ startPeriod }) => startPeriod <= elapsed);
  const period = schedule.chargingSchedulePeriod[faults.has('schedule-off-by-one-period') ? Math.max(0, index - 1) : index];
  if (!period) return undefined;
  const { limit, numberPhases, phaseToUse } = period;
  return {
    limit,
    unit: schedule.chargingRateUnit,
    ...(numberPhases === undefined ? {} : { numberPhases }),
    ...(phaseToUse === undefined ? {} : { phaseToUse }),
  };
}

/** The profile as a station takes it that knows no better. */
export function mistaken(profile: ChargingProfileType, faults: Faults): ChargingProfileType {
  if (profile.chargingProfileKind !== 'Recurring') return profile;
  if (faults.has('schedule-does-not-recur')) return { ...profile, chargingProfileKind: 'Absolute' };
  if (faults.has('every-day-for-every-week')) return { ...profile, recurrencyKind: 'Daily' };
  if (!faults.has('days-begin-at-midnight')) return profile;
  const [schedule, ...more] = profile.chargingSchedule as [ChargingScheduleType, ...ChargingScheduleType[]];
  const startSchedule = `${(schedule.startSchedule ?? '').slice(0, 10)}T00:00:00Z`;
  return { ...profile, chargingSchedule: [{ ...schedule, startSchedule }, ...more] as ChargingProfileType['chargingSchedule'] };
}

/** The moments from `from` until before `to` at which the limit of a profile may change; there may be very many. */
export function* changes(profile: ChargingProfileType, from: number, to: number, ready: number): Generator<number> {
  const schedule = profile.chargingSchedule[0];
  if (!schedule) return;
  const recurrence = recurrenceOf(profile);
  yield* within([instant(profile.validFrom, Number.NEGATIVE_INFINITY), instant(profile.validTo, Number.POSITIVE_INFINITY)], from, to);
  const offsets = schedule.chargingSchedulePeriod.map(({ startPeriod }) => startPeriod * SECOND);
  if (schedule.duration !== undefined) offsets.push(schedule.duration * SECOND);
  for (let begin = lastBegin(profile, from, ready); begin < to; begin += recurrence) {
    yield* within([begin, ...offsets.map((offset) => begin + offset)], from, to);
  }
}

const within = (instants: number[], from: number, to: number): number[] => instants.filter((one) => one >= from && one < to);

/** When the schedule began, or last began anew; in the future if it has not begun yet. */
function lastBegin(profile: ChargingProfileType, at: number, ready: number): number {
  if (profile.chargingProfileKind === 'Relative') return ready;
  const begin = instant(profile.chargingSchedule[0]?.startSchedule, ready);
  const recurrence = recurrenceOf(profile);
  return at < begin || recurrence === Number.POSITIVE_INFINITY ? begin : at - ((at - begin) % recurrence);
}

const recurrenceOf = ({ chargingProfileKind, recurrencyKind }: ChargingProfileType): number =>
  chargingProfileKind === 'Recurring' && recurrencyKind ? RECURRENCE[recurrencyKind] : Number.POSITIVE_INFINITY;

const instant = (text: string | undefined, otherwise: number): number => (text === undefined ? otherwise : Date.parse(text));
