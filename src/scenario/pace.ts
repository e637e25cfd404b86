import type { Code } from '../rules/catalogue.ts';
import { SECOND } from '../time/clock.ts';
import type { Entry } from '../trace/entry.ts';
import type { Dialogue } from './dialogue.ts';

/** Two clocks that count the same seconds may differ by this much: a fiftieth, and never less than a fifth of a second. */
const slack = (ms: number): number => Math.max(200, ms / 50);

/**
 * Complains about what happened too soon.
 * @param begin when the waiting began, in OCPP time
 * @param earliest milliseconds that had to pass
 */
export function expectPatience(dialogue: Dialogue, code: Code, what: string, entry: Entry, begin: number, earliest: number): void {
  const waited = entry.at - begin;
  // Where nothing has to pass, what came while a line above waited for something else is not too soon.
  if (earliest <= 0 || waited >= earliest - slack(earliest)) return;
  dialogue.unmet(code, {
    expected: `${what} no sooner than after ${earliest / SECOND} s`,
    actual: `it came after ${waited / SECOND} s`,
    entries: [entry],
  });
}
