import 'reflect-metadata';
import type { webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import {
  AuthorityInfoAccessExtension,
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { Blueprint } from './credentials.ts';

const { subtle } = globalThis.crypto;
const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const RSA = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' } as const;

/** PEM texts of a certificate and of its private key. */
export interface Issued {
  certificate: string;
  key: string;
}

/**
 * Makes a key and a certificate for it, with the properties of A00.FR.501 to A00.FR.514.
 * @param issuer absent for a root, which signs itself; its key is an elliptic curve key
 * @param validity begin and end
 */
export async function issue(blueprint: Blueprint, issuer: Issued | undefined, validity: [Date, Date]): Promise<Issued> {
  const keys = blueprint.key === 'rsa' ? await subtle.generateKey(RSA, true, USES) : await subtle.generateKey(EC, true, USES);
  const signer = issuer && new X509Certificate(issuer.certificate);
  const subject = [{ O: [blueprint.organization] }, { CN: [blueprint.commonName] }];
  const certificate = await X509CertificateGenerator.create({
    subject,
    issuer: signer?.subjectName.toJSON() ?? subject,
    publicKey: keys.publicKey,
    signingKey: issuer ? await importKey(issuer.key) : keys.privateKey,
    signingAlgorithm: EC,
    notBefore: validity[0],
    notAfter: validity[1],
    extensions: await extensions(blueprint, keys.publicKey, signer),
  });
  return { certificate: endLine(certificate.toString('pem')), key: endLine(await exportKey(keys.privateKey)) };
}

const USES: ('sign' | 'verify')[] = ['sign', 'verify'];
const endLine = (pem: string): string => `${pem.trim()}\n`;

/** Extended key usage is left out on purpose (A00.FR.514). */
async function extensions(
  { usage, key, alternatives, responder }: Blueprint,
  publicKey: webcrypto.CryptoKey,
  signer?: X509Certificate,
): Promise<Extension[]> {
  const list: Extension[] = [
    new BasicConstraintsExtension(usage === 'authority', undefined, true),
    new KeyUsagesExtension(USAGE[usage] | (usage === 'tls' && key === 'rsa' ? KeyUsageFlags.keyEncipherment : 0), true),
    await SubjectKeyIdentifierExtension.create(publicKey),
  ];
  if (signer) list.push(await AuthorityKeyIdentifierExtension.create(signer));
  if (responder !== undefined) list.push(new AuthorityInfoAccessExtension({ ocsp: responder }));
  if (alternatives.length > 0) {
    list.push(new SubjectAlternativeNameExtension(alternatives.map((value) => ({ type: isIP(value) ? 'ip' : 'dns', value }))));
  }
  return list;
}

const USAGE = {
  authority: KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign,
  tls: KeyUsageFlags.digitalSignature,
  signature: KeyUsageFlags.digitalSignature,
};

const importKey = (pem: string): Promise<webcrypto.CryptoKey> =>
  subtle.importKey('pkcs8', PemConverter.decodeFirst(pem), EC, false, ['sign']);
const exportKey = async (key: webcrypto.CryptoKey): Promise<string> =>
  PemConverter.encode(await subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
