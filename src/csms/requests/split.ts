/** Divides a list so that no part has more entries than `limit`. */
export function chunks<T>(list: readonly T[], limit: number | undefined): T[][] {
  if (limit === undefined || list.length <= limit) return [[...list]];
  return Array.from({ length: Math.ceil(list.length / limit) }, (_, at) => list.slice(at * limit, (at + 1) * limit));
}

/** Divides a list so that no part has two entries with the same key; the order stays as far as possible. */
export function withoutRepetition<T>(list: readonly T[], keyOf: (entry: T) => string): T[][] {
  const parts: Map<string, T>[] = [];
  for (const entry of list) {
    const key = keyOf(entry);
    const part = parts.find((entries) => !entries.has(key));
    if (part) part.set(key, entry);
    else parts.push(new Map([[key, entry]]));
  }
  return parts.map((entries) => [...entries.values()]);
}
