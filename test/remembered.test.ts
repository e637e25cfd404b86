import { expect, test, vi } from 'vitest';
import { Remembered } from '../src/remembered.ts';

test('what is made of a text is made once', () => {
  const lengths = new Remembered<number>(10);
  const make = vi.fn((text: string) => text.length);
  expect(['a', 'bb', 'a', ''].map((text) => lengths.of(text, make))).toEqual([1, 2, 1, 0]);
  expect(lengths.of('', make)).toBe(0);
  expect(make.mock.calls).toEqual([['a'], ['bb'], ['']]);
});

test('no more is kept than was said', () => {
  const texts = new Remembered<string>(2);
  const make = vi.fn((text: string) => text);
  for (const text of ['a', 'b', 'c', 'c', 'a']) texts.of(text, make);
  expect(make.mock.calls.flat()).toEqual(['a', 'b', 'c', 'a']);
});

test('neither undefined nor an error is kept', () => {
  const results = new Remembered<string | undefined>(2);
  const fail = () => {
    throw new Error('no');
  };
  expect(() => results.of('a', fail)).toThrow('no');
  expect(results.of('a', () => undefined)).toBeUndefined();
  expect(results.of('a', () => 'there')).toBe('there');
});
