import { describe, expect, test } from 'vitest';
import { firstDeparture, type Timeline, valueAt } from '../../src/schedule/timeline.ts';

const line = (...parts: (number | string | undefined)[]): Timeline<string> =>
  parts.flatMap((from, index) => (index % 2 === 0 ? [{ from: from as number, value: parts[index + 1] as string | undefined }] : []));

describe('a timeline', () => {
  test('has the value of the step that began last, and none before the first', () => {
    const steps = line(10, 'a', 20, undefined, 30, 'b');
    expect([9, 10, 19, 20, 30, 99].map((at) => valueAt(steps, at))).toEqual([undefined, 'a', 'a', undefined, 'b', 'b']);
  });
});

describe('a function departs from another one', () => {
  const departure = (actual: Timeline<string>, wanted: Timeline<string>, from = 0, to = 100) =>
    firstDeparture(actual, wanted, { from, to, tolerance: 4 }, (a, b) => a === b);
  const wanted = line(0, 'a', 50, 'b');

  test.each<[string, Timeline<string>, number | undefined]>([
    ['not if it is the same', wanted, undefined],
    ['not if it is cut into more steps', line(0, 'a', 20, 'a', 50, 'b', 70, 'b'), undefined],
    ['not if it changes a little early', line(0, 'a', 46, 'b'), undefined],
    ['not if it changes a little late', line(0, 'a', 54, 'b'), undefined],
    ['if it changes too early', line(0, 'a', 45, 'b'), 45],
    ['if it changes too late', line(0, 'a', 55, 'b'), 54],
    ['if it has another value', line(0, 'c'), 0],
    ['however briefly', line(0, 'a', 20, 'c', 21, 'a', 50, 'b'), 20],
    ['if it has no value', line(0, 'a', 50, 'b', 90, undefined), 90],
    ['if it begins late', line(10, 'a', 50, 'b'), 4],
    ['if it never changes', line(0, 'a'), 54],
  ])('%s', (_what, actual, expected) => {
    expect(departure(actual, wanted)).toBe(expected);
  });

  test('only where it is looked at', () => {
    expect(departure(line(0, 'c', 10, 'a', 50, 'b', 60, 'c'), wanted, 10, 60)).toBeUndefined();
  });

  test('where nothing is wanted before the first step', () => {
    expect(departure(line(0, undefined, 10, 'a'), line(10, 'a'))).toBeUndefined();
    expect(departure(line(0, 'a'), line(10, 'a'))).toBe(0);
  });
});
