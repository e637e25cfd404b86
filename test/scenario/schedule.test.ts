import { describe, expect, test } from 'vitest';
import { condition, isAboutAll, matches, parseCell, valueFor } from '../../src/scenario/matcher.ts';
import { Scope } from '../../src/scenario/scope.ts';

const NOON = Date.parse('2026-01-02T12:00:00Z');
const at = (seconds: number) => new Date(NOON + seconds * 1000).toISOString();
const scope = () => {
  const made = new Scope(
    new Map<string, unknown>([
      ['tolerance', 4],
      ['interval', 60],
      ['multiplier', 690],
    ]),
    () => NOON,
  );
  made.remember('start', at(0));
  return made;
};
const fits = (cell: string, actual: unknown) => matches(parseCell(cell).matcher, actual, scope());

describe('instants that are apart', () => {
  test.each<[boolean, string, number[]]>([
    [true, 'exactly', [0, 60, 120]],
    [true, 'within the tolerance', [0, 64, 120]],
    [false, 'beyond the tolerance', [0, 65, 125]],
    [false, 'but one is missing', [0, 120]],
    [false, 'but one comes twice', [0, 60, 60]],
    [false, 'backwards', [60, 0]],
    [false, 'a single one', [0]],
    [false, 'none', []],
  ])('%s: %s', (fit, _, seconds) => {
    expect(fits('60 s apart', seconds.map(at))).toBe(fit);
    expect(fits('<interval> apart', seconds.map(at))).toBe(fit);
  });

  test('what is no instant is not apart from anything', () => {
    expect(fits('60 s apart', [at(0), undefined])).toBe(false);
    expect(fits('60 s apart', ['yesterday', 'today'])).toBe(false);
    expect(isAboutAll(parseCell('60 s apart').matcher)).toBe(true);
    expect(isAboutAll(parseCell('60').matcher)).toBe(false);
  });
});

describe('instants that are aligned', () => {
  test.each<[boolean, number]>([
    [true, 0],
    [true, 900],
    [true, 904],
    [true, 896],
    [false, 905],
    [false, 450],
  ])('%s: %d s after noon', (fit, seconds) => expect(fits('aligned to 15 min', at(seconds))).toBe(fit));

  test.each([undefined, 'noon', ''])('%j is not', (actual) => expect(fits('aligned to 15 min', actual)).toBe(false));
});

describe('limits over time', () => {
  const periods = (...steps: [number, number][]) => steps.map(([startPeriod, limit]) => ({ startPeriod, limit }));
  const cell = '0: 6, 100: 8, 300: 10';

  test.each<[boolean, string, [number, number][]]>([
    [
      true,
      'the same periods',
      [
        [0, 6],
        [100, 8],
        [300, 10],
      ],
    ],
    [
      true,
      'cut into more periods',
      [
        [0, 6],
        [50, 6],
        [100, 8],
        [300, 10],
        [1000, 10],
      ],
    ],
    [
      true,
      'changes within the tolerance',
      [
        [0, 6],
        [103, 8],
        [297, 10],
      ],
    ],
    [
      true,
      'rounded',
      [
        [0, 6.1],
        [100, 8],
        [300, 9.9],
      ],
    ],
    [
      false,
      'a change beyond the tolerance',
      [
        [0, 6],
        [105, 8],
        [300, 10],
      ],
    ],
    [
      false,
      'another limit',
      [
        [0, 6],
        [100, 7],
        [300, 10],
      ],
    ],
    [
      false,
      'one change too few',
      [
        [0, 6],
        [100, 8],
      ],
    ],
    [
      false,
      'one change too many',
      [
        [0, 6],
        [100, 8],
        [300, 10],
        [400, 11],
      ],
    ],
    [
      false,
      'nothing at first',
      [
        [10, 6],
        [100, 8],
        [300, 10],
      ],
    ],
    [false, 'nothing at all', []],
  ])('%s: %s', (fit, _, steps) => {
    expect(fits(cell, { chargingSchedulePeriod: periods(...steps) })).toBe(fit);
    expect(fits(cell, periods(...steps))).toBe(fit);
  });

  test('only as long as the schedule lasts', () => {
    expect(fits(cell, { duration: 200, chargingSchedulePeriod: periods([0, 6], [100, 8]) })).toBe(true);
    expect(fits(cell, { duration: 320, chargingSchedulePeriod: periods([0, 6], [100, 8]) })).toBe(false);
    expect(fits(cell, { duration: 0, chargingSchedulePeriod: periods([0, 6]) })).toBe(false);
  });

  test('since some instant, wherever the schedule begins', () => {
    const since = `${cell} since $start`;
    const schedule = (scheduleStart: string | undefined, ...steps: [number, number][]) => ({
      ...(scheduleStart ? { scheduleStart } : {}),
      duration: 400,
      chargingSchedulePeriod: periods(...steps),
    });
    expect(fits(since, schedule(at(50), [0, 6], [50, 8], [250, 10]))).toBe(true);
    expect(fits(since, schedule(at(50), [0, 6], [100, 8], [300, 10]))).toBe(false);
    expect(fits(since, schedule(undefined, [0, 6], [100, 8], [300, 10]))).toBe(false);
    expect(fits(since, { startSchedule: at(0), chargingSchedulePeriod: periods([0, 6], [100, 8], [300, 10]) })).toBe(true);
  });

  test('what is no schedule has none', () => {
    for (const actual of [undefined, null, 7, 'x', {}, { chargingSchedulePeriod: 3 }]) expect(fits(cell, actual)).toBe(false);
  });

  test('are played as periods, and told as a phrase', () => {
    const { matcher } = parseCell('0: 6 * <multiplier>, 100: 8');
    expect(valueFor(matcher, scope())).toEqual({ value: periods([0, 4140], [100, 8]) });
    expect(condition('chargingSchedule[0]', parseCell('0: 6, 100: 8 since $start').matcher, scope())).toBe(
      `chargingSchedule[0] is a limit of 6 from 0 s on, 8 from 100 s on since ${at(0)}`,
    );
  });
});
