import type { Expression } from './expression.ts';
import { evaluate, numberOf, parseExpression, phraseOf } from './expression.ts';
import type { Scope } from './scope.ts';

/** A limit over time, as a table cell writes it: `0: 7, 100: 9 since $start`. */
export interface LimitSteps {
  /** Seconds from the beginning, in order, the first being 0. */
  steps: { from: number; limit: Expression }[];
  since?: Expression;
}

/** What a schedule of a message says about limits. */
interface Schedule {
  startSchedule?: string;
  scheduleStart?: string;
  duration?: number;
  chargingSchedulePeriod?: { startPeriod: number; limit: number }[];
}

/** Limits have one decimal; a conversion between amperes and watts may cost as much. */
const ROUNDING = 0.1;

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
export const periodsOf = ({ steps }: LimitSteps, scope: Scope): { startPeriod: number; limit: number }[] =>
  steps.map(({ from, limit }) => ({ startPeriod: from, limit: numberOf(evaluate(limit, scope)) }));

/**
 * Whether a schedule sets these limits for as long as it lasts, whichever periods it is made of. When a limit changes
 * may be off by the configured tolerance.
 */
export function hasLimits(wanted: LimitSteps, actual: unknown, scope: Scope): boolean {
  const schedule = (Array.isArray(actual) ? { chargingSchedulePeriod: actual } : actual) as Schedule;
  const periods = schedule?.chargingSchedulePeriod;
  if (!Array.isArray(periods) || periods.length === 0) return false;
  const begin = wanted.since ? numberOf(evaluate(wanted.since, scope)) : 0;
  const start = wanted.since ? numberOf(schedule.scheduleStart ?? schedule.startSchedule ?? '') : 0;
  if (Number.isNaN(start)) return false;
  const shift = (start - begin) / 1000;
  const limits = periodsOf(wanted, scope);
  const changes = [...limits, ...periods.map(({ startPeriod }) => ({ startPeriod: startPeriod + shift }))].map((one) => one.startPeriod);
  const end = schedule.duration === undefined ? Number.POSITIVE_INFINITY : shift + schedule.duration;
  const times = [...new Set([...changes, shift, end])].filter((time) => time >= shift && time <= end).sort((a, b) => a - b);
  const tolerance = Number(scope.configured('tolerance'));
  let wrong = 0;
  for (const [index, from] of times.slice(0, -1).entries()) {
    const to = times[index + 1] ?? end;
    const same = Math.abs((limitAt(limits, from) ?? Number.NaN) - (limitAt(periods, from - shift) ?? Number.NaN)) <= ROUNDING;
    wrong = same ? 0 : wrong + to - from;
    if (wrong > tolerance) return false;
  }
  return times.length > 1 || end === Number.POSITIVE_INFINITY;
}

const limitAt = (periods: readonly { startPeriod: number; limit: number }[], second: number): number | undefined =>
  periods.findLast(({ startPeriod }) => startPeriod <= second)?.limit;

/** The limits as a phrase for a finding. */
export const describeSteps = ({ steps, since }: LimitSteps, scope: Scope): string =>
  `a limit of ${steps.map(({ from, limit }) => `${phraseOf(limit, scope)} from ${from} s on`).join(', ')}${since ? ` since ${phraseOf(since, scope)}` : ''}`;
