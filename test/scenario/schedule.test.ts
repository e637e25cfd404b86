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
      ['connector type', 'sType2'],
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

describe('the composite of charging profiles', () => {
  const period = (startPeriod: number, limit: number, more = {}) => ({ startPeriod, limit, ...more });
  const profile = (id: number, overrides: object, schedule: object) => ({
    id,
    stackLevel: 0,
    chargingProfilePurpose: 'TxDefaultProfile',
    chargingProfileKind: 'Absolute',
    ...overrides,
    chargingSchedule: [
      {
        id,
        startSchedule: at(0),
        duration: 300,
        chargingRateUnit: 'A',
        chargingSchedulePeriod: [period(0, 6), period(100, 8)],
        ...schedule,
      },
    ],
  });
  const composite = (overrides: object = {}) => ({ scheduleStart: at(50), duration: 400, chargingRateUnit: 'A', ...overrides });
  const comesTo = (actual: unknown, cell = 'the composite of $low, $high', high: object = {}) => {
    const known = scope();
    known.remember('low', profile(1, {}, {}));
    known.remember('high', profile(2, { stackLevel: 1 }, { duration: 150, chargingSchedulePeriod: [period(0, 10)], ...high }));
    return matches(parseCell(cell).matcher, actual, known);
  };
  const RIGHT = [period(0, 10), period(100, 8), period(250, 32)];

  test.each<[boolean, string, object]>([
    [true, 'as they come to', { chargingSchedulePeriod: RIGHT }],
    [true, 'cut into other periods', { chargingSchedulePeriod: [period(0, 10), period(7, 10), ...RIGHT.slice(1)] }],
    [true, 'a little late', { chargingSchedulePeriod: [period(0, 10), period(104, 8), period(250, 32)] }],
    [false, 'too late', { chargingSchedulePeriod: [period(0, 10), period(106, 8), period(250, 32)] }],
    [false, 'with one period left out', { chargingSchedulePeriod: [period(0, 10), period(250, 32)] }],
    [false, 'with the lower one in the stack', { chargingSchedulePeriod: [period(0, 6), period(50, 8), period(250, 32)] }],
    [false, 'with a limit where there is none', { chargingSchedulePeriod: RIGHT.slice(0, 2) }],
    [false, 'that begins late', { chargingSchedulePeriod: [period(10, 10), ...RIGHT.slice(1)] }],
    [false, 'of which nobody knows when it begins', { scheduleStart: 'noon', chargingSchedulePeriod: RIGHT }],
    [false, 'that takes no time', { duration: 0, chargingSchedulePeriod: RIGHT }],
    [false, 'without periods', { chargingSchedulePeriod: [] }],
    [true, 'in watts', { chargingRateUnit: 'W', chargingSchedulePeriod: [period(0, 6900), period(100, 5520), period(250, 22000)] }],
    [
      true,
      'in watts at 240 V',
      { chargingRateUnit: 'W', chargingSchedulePeriod: [period(0, 7200), period(100, 5760), period(250, 22000)] },
    ],
    [
      false,
      'in watts of one phase',
      { chargingRateUnit: 'W', chargingSchedulePeriod: [period(0, 2300), period(100, 1840), period(250, 22000)] },
    ],
  ])('%s: a schedule %s', (fit, _, overrides) => expect(comesTo(composite(overrides))).toBe(fit));

  test('uses no more phases than the profiles allow', () => {
    const single = { chargingSchedulePeriod: [period(0, 10, { numberPhases: 1 })] };
    const schedule = (numberPhases: number) => composite({ chargingSchedulePeriod: [period(0, 10, { numberPhases }), ...RIGHT.slice(1)] });
    expect(comesTo(schedule(1), undefined, single)).toBe(true);
    expect(comesTo(schedule(3), undefined, single)).toBe(false);
  });

  test('in another unit nobody knows for direct current', () => {
    const watts = composite({ chargingRateUnit: 'W', chargingSchedulePeriod: [period(0, 1)] });
    const known = scope();
    known.remember('low', profile(1, {}, {}));
    expect(matches(parseCell('the composite of $low').matcher, watts, known)).toBe(false);
    known.override('connector type', 'cCCS2');
    expect(matches(parseCell('the composite of $low').matcher, watts, known)).toBe(true);
    expect(matches(parseCell('the composite of $low').matcher, { ...watts, chargingRateUnit: 'A' }, known)).toBe(false);
  });

  test('less is as good where it is the most', () => {
    const cell = 'at most the composite of $low';
    const limits = (...limit: number[]) =>
      composite({ chargingSchedulePeriod: [period(0, limit[0] as number), period(60, limit[1] as number)] });
    expect(comesTo(limits(6, 8), cell)).toBe(true);
    expect(comesTo(limits(5, 6), cell)).toBe(true);
    expect(comesTo(limits(7, 8), cell)).toBe(false);
    expect(comesTo(limits(6, 9), cell)).toBe(false);
    expect(comesTo({ chargingRateUnit: 'A', chargingSchedulePeriod: [period(0, 6)] }, cell)).toBe(true);
    expect(comesTo([period(0, 6)], cell)).toBe(false);
  });

  test('is told by the ids of the profiles', () => {
    const known = scope();
    known.remember('low', profile(7, {}, {}));
    expect(condition('schedule', parseCell('at most the composite of $low').matcher, known)).toBe(
      'schedule is at most what charging profiles 7 come to',
    );
  });
});
