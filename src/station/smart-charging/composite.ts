import type { ChargingRateUnitEnumType, ChargingSchedulePeriodType, CompositeScheduleType } from '../../ocpp/generated/messages.ts';
import { SECOND } from '../../time/clock.ts';
import type { Core } from '../core.ts';
import type { Evse } from '../evses.ts';
import { evseLimit, profilesFor, readySince, stationLimit } from './limits.ts';
import { cut } from './power.ts';
import { changes, type Limit, mistaken } from './schedule.ts';

/** A schedule with more changes than this is not reported: it would not fit into a message. */
const MOST_CHANGES = 1000;

/**
 * What an EVSE, or the whole station, may use from now on (K08.FR.02).
 * @param evse absent for the station
 * @param duration seconds
 * @returns undefined if the limit changes too often to be reported
 */
export function compositeSchedule(
  core: Core,
  evse: Evse | undefined,
  duration: number,
  unit: ChargingRateUnitEnumType,
  // Periods begin at whole seconds.
  start = Math.floor(core.time.now() / SECOND) * SECOND,
): CompositeScheduleType | undefined {
  const seconds = changesIn(core, evse, start, duration);
  if (!seconds) return undefined;
  const limit = (at: number): Limit => (evse ? evseLimit(core, evse, unit, at, start) : stationLimit(core, unit, at, start));
  const periods: ChargingSchedulePeriodType[] = [];
  for (const second of seconds) {
    const { limit: value, numberPhases, phaseToUse } = limit(start + second * SECOND);
    const period: ChargingSchedulePeriodType = {
      startPeriod: second,
      limit: cut(value),
      ...(numberPhases ? { numberPhases } : {}),
      ...(phaseToUse === undefined ? {} : { phaseToUse }),
    };
    const last = periods.at(-1);
    if (!last || !sameLimit(last, period)) periods.push(period);
  }
  return {
    evseId: evse?.id ?? 0,
    duration,
    scheduleStart: new Date(start).toISOString(),
    chargingRateUnit: unit,
    chargingSchedulePeriod: periods,
  };
}

/** The moment after `from`, in milliseconds, at which to look at the limit of an EVSE again. */
export function nextLook(core: Core, evse: Evse, from: number): number {
  const horizon = from + HORIZON;
  const ready = readySince(core, evse, from);
  const instants = profilesFor(core, evse).flatMap(({ profile }) => [...changes(profile, from, horizon, ready)]);
  return Math.min(horizon, ...instants.filter((instant) => instant > from));
}

/** Longer than any recurrence: whatever recurs changes before. */
const HORIZON = 8 * 86_400 * SECOND;

/** The whole seconds from 0 on at which the limit may change. */
function changesIn(core: Core, evse: Evse | undefined, start: number, duration: number): number[] | undefined {
  const end = start + duration * SECOND;
  const seconds = new Set([0]);
  for (const one of evse ? [evse] : core.evses) {
    for (const { profile } of profilesFor(core, one)) {
      for (const change of changes(mistaken(profile, core.faults), start, end, readySince(core, one, start))) {
        const second = Math.ceil((change - start) / SECOND);
        if (second < duration) seconds.add(second);
        if (seconds.size > MOST_CHANGES) return undefined;
      }
    }
  }
  return [...seconds].sort((a, b) => a - b);
}

const sameLimit = (a: ChargingSchedulePeriodType, b: ChargingSchedulePeriodType): boolean =>
  a.limit === b.limit && a.numberPhases === b.numberPhases && a.phaseToUse === b.phaseToUse;
