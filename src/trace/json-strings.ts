/** A string as JSON writes it, somewhere in a text. */
interface JsonString {
  /** Where its quotes are; the second may be missing at the end of a text. */
  start: number;
  end: number;
  value: string;
  /** The name of the field that it is the value of. */
  key?: string;
}

/** The JSON strings in a text, whether or not the text as a whole is JSON. */
export function* stringsIn(text: string): Generator<JsonString> {
  let start = -1;
  let last: JsonString | undefined;
  for (const { 0: found, index } of text.matchAll(/\\.|"/gs)) {
    if (found !== '"') continue;
    if (start < 0) start = index;
    else {
      last = stringAt(text, start, index + 1, last);
      yield last;
      start = -1;
    }
  }
  if (start >= 0) yield stringAt(`${text}"`, start, text.length + 1, last);
}

function stringAt(text: string, start: number, end: number, before: JsonString | undefined): JsonString {
  const value = decoded(text.slice(start, end));
  const isField = before !== undefined && /^\s*:\s*$/.test(text.slice(before.end, start));
  return { start, end, value, ...(isField ? { key: before.value } : {}) };
}

/** What a JSON string says; one that is not well-formed says what stands there. */
function decoded(quoted: string): string {
  const plain = quoted.slice(1, -1);
  if (!plain.includes('\\')) return plain;
  try {
    return JSON.parse(quoted);
  } catch {
    return plain;
  }
}

const COLON = /\s*:/y;

function isKey(text: string, end: number): boolean {
  COLON.lastIndex = end;
  return COLON.test(text);
}

/** Replaces JSON strings in a text, names of fields excepted; what stays the same keeps its spelling. */
export function replaceStrings(text: string, replace: (value: string, key: string | undefined) => string): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, value, key } of stringsIn(text)) {
    if (isKey(text, end)) continue;
    const replaced = replace(value, key);
    parts.push(text.slice(done, start), replaced === value ? text.slice(start, end) : JSON.stringify(replaced));
    done = end;
  }
  return parts.join('') + text.slice(done);
}
