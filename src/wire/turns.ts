/** Whatever events come from. What has been read from it already may still come while it is paused. */
interface Source {
  pause(): void;
  resume(): void;
}

/**
 * Hands events on one by one: what one sets in motion is done before the next, as on a peer with a loop of its own, even if
 * both came with the same read. The first is not kept waiting, which is why this is not left to ws. Nothing more is read
 * while some wait, however fast a peer sends.
 * @returns what takes the events, in their order
 */
export function inTurns(source: Source): (event: () => void) => void {
  const waiting: (() => void)[] = [];
  let busy = false;
  function goOn(): void {
    if (waiting.length > 0) setImmediate(next);
    else busy = false;
  }
  function next(): void {
    queueMicrotask(goOn);
    const event = waiting.shift();
    if (waiting.length === 0) source.resume();
    event?.();
  }
  return (event) => {
    if (busy) {
      if (waiting.length === 0) source.pause();
      return void waiting.push(event);
    }
    busy = true;
    queueMicrotask(goOn);
    event();
  };
}
