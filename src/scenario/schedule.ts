import { firstDeparture, type Step } from '../schedule/timeline.ts';
import type { Expression } from './expression.ts';
import { evaluate, numberOf, parseExpression, phraseOf } from './expression.ts';
import type { Scope } from './scope.ts';

/** A limit over time, as a table cell writes it: `0: 7, 100: 9 since $start`. */
export interface LimitSteps {
  /** Seconds from the beginning, in order, the first being 0. */
  steps: { from: number; limit: Expression }[];
  since?: Expression;
}

/** A period of a schedule, as far as it matters for what may be drawn. */
export interface Period {
  startPeriod: number;
  limit: number;
  numberPhases?: number;
}

/** What a schedule of a message says about limits. */
export interface Schedule {
  startSchedule?: string;
  scheduleStart?: string;
  duration?: number;
  chargingRateUnit?: 'A' | 'W';
  chargingSchedulePeriod: Period[];
}

/** Limits have one decimal. */
export const ROUNDING = 0.1;

/** @returns undefined if the text is none */
export function parseSteps(text: string): LimitSteps | undefined {
  if (!/^0:\s/.test(text)) return undefined;
  const [, list = '', since] = /^(.*?)(?:\s+since\s+(.*))?$/s.exec(text) ?? [];
  const steps = list.split(',').map((step) => {
    const [, from, limit] = /^\s*(\d+):\s+(.+?)\s*$/.exec(step) ?? [];
    if (!from || !limit) throw new Error(`"${step.trim()}" is not a limit from some second on, like 100: 8`);
    return { from: Number(from), limit: parseExpression(limit) };
  });
  if (steps.some(({ from }, index) => index > 0 && from <= (steps[index - 1]?.from ?? 0)))
    throw new Error(`the limits of "${list}" are not in the order of time`);
  return { steps, ...(since ? { since: parseExpression(since) } : {}) };
}

/** The limits as ChargingSchedulePeriods. */
export const periodsOf = ({ steps }: LimitSteps, scope: Scope): Period[] =>
  steps.map(({ from, limit }) => ({ startPeriod: from, limit: numberOf(evaluate(limit, scope)) }));

/** A schedule out of a message, or its periods alone; undefined if it is none. */
export function scheduleIn(actual: unknown): Schedule | undefined {
  const schedule = (Array.isArray(actual) ? { chargingSchedulePeriod: actual } : actual) as Partial<Schedule> | null | undefined;
  const periods = schedule?.chargingSchedulePeriod;
  return Array.isArray(periods) && periods.length > 0 ? (schedule as Schedule) : undefined;
}

/** Periods as a function of time. @param start of the first one, in milliseconds since the epoch */
export const stepsOf = (periods: readonly Period[], start: number): Step<Period>[] =>
  periods.map((period) => ({ from: start + period.startPeriod * 1000, value: period }));

/** How far in time a change of a limit may be off, in milliseconds. */
export const tolerance = (scope: Scope): number => Number(scope.configured('tolerance')) * 1000;

/**
 * Whether a schedule sets these limits for as long as it lasts, whichever periods it is made of. When a limit changes
 * may be off by the configured tolerance.
 */
export function hasLimits(wanted: LimitSteps, actual: unknown, scope: Scope): boolean {
  const schedule = scheduleIn(actual);
  if (!schedule) return false;
  const begin = wanted.since ? numberOf(evaluate(wanted.since, scope)) : 0;
  const from = wanted.since ? numberOf(schedule.scheduleStart ?? schedule.startSchedule ?? '') : 0;
  const duration = schedule.duration ?? lasting(schedule.chargingSchedulePeriod, wanted);
  if (Number.isNaN(from) || !(duration > 0)) return false;
  const window = { from, to: from + duration * 1000, tolerance: tolerance(scope) };
  const [is, shouldBe] = [stepsOf(schedule.chargingSchedulePeriod, from), stepsOf(periodsOf(wanted, scope), begin)];
  return firstDeparture(is, shouldBe, window, sameLimit) === undefined;
}

/** Seconds after which nothing changes any more, and some. */
const lasting = (periods: readonly Period[], { steps }: LimitSteps): number =>
  Math.max(...periods.map(({ startPeriod }) => startPeriod), ...steps.map(({ from }) => from)) + 3600;

const sameLimit = (a: Period | undefined, b: Period | undefined): boolean =>
  a !== undefined && b !== undefined && Math.abs(a.limit - b.limit) <= ROUNDING + 1e-9;

/** The limits as a phrase for a finding. */
export const describeSteps = ({ steps, since }: LimitSteps, scope: Scope): string =>
  `a limit of ${steps.map(({ from, limit }) => `${phraseOf(limit, scope)} from ${from} s on`).join(', ')}${since ? ` since ${phraseOf(since, scope)}` : ''}`;
