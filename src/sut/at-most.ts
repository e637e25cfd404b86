import { type Clock, wait } from '../time/clock.ts';

/** Waits for work, but no longer than `ms`. Leaves no timer behind, which would keep a process alive that is done. */
export async function atMost(clock: Clock, ms: number, work: Promise<unknown> | undefined): Promise<void> {
  const done = new AbortController();
  try {
    await Promise.race([work, wait(clock, ms, done.signal)]);
  } finally {
    done.abort();
  }
}
