/** As many texts are remembered; the same few certificates are asked about again and again. */
const MOST = 200;
/** Longer ones are not: a peer may send what it likes. */
const LONGEST = 20_000;

/** What is made of a PEM text, made once. @param make gives the same for the same text; what it throws is thrown each time */
export function remembered<T>(make: (pem: string) => T): (pem: string) => T {
  const known = new Map<string, T>();
  return (pem) => {
    if (pem.length > LONGEST) return make(pem);
    if (known.has(pem)) return known.get(pem) as T;
    const made = make(pem);
    if (known.size >= MOST) known.clear();
    known.set(pem, made);
    return made;
  };
}
