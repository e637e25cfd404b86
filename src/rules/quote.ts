/** Enough of a value to recognize it; peers may send megabytes. */
const MAX_QUOTE = 120;

/** A value as a finding quotes it. */
export function quote(value: unknown): string {
  const text = written(typeof value === 'string' ? value.slice(0, MAX_QUOTE + 1) : value);
  return text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)} ...` : text;
}

/** A value as JSON, if it can be written. */
export function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'nothing';
  } catch {
    return 'a value too deeply nested to be written';
  }
}

/** What a JSON pointer leads to; undefined where it leads nowhere. */
export function at(payload: unknown, pointer: string): unknown {
  let value = payload;
  for (const part of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[part.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return value;
}

/** A duration in milliseconds as a sentence says it. */
export const seconds = (ms: number): string => `${Math.round(ms / 100) / 10} s`;
