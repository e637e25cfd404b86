import { isDeepStrictEqual } from 'node:util';
import type { Carried } from '../../scenario/driver.ts';

type Ended = Pick<Carried, 'outcome' | 'note'>;

const OUTCOMES = ['done', 'denied', 'skipped', 'unsupported'] as const satisfies readonly Carried['outcome'][];
/** How much of an answer is quoted. */
const QUOTED = 200;

/** What a system says of a stimulus that it has taken: `{"outcome": ..., "note": ...}`; whatever else it says means done. */
export function outcomeOf(answer: unknown): Ended {
  if (typeof answer !== 'object' || answer === null) return { outcome: 'done' };
  const { outcome = 'done', note } = answer as { outcome?: unknown; note?: unknown };
  const known = OUTCOMES.find((one) => one === outcome);
  if (!known) return { outcome: 'skipped', note: `outcome is ${JSON.stringify(outcome)}, none of ${OUTCOMES.join(', ')}` };
  return { outcome: known, ...(typeof note === 'string' && note ? { note } : {}) };
}

/** JSON in a text, or undefined. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const quoted = (text: string): string => (text.length > QUOTED ? `${text.slice(0, QUOTED)} ... (${text.length} characters)` : text);

/** Whether a value has everything that is expected of it; it may have more fields, and more items at the end. */
export function holds(value: unknown, expected: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return isDeepStrictEqual(value, expected);
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== Array.isArray(expected)) return false;
  return Object.entries(expected).every(([key, inner]) => holds((value as Record<string, unknown>)[key], inner));
}
