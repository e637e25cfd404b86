/** Shares an amount fairly: whoever wants less than an equal part leaves the rest to the others (K04.FR.05). */
export function share(wanted: readonly number[], amount: number): number[] {
  const shares = wanted.map(() => 0);
  let left = amount;
  const ascending = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  for (const [place, index] of ascending.entries()) {
    const part = Math.min(wanted[index] ?? 0, left / (ascending.length - place));
    shares[index] = part;
    left -= part;
  }
  return shares;
}
