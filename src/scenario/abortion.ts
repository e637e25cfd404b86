import { Interrupted, Stuck } from './verdict.ts';

/** The end of a run while a scenario is being played. */
export interface Abortion {
  /** Rejects as soon as the signal aborts. */
  rejected: Promise<never>;
  /** A signal that lives longer than the scenario must not keep it. */
  forget(): void;
}

export function abortion(signal: AbortSignal | undefined): Abortion {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal?.reason instanceof Stuck ? signal.reason : new Interrupted());
  if (signal?.aborted) abort();
  else signal?.addEventListener('abort', abort, { once: true });
  // Where nobody waits, nobody needs to know.
  promise.catch(() => {});
  return { rejected: promise, forget: () => signal?.removeEventListener('abort', abort) };
}
