/**
 * Hands events on one by one: what one sets in motion is done before the next, as on a peer with a loop of its own, even if
 * both came with the same read. The first is not kept waiting, which is why this is not left to ws.
 * @returns what takes the events, in their order
 */
export function inTurns(): (event: () => void) => void {
  const waiting: (() => void)[] = [];
  let busy = false;
  function goOn(): void {
    if (waiting.length === 0) busy = false;
    else setImmediate(next);
  }
  function next(): void {
    queueMicrotask(goOn);
    waiting.shift()?.();
  }
  return (event) => {
    if (busy) return void waiting.push(event);
    busy = true;
    queueMicrotask(goOn);
    event();
  };
}
