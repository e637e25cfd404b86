import { closest, distance } from 'fastest-levenshtein';

/** A hint for a mistyped name: `, did you mean "Booted"?`, or nothing if none is near. */
export function nearest(name: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const best = closest(name, known as string[]);
  return distance(name, best) <= Math.max(2, name.length / 3) ? `, did you mean "${best}"?` : '';
}
