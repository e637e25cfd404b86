import type { ChargingProfileType, ChargingScheduleType } from '../ocpp/generated/messages.ts';
import { amperesOf, type Limit, phasesOf, type Supply, sameLimit } from './limit.ts';
import { append, type Step } from './timeline.ts';

const SECOND = 1000;
/** Milliseconds after which a recurring schedule begins anew. */
const RECURRENCE = { Daily: 86_400 * SECOND, Weekly: 604_800 * SECOND };

/** The time that is looked at, and what is known about the EVSE then. Times in milliseconds since the epoch. */
export interface Window {
  from: number;
  to: number;
  supply: Supply;
  /** When the EVSE was ready to deliver energy, which a Relative schedule counts from (K01.FR.42). */
  ready: number;
}

/** What a profile allows over time by one of its schedules; no value where it has no say. */
export function timelineOf(profile: ChargingProfileType, schedule: ChargingScheduleType, window: Window): Step<Limit>[] {
  // K01.FR.36, K01.FR.37
  const from = Math.max(window.from, instant(profile.validFrom, Number.NEGATIVE_INFINITY));
  const to = Math.min(window.to, instant(profile.validTo, Number.POSITIVE_INFINITY));
  const steps: Step<Limit>[] = [{ from: window.from, value: undefined }];
  if (from >= to) return steps;
  const start = profile.chargingProfileKind === 'Relative' ? window.ready : instant(schedule.startSchedule, window.ready);
  const recurrence = recurrenceOf(profile);
  const limits = limitsOf(schedule, window.supply);
  for (let begin = firstBegin(start, from, recurrence); begin < to; begin += recurrence) {
    // K01.FR.11, K01.FR.12, K01.FR.13
    const end = Math.min(begin + recurrence, begin + (schedule.duration ?? Number.POSITIVE_INFINITY) * SECOND, to);
    for (const [index, limit] of limits.entries()) {
      const periodBegin = begin + (schedule.chargingSchedulePeriod[index]?.startPeriod ?? 0) * SECOND;
      const next = schedule.chargingSchedulePeriod[index + 1];
      const periodEnd = next ? Math.min(end, begin + next.startPeriod * SECOND) : end;
      if (periodEnd > from && periodBegin < periodEnd) append(steps, Math.max(periodBegin, from), limit, sameLimit);
    }
    if (end > from) append(steps, end, undefined, sameLimit);
    if (recurrence === Number.POSITIVE_INFINITY) break;
  }
  return steps.filter((step) => step.from < window.to);
}

/** What each period of a schedule allows. */
export function limitsOf({ chargingRateUnit, chargingSchedulePeriod, minChargingRate }: ChargingScheduleType, supply: Supply): Limit[] {
  return chargingSchedulePeriod.map(({ limit, numberPhases, phaseToUse }) => ({
    amperes: amperesOf(limit, chargingRateUnit, numberPhases, supply),
    phases: phasesOf(numberPhases, supply),
    ...(phaseToUse === undefined || supply.phases === 0 ? {} : { phaseToUse }),
    ...(minChargingRate === undefined ? {} : { minimum: amperesOf(minChargingRate, chargingRateUnit, numberPhases, supply) }),
  }));
}

/** The last time that the schedule began before a moment, or the first time if that is later (K01.FR.30). */
function firstBegin(start: number, at: number, recurrence: number): number {
  return at <= start || recurrence === Number.POSITIVE_INFINITY ? start : at - ((at - start) % recurrence);
}

const recurrenceOf = ({ chargingProfileKind, recurrencyKind }: ChargingProfileType): number =>
  chargingProfileKind === 'Recurring' && recurrencyKind ? RECURRENCE[recurrencyKind] : Number.POSITIVE_INFINITY;

const instant = (text: string | undefined, otherwise: number): number => (text === undefined ? otherwise : Date.parse(text));
