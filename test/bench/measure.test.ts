import { expect, test } from 'vitest';
import { held, keepsLimit } from '../../bench/bench.ts';
import { against, median } from '../../bench/measure.ts';
import { table } from '../../bench/table.ts';

test('the median is the middle of the sorted values, or between the two in the middle', () => {
  expect(median([100, 9, 8])).toBe(9);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow('no values');
});

test('a thing and its floor are measured in turn, each as often and each first as often', async () => {
  const order: string[] = [];
  const sample = (name: string, times: number[]) => async () => {
    order.push(name);
    return times.shift() ?? 0;
  };
  const figures = await against(sample('measured', [30, 90, 20, 40]), sample('floor', [10, 12, 50, 8]), 4);
  expect(order.join(' ')).toBe('measured floor floor measured measured floor floor measured');
  expect(figures).toEqual({ measured: 35, floor: 11 });
});

test('a limit is about the ratio where there is a floor, about the figure itself otherwise', () => {
  const figure = { what: 'round trip', measured: 30, floor: 20, limit: 1.5 };
  expect(held(figure)).toBe(1.5);
  expect(keepsLimit(figure)).toBe(true);
  expect(keepsLimit({ ...figure, measured: 31 })).toBe(false);
  expect(keepsLimit({ what: 'validators', measured: 30, limit: 30 })).toBe(true);
  expect(keepsLimit({ what: 'validators', measured: 31, limit: 30 })).toBe(false);
});

test('the table tells what was missed, and the notes', () => {
  const text = table([
    { what: 'round trip', measured: 0.2, floor: 0.1, limit: 1.5, note: 'a note' },
    { what: 'validators', measured: 20, limit: 30 },
  ]);
  expect(text).toMatch(/^round trip +0\.2000 ms +0\.1000 ms +2\.00x +1\.5x +MISSED$/m);
  expect(text).toMatch(/^validators +20\.0 ms +30\.0 ms +ok$/m);
  expect(text).toMatch(/^round trip: a note$/m);
});
