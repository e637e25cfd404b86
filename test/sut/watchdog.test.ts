import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Stuck } from '../../src/scenario/verdict.ts';
import { Watchdog } from '../../src/sut/watchdog.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('ends what does not come on', () => {
  const watchdog = new Watchdog(() => 'the same');
  vi.advanceTimersByTime(15_000);
  expect(watchdog.signal.aborted).toBe(false);
  vi.advanceTimersByTime(15_000);
  expect(watchdog.signal.reason).toBeInstanceOf(Stuck);
  expect((watchdog.signal.reason as Error).message).toContain('time stands still');
  watchdog.stop();
});

test('lets go on what comes on, however slowly, and what has come to its end', () => {
  let steps = 0;
  const watchdog = new Watchdog(() => String(steps++));
  vi.advanceTimersByTime(15_000 * 100);
  expect(watchdog.signal.aborted).toBe(false);
  const stopped = new Watchdog(() => 'the same');
  stopped.stop();
  vi.advanceTimersByTime(15_000 * 100);
  expect(stopped.signal.aborted).toBe(false);
  watchdog.stop();
});
