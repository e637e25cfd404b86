import { decode } from '../ocpp/frame.ts';
import type { Entry, FrameEntry } from './entry.ts';
import type { Redactor } from './redact.ts';

/** Entries without secrets, those that hold none as they are; answers refer to the new entries. */
export function redactEntries(entries: readonly Entry[], redactor: Redactor): Entry[] {
  /** The new frames by those that hold a secret, or answer one that does. */
  const clean = new Map<Entry, FrameEntry>();
  return entries.map((entry) => {
    if (entry.kind !== 'frame') return redactEvent(entry, redactor);
    const text = redactor.text(entry.text);
    const answers = entry.answers && clean.get(entry.answers);
    if (text === entry.text && !answers) return entry;
    const frame = { ...entry, text, ...(text === entry.text ? {} : { decoded: decode(text) }), ...(answers ? { answers } : {}) };
    clean.set(entry, frame);
    return frame;
  });
}

/** Identity and stage stay as they are, should a secret happen to be equal to them. */
function redactEvent(entry: Exclude<Entry, FrameEntry>, { text, value }: Redactor): Entry {
  switch (entry.kind) {
    case 'connected': {
      const { identity } = entry.upgrade;
      return { ...entry, upgrade: { ...value(entry.upgrade), ...(identity === undefined ? {} : { identity }) } };
    }
    case 'refused':
      return { ...entry, refusal: { ...value(entry.refusal), stage: entry.refusal.stage } };
    case 'closed':
      return { ...entry, reason: text(entry.reason), ...(entry.error === undefined ? {} : { error: text(entry.error) }) };
    case 'stimulus':
      return { ...entry, parameters: value(entry.parameters), ...(entry.note === undefined ? {} : { note: text(entry.note) }) };
    case 'driver':
    case 'step': {
      const clean = text(entry.text);
      return clean === entry.text ? entry : { ...entry, text: clean };
    }
    case 'upload':
    case 'upload-failed':
      return value(entry);
    default:
      return entry;
  }
}
