import { expect, test } from 'vitest';
import { BackOff } from '../../src/station/network/back-off.ts';

const series = (settings: ConstructorParameters<typeof BackOff>[0], random: () => number, count: number): number[] => {
  const backOff = new BackOff(settings, random);
  return Array.from({ length: count }, () => backOff.next());
};

test('doubles RepeatTimes times and then stays', () => {
  expect(series({ waitMinimum: 10, randomRange: 0, repeatTimes: 2 }, () => 0.9, 5)).toEqual([10, 20, 40, 40, 40]);
});

test('never doubles with RepeatTimes 0', () => {
  expect(series({ waitMinimum: 10, randomRange: 0, repeatTimes: 0 }, () => 0, 3)).toEqual([10, 10, 10]);
});

test('adds a new random part to every wait that grows', () => {
  const random = [0, 0.5, 1].values();
  const next = () => random.next().value ?? 0;
  expect(series({ waitMinimum: 10, randomRange: 4, repeatTimes: 2 }, next, 4)).toEqual([10, 22, 48, 48]);
});
