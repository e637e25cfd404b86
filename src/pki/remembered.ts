import { Remembered } from '../remembered.ts';

/** As many texts are remembered; the same few certificates are asked about again and again. */
const MOST = 200;
/** Longer ones are not: a peer may send what it likes. */
const LONGEST = 20_000;

/** What is made of a PEM text, made once. @param make gives the same for the same text; what it throws is thrown each time */
export function remembered<T>(make: (pem: string) => T): (pem: string) => T {
  const known = new Remembered<T>(MOST);
  return (pem) => (pem.length > LONGEST ? make(pem) : known.of(pem, make));
}
