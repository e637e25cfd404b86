import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { elements, within } from './der.ts';

/** What a certificate signing request says. */
export interface Csr {
  publicKey: KeyObject;
  /** Whether it was signed with the private key that goes with it. */
  signed: boolean;
}

const PEM = /^\s*-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----([A-Za-z0-9+/=\s]+)-----END (?:NEW )?CERTIFICATE REQUEST-----\s*$/;
/** Identifiers of signature algorithms end in the hash: ecdsa-with-SHA2 and shaWithRSAEncryption. */
const HASHES: Readonly<Record<string, string>> = {
  '2a8648ce3d040301': 'sha224',
  '2a8648ce3d040302': 'sha256',
  '2a8648ce3d040303': 'sha384',
  '2a8648ce3d040304': 'sha512',
  '2a864886f70d01010b': 'sha256',
  '2a864886f70d01010c': 'sha384',
  '2a864886f70d01010d': 'sha512',
};

/** Reads a PEM text of RFC 2986; undefined if it is none. */
export function readCsr(pem: string): Csr | undefined {
  const [, base64] = PEM.exec(pem) ?? [];
  if (!base64) return undefined;
  try {
    const [info, algorithm, signature] = within(elements(Buffer.from(base64, 'base64'))[0]);
    const [, , spki] = within(info);
    if (!info || !spki || !signature) return undefined;
    const publicKey = createPublicKey({ key: spki.raw, format: 'der', type: 'spki' });
    const hash = HASHES[within(algorithm)[0]?.content.toString('hex') ?? ''];
    // A signature of another kind, RSA-PSS say, is taken for right.
    const signed = hash === undefined || verify(hash, info.raw, publicKey, signature.content.subarray(1));
    return { publicKey, signed };
  } catch {
    return undefined;
  }
}
