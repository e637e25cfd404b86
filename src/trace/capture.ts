import type { Entry } from './entry.ts';
import type { Redactor } from './redact.ts';

/** Writes entries as JSON lines, without what can be read from the text of a frame again. */
export const writeCapture = (entries: readonly Entry[], redact: Redactor): string =>
  entries.map((entry) => `${redact(JSON.stringify(plain(entry)))}\n`).join('');

function plain(entry: Entry): unknown {
  if (entry.kind !== 'frame') return entry;
  const { decoded: _, answers, ...rest } = entry;
  return answers ? { ...rest, answers: answers.seq } : rest;
}
