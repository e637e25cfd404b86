import { numberOf } from './expression.ts';

const DAY = 86_400_000;

/** Whether all of at least two instants follow each other at an interval. All in milliseconds. */
export function areApart(values: unknown, interval: number, tolerance: number): boolean {
  const instants = (Array.isArray(values) ? values : [values]).map(numberOf);
  if (instants.length < 2) return false;
  return instants.slice(1).every((instant, index) => Math.abs(instant - (instants[index] as number) - interval) <= tolerance);
}

/** Whether an instant is a multiple of an interval after midnight UTC. All in milliseconds. */
export function isAligned(value: unknown, interval: number, tolerance: number): boolean {
  const since = (numberOf(value) % DAY) % interval;
  return Math.min(since, interval - since) <= tolerance;
}
