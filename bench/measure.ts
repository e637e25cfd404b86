/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('no values');
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Milliseconds of wall time that something takes. */
export async function timed(work: () => unknown): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** Something that can be measured again and again. */
type Sample = () => Promise<number>;

/**
 * Measures one thing and its floor in turn, so that a machine that is busy for a while is so for both. Which of the
 * two comes first changes from turn to turn.
 * @returns the median of each
 */
export async function against(measure: Sample, floor: Sample, turns: number): Promise<{ measured: number; floor: number }> {
  const measured: number[] = [];
  const floors: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    if (turn % 2 === 1) floors.push(await floor());
    measured.push(await measure());
    if (turn % 2 === 0) floors.push(await floor());
  }
  return { measured: median(measured), floor: median(floors) };
}
