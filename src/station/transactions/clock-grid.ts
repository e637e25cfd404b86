const DAY = 86_400_000;

/**
 * The next instant that is aligned to an interval counted from midnight UTC, as clock-aligned data is; an interval that
 * does not divide the day begins anew at midnight. All in milliseconds.
 */
export function nextAligned(now: number, interval: number): number {
  const sinceMidnight = now % DAY;
  const midnight = now - sinceMidnight;
  return midnight + Math.min(DAY, (Math.floor(sinceMidnight / interval) + 1) * interval);
}
