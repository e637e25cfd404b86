import { expect, test } from 'vitest';
import { atMost } from '../../src/sut/at-most.ts';
import type { Clock } from '../../src/time/clock.ts';

/** A clock that shows what waits for it. */
function clock(): Clock & { waiting: Set<() => void> } {
  const waiting = new Set<() => void>();
  const after = (_ms: number, callback: () => void) => {
    waiting.add(callback);
    return { cancel: () => void waiting.delete(callback) };
  };
  return { speed: 1, now: () => 0, after, hold: () => () => {}, waiting };
}

test('ends with the work, and leaves no timer behind', async () => {
  const all = clock();
  await atMost(all, 1000, Promise.resolve());
  expect(all.waiting.size).toBe(0);
});

test('ends with the work that fails, and leaves no timer behind', async () => {
  const all = clock();
  await expect(atMost(all, 1000, Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(all.waiting.size).toBe(0);
});

test('ends when the time is over', async () => {
  const all = clock();
  const ended = atMost(all, 1000, new Promise(() => {}));
  for (const callback of all.waiting) callback();
  await expect(ended).resolves.toBeUndefined();
  expect(all.waiting.size).toBe(0);
});
