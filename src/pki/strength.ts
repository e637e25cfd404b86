import type { KeyObject } from 'node:crypto';

/** NIST SP 800-57 part 1, table 2. */
const RSA_STRENGTHS: readonly (readonly [bits: number, strength: number])[] = [
  [15360, 256],
  [7680, 192],
  [3072, 128],
  [2048, 112],
  [1024, 80],
];

const CURVES: Readonly<Record<string, number>> = { secp224r1: 224, prime256v1: 256, secp384r1: 384, secp521r1: 521, secp256k1: 256 };

/** Bits of an elliptic curve key; undefined for any other, and for a curve that requirements do not speak of. */
export const curveBits = ({ asymmetricKeyDetails }: KeyObject): number | undefined => CURVES[asymmetricKeyDetails?.namedCurve ?? ''];

/** Bits of a symmetric key that is as hard to break (A00.FR.501); undefined where that is not known. */
export function strengthOf(key: KeyObject): number | undefined {
  const curve = curveBits(key);
  if (curve !== undefined) return Math.floor(curve / 2);
  const bits = key.asymmetricKeyDetails?.modulusLength;
  return bits === undefined ? undefined : (RSA_STRENGTHS.find(([least]) => bits >= least)?.[1] ?? 0);
}
