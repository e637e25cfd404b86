/**
 * Lays `partial` over `base`: objects field by field, arrays index by index, anything else replaces. A field that is
 * there with the value undefined is removed; a hole in an array leaves what is below it.
 */
export function merge(base: unknown, partial: unknown): unknown {
  if (Array.isArray(base) && Array.isArray(partial)) return mergeArrays(base, partial);
  if (!isObject(partial)) return partial;
  const under = isObject(base) ? base : {};
  const merged: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(partial)) {
    if (value === undefined) delete merged[key];
    else merged[key] = merge(under[key], value);
  }
  return merged;
}

function mergeArrays(base: readonly unknown[], partial: readonly unknown[]): unknown[] {
  const merged = [...base];
  partial.forEach((value, index) => {
    merged[index] = value === undefined ? undefined : merge(base[index], value);
  });
  return merged.filter((value) => value !== undefined);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** One payload out of several: arrays joined, other fields as in the last one. */
export function joined<T extends object>(payloads: readonly T[]): T {
  const result: Record<string, unknown> = {};
  for (const payload of payloads)
    for (const [key, value] of Object.entries(payload)) {
      const before = result[key];
      result[key] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
    }
  return result as T;
}
