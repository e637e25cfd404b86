import { createPrivateKey, type webcrypto } from 'node:crypto';

const { subtle } = globalThis.crypto;

/** Keys that a PKI can be made of (A00.FR.501 to A00.FR.503). */
export const KEY_KINDS = ['ecdsa-p256', 'ecdsa-p384', 'rsa-2048', 'rsa-3072', 'rsa-4096'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/** A key that A00.FR.502 forbids. */
export type WeakKind = 'rsa-1024';

/** Algorithms of signatures; those with RSA are RSA-PSS (A00.FR.505). */
const PSS = { name: 'RSA-PSS', hash: 'SHA-256', saltLength: 32 } as const;
const P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const P384 = { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' } as const;

const algorithmOf = (kind: KeyKind | WeakKind) =>
  kind === 'ecdsa-p256'
    ? P256
    : kind === 'ecdsa-p384'
      ? P384
      : { ...PSS, modulusLength: Number(kind.slice('rsa-'.length)), publicExponent: new Uint8Array([1, 0, 1]) };

/** A key that signs, and how. */
export interface SigningKey {
  signingKey: webcrypto.CryptoKey;
  signingAlgorithm: typeof PSS | typeof P256 | typeof P384;
}

export interface Keys extends SigningKey {
  publicKey: webcrypto.CryptoKey;
  /** PEM of the private key. */
  pem: string;
}

export async function makeKeys(kind: KeyKind | WeakKind): Promise<Keys> {
  const algorithm = algorithmOf(kind);
  const { publicKey, privateKey } = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const pem = createPrivateKey({ key: Buffer.from(await subtle.exportKey('pkcs8', privateKey)), format: 'der', type: 'pkcs8' });
  return {
    publicKey,
    signingKey: privateKey,
    signingAlgorithm: algorithm.name === 'ECDSA' ? algorithm : PSS,
    pem: pem.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}

/** @param pem a private key of any kind above. @throws an Error for what is none */
export async function signingKeyIn(pem: string): Promise<SigningKey> {
  const key = createPrivateKey(pem);
  const { namedCurve } = key.asymmetricKeyDetails ?? {};
  const signingAlgorithm = namedCurve === undefined ? PSS : namedCurve === 'secp384r1' ? P384 : P256;
  const der = key.export({ format: 'der', type: 'pkcs8' });
  return { signingKey: await subtle.importKey('pkcs8', new Uint8Array(der), signingAlgorithm, false, ['sign']), signingAlgorithm };
}
