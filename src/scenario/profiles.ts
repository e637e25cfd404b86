import type { ChargingProfileType } from '../ocpp/generated/messages.ts';
import { composite } from '../schedule/composite.ts';
import { type Limit, type Supply, valueIn } from '../schedule/limit.ts';
import { limitsOf } from '../schedule/profile.ts';
import { firstDeparture } from '../schedule/timeline.ts';
import { type Expression, evaluate, numberOf, parseExpression } from './expression.ts';
import { type Period, ROUNDING, scheduleIn, stepsOf, tolerance } from './schedule.ts';
import type { Scope } from './scope.ts';

/** What charging profiles come to, as a table cell writes it: `the composite of $standard, $special`. */
export interface CompositeOf {
  profiles: Expression[];
  /** Less is as good: `at most the composite of $special`. */
  atMost: boolean;
}

/** Fed with all phases: what the profiles say of phases is then what counts. */
const SUPPLY: Supply = { phases: 3, voltage: 230 };
/** How far a limit may be off that had to be converted, relative to itself: networks of 220 V and 240 V are near enough. */
const CONVERSION = 0.05;
/** Connector types of direct current. */
const DIRECT_CURRENT = /^c(CCS\d|G105)$/;
/** How long a schedule is looked at that does not say how long it lasts, in seconds. */
const A_DAY = 86_400;

/** @returns undefined if the text is none */
export function parseComposite(text: string): CompositeOf | undefined {
  const [, atMost, list] = /^(at most )?the composite of\s+(.*)$/s.exec(text) ?? [];
  if (!list) return undefined;
  return { profiles: list.split(',').map(parseExpression), atMost: atMost !== undefined };
}

/**
 * Whether a schedule is, for as long as it lasts, what the charging profiles come to. Where they say nothing, the
 * station may deliver what it can, which has to be more than any of them would let it. When a limit changes may be off
 * by the configured tolerance. Of direct current, limits in the other unit are not compared.
 */
export function isComposite({ profiles, atMost }: CompositeOf, actual: unknown, scope: Scope): boolean {
  const schedule = scheduleIn(actual);
  if (!schedule) return false;
  const from = numberOf(schedule.scheduleStart ?? schedule.startSchedule ?? scope.now());
  const to = from + (schedule.duration ?? A_DAY) * 1000;
  const { chargingRateUnit: unit } = schedule;
  if (Number.isNaN(from) || !(to > from) || !unit) return false;
  const known = profiles.map((profile) => evaluate(profile, scope) as ChargingProfileType);
  const converted = known.some((profile) => profile.chargingSchedule.some(({ chargingRateUnit }) => chargingRateUnit !== unit));
  // Nobody knows the voltage.
  if (converted && DIRECT_CURRENT.test(String(scope.configured('connector type')))) return true;
  // The changes just outside are within the tolerance as well.
  const window = { from: from - tolerance(scope), to: to + tolerance(scope), supply: SUPPLY, ready: from };
  const wanted = composite(known, window);
  const most = highest(known, unit);
  const agree = (is: Period | undefined, limit: Limit | undefined): boolean => {
    if (!is || (limit && is.numberPhases !== undefined && is.numberPhases > limit.phases)) return false;
    if (!limit) return atMost || is.limit > most;
    const value = valueIn(unit, limit, SUPPLY);
    const difference = is.limit - value;
    return (atMost ? difference : Math.abs(difference)) <= Math.max(ROUNDING, converted ? value * CONVERSION : 0) + 1e-9;
  };
  const is = stepsOf(schedule.chargingSchedulePeriod, from);
  return firstDeparture(is, wanted, { from, to, tolerance: tolerance(scope) }, agree) === undefined;
}

/** The highest limit that a profile ever sets. */
function highest(profiles: readonly ChargingProfileType[], unit: 'A' | 'W'): number {
  const limits = profiles.flatMap(({ chargingSchedule }) => chargingSchedule.flatMap((schedule) => limitsOf(schedule, SUPPLY)));
  return Math.max(0, ...limits.map((limit) => valueIn(unit, limit, SUPPLY)));
}

/** The composite as a phrase for a finding. */
export function describeComposite({ profiles, atMost }: CompositeOf, scope: Scope): string {
  const ids = profiles.map((profile) => (evaluate(profile, scope) as Partial<ChargingProfileType> | undefined)?.id ?? '?');
  return `${atMost ? 'at most ' : ''}what charging profiles ${ids.join(', ')} come to`;
}
