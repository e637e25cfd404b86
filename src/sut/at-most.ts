import type { Clock } from '../time/clock.ts';

/** Waits for work, but no longer than `ms`. Leaves no timer behind, which would keep a process alive that is done. */
export async function atMost(clock: Clock, ms: number, work: Promise<unknown> | undefined): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = clock.after(ms, resolve);
  try {
    await Promise.race([work, promise]);
  } finally {
    timer.cancel();
  }
}
