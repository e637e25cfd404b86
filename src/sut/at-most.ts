import { type Clock, wait } from '../time/clock.ts';

/** Waits for work, but no longer than `ms`. Leaves no timer behind, which would keep a process alive that is done. */
export async function atMost(clock: Clock, ms: number, work: Promise<unknown> | undefined): Promise<void> {
  const done = new AbortController();
  try {
    await Promise.race([work, wait(clock, ms, done.signal)]);
  } finally {
    // A reason of one's own, as Node would make an exception for lack of one.
    done.abort('done');
  }
}
