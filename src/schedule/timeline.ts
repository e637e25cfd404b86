/** A value from some moment on, in milliseconds since the epoch; undefined where there is none. */
export interface Step<V> {
  from: number;
  value: V | undefined;
}

/** A function of time: steps in the order of time, each lasting until the next one. Before the first there is no value. */
export type Timeline<V> = readonly Step<V>[];

export function valueAt<V>(timeline: Timeline<V>, at: number): V | undefined {
  return timeline[indexAt(timeline, at)]?.value;
}

/** The index of the step that lasts at a moment; -1 before the first. */
function indexAt<V>(timeline: Timeline<V>, at: number): number {
  let [low, high] = [0, timeline.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((timeline[middle] as Step<V>).from <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Adds a value that lasts from now on, unless it is the one that lasts already. */
export function append<V>(
  steps: Step<V>[],
  from: number,
  value: V | undefined,
  same: (a: V | undefined, b: V | undefined) => boolean,
): void {
  const last = steps.at(-1);
  if (last?.from === from) {
    last.value = value;
    const before = steps.at(-2);
    if (before && same(before.value, value)) steps.pop();
  } else if (!last || !same(last.value, value)) steps.push({ from, value });
}

/** What two functions of time come to together at every moment. */
export function combine<V>(
  a: Timeline<V>,
  b: Timeline<V>,
  together: (a: V | undefined, b: V | undefined) => V | undefined,
  same: (a: V | undefined, b: V | undefined) => boolean,
): Step<V>[] {
  const steps: Step<V>[] = [];
  let [i, j] = [0, 0];
  let [nextA, nextB] = [beginOf(a, 0), beginOf(b, 0)];
  let [valueA, valueB, last]: (V | undefined)[] = [];
  while (i < a.length || j < b.length) {
    const from = Math.min(nextA, nextB);
    if (nextA === from) {
      valueA = a[i++]?.value;
      nextA = beginOf(a, i);
    }
    if (nextB === from) {
      valueB = b[j++]?.value;
      nextB = beginOf(b, j);
    }
    const value = together(valueA, valueB);
    if (steps.length > 0 && same(last, value)) continue;
    steps.push({ from, value });
    last = value;
  }
  return steps;
}

const beginOf = <V>(timeline: Timeline<V>, index: number): number => timeline[index]?.from ?? Number.POSITIVE_INFINITY;

/**
 * The first moment from `from` until before `to` at which a function has a value that another one does not have within
 * a tolerance before or after; undefined if there is none.
 */
export function firstDeparture<V, W>(
  actual: Timeline<V>,
  wanted: Timeline<W>,
  { from, to, tolerance }: { from: number; to: number; tolerance: number },
  agree: (actual: V | undefined, wanted: W | undefined) => boolean,
): number | undefined {
  let at = from;
  while (at < to) {
    const index = indexAt(actual, at);
    const end = Math.min(to, actual[index + 1]?.from ?? to);
    const reached = coveredUntil(wanted, at, end, tolerance, (value) => agree(actual[index]?.value, value));
    if (reached < end) return reached;
    at = end;
  }
  return undefined;
}

/** How far from `at` on there is always a fitting value within the tolerance. */
function coveredUntil<W>(wanted: Timeline<W>, at: number, end: number, tolerance: number, fits: (value: W | undefined) => boolean): number {
  let reached = at;
  const first = indexAt(wanted, at - tolerance);
  for (let index = first; index < wanted.length && reached < end; index++) {
    const begin = index < 0 ? Number.NEGATIVE_INFINITY : (wanted[index] as Step<W>).from;
    if (begin - tolerance > reached) return reached;
    if (fits(wanted[index]?.value)) reached = Math.max(reached, (wanted[index + 1]?.from ?? Number.POSITIVE_INFINITY) + tolerance);
  }
  return Math.min(reached, end);
}
