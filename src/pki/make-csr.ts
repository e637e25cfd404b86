import 'reflect-metadata';
import { PemConverter, Pkcs10CertificateRequestGenerator } from '@peculiar/x509';

const { subtle } = globalThis.crypto;

/** For whom a certificate is asked for, and with what key. */
export interface CsrSubject {
  commonName: string;
  organization: string;
  /** Two letters. */
  country?: string;
}

/** A certificate signing request and the private key that goes with it, PEM texts. */
export interface KeyAndCsr {
  csr: string;
  key: string;
}

const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
/** A key that A00.FR.502 forbids. */
const WEAK = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' } as const;

/** Makes a new key and asks for a certificate for it (RFC 2986). @param weak with a key that is too short */
export async function makeCsr({ commonName, organization, country }: CsrSubject, weak = false): Promise<KeyAndCsr> {
  const uses: ('sign' | 'verify')[] = ['sign', 'verify'];
  const keys = weak ? await subtle.generateKey(WEAK, true, uses) : await subtle.generateKey(EC, true, uses);
  const name = [...(country === undefined ? [] : [{ C: [country] }]), { O: [organization] }, { CN: [commonName] }];
  const request = await Pkcs10CertificateRequestGenerator.create({ name, keys, signingAlgorithm: weak ? WEAK : EC });
  const key = PemConverter.encode(await subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
  return { csr: `${request.toString('pem').trim()}\n`, key: `${key.trim()}\n` };
}
