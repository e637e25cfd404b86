import { decode } from '../ocpp/frame.ts';
import { actionOf } from './action-of.ts';
import type { Entry } from './entry.ts';

/** Writes entries as JSON lines, without what can be read from the text of a frame again. */
export const writeCapture = (entries: readonly Entry[]): string => entries.map((entry) => `${JSON.stringify(plain(entry))}\n`).join('');

/** Every line begins with where and when; the order of the fields is the same for all. */
function plain(entry: Entry): unknown {
  if (entry.kind === 'frame') {
    const { seq, at, connection, kind, from, text, deliberate, unanswered, answers } = entry;
    // JSON leaves out what is undefined.
    return { seq, at, connection, kind, from, text, deliberate, unanswered, answers: answers?.seq };
  }
  const { seq, at, connection, kind, ...rest } = entry;
  return { seq, at, connection, kind, ...rest };
}

/** Reads entries back. @param text as `writeCapture` makes it */
export function readCapture(text: string): Entry[] {
  const entries: Entry[] = [];
  for (const line of text.split('\n').filter(Boolean)) {
    const { answers, ...entry } = JSON.parse(line);
    if (entry.kind === 'frame') {
      entry.decoded = decode(entry.text);
      if (entries[answers]) entry.answers = entries[answers];
      const action = actionOf(entry);
      if (action) entry.action = action;
    }
    entries.push(entry);
  }
  return entries;
}
