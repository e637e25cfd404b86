import { decode } from '../ocpp/frame.ts';
import type { Entry, FrameEntry } from './entry.ts';

type Mask = (text: string) => string;

/** Entries without secrets; answers refer to the new entries. */
export function redactEntries(entries: readonly Entry[], mask: Mask): Entry[] {
  const clean = new Map<Entry, FrameEntry>();
  return entries.map((entry) => {
    if (entry.kind !== 'frame') return redactEvent(entry, mask);
    const text = mask(entry.text);
    const answers = entry.answers && clean.get(entry.answers);
    const frame = { ...entry, text, ...(text === entry.text ? {} : { decoded: decode(text) }), ...(answers ? { answers } : {}) };
    clean.set(entry, frame);
    return frame;
  });
}

function redactEvent(entry: Exclude<Entry, FrameEntry>, mask: Mask): Entry {
  switch (entry.kind) {
    case 'connected':
      return { ...entry, upgrade: redactDeeply(entry.upgrade, sparing(entry.upgrade.identity, mask)) };
    case 'refused':
      return { ...entry, refusal: redactDeeply(entry.refusal, sparing(entry.refusal.stage, mask)) };
    case 'closed':
      return { ...entry, reason: mask(entry.reason), ...(entry.error === undefined ? {} : { error: mask(entry.error) }) };
    case 'stimulus':
      return {
        ...entry,
        parameters: redactDeeply(entry.parameters, mask),
        ...(entry.note === undefined ? {} : { note: mask(entry.note) }),
      };
    case 'step':
      return { ...entry, text: mask(entry.text) };
    default:
      return entry;
  }
}

/** Masks all texts but one, which a secret may happen to be equal to. */
const sparing =
  (public_: string | undefined, mask: Mask): Mask =>
  (text) =>
    text === public_ ? text : mask(text);

/** A value with every text in it masked, names of fields excepted. */
export function redactDeeply<T>(value: T, mask: Mask): T {
  if (typeof value === 'string') return mask(value) as T;
  if (Array.isArray(value)) return value.map((item) => redactDeeply(item, mask)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, redactDeeply(inner, mask)])) as T;
}
