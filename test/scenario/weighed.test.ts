import { expect, test } from 'vitest';
import { weighed } from '../../src/scenario/weighed.ts';
import { FINDING, WARNING } from '../report/kit.ts';

test('violations come before warnings, each in their order', () => {
  const [one, two] = [
    { ...FINDING, actual: 'one' },
    { ...WARNING, actual: 'two' },
  ];
  expect(weighed([WARNING, one, two, FINDING], false)).toEqual([one, FINDING, WARNING, two]);
});

test('to the strict, a warning is a violation that tells what it was', () => {
  expect(weighed([WARNING, FINDING], true)).toEqual([{ ...WARNING, severity: 'violation', promoted: true }, FINDING]);
});
