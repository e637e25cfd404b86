import 'reflect-metadata';
import type { webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import {
  AuthorityInfoAccessExtension,
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  Extension,
  type JsonName,
  KeyUsageFlags,
  KeyUsagesExtension,
  type PublicKey,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { Blueprint } from './credentials.ts';
import { encoded } from './der.ts';
import { type SigningKey, signingKeyIn } from './keys.ts';

/** PEM texts of a certificate and of its private key. */
export interface Issued {
  certificate: string;
  key: string;
}

/** What a certificate says besides subject and key. */
export type Said = Pick<Blueprint, 'usage' | 'alternatives' | 'responder' | 'keyUsage' | 'padding'>;

/** Whose certificate it is to be. */
export interface Bearer {
  subject: string | JsonName;
  publicKey: webcrypto.CryptoKey | PublicKey;
}

/**
 * Certifies a key, with the properties of A00.FR.501 to A00.FR.514.
 * @param issuer PEM texts; or the key of the bearer itself, for a root
 * @param validity begin and end
 * @returns PEM
 */
export async function certify(bearer: Bearer, said: Said, issuer: Issued | SigningKey, validity: [Date, Date]): Promise<string> {
  const signer = 'certificate' in issuer ? new X509Certificate(issuer.certificate) : undefined;
  const signing = 'key' in issuer ? await signingKeyIn(issuer.key) : issuer;
  const certificate = await X509CertificateGenerator.create({
    subject: bearer.subject,
    issuer: signer?.subjectName.toJSON() ?? bearer.subject,
    publicKey: bearer.publicKey,
    ...signing,
    notBefore: validity[0],
    notAfter: validity[1],
    extensions: await extensions(bearer, said, signer),
  });
  return `${certificate.toString('pem').trim()}\n`;
}

const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
/** A comment, which nobody reads. */
const COMMENT = '2.16.840.1.113730.1.13';
const IA5_STRING = 0x16;

/** Extended key usage is left out on purpose (A00.FR.514), but a responder is none without it (RFC 6960, 4.2.2.2). */
async function extensions(
  { publicKey }: Bearer,
  { usage, alternatives, responder, keyUsage, padding }: Said,
  signer?: X509Certificate,
): Promise<Extension[]> {
  const list: Extension[] = [new BasicConstraintsExtension(usage === 'authority', undefined, true)];
  if (keyUsage !== 'none')
    list.push(new KeyUsagesExtension(keyUsage === 'wrong' ? KeyUsageFlags.dataEncipherment : usesOf(usage, publicKey), true));
  list.push(await SubjectKeyIdentifierExtension.create(publicKey));
  if (signer) list.push(await AuthorityKeyIdentifierExtension.create(signer));
  if (usage === 'ocsp') list.push(new ExtendedKeyUsageExtension([OCSP_SIGNING]));
  if (responder !== undefined) list.push(new AuthorityInfoAccessExtension({ ocsp: responder }));
  if (padding) list.push(new Extension(COMMENT, false, encoded(IA5_STRING, Buffer.alloc(padding, 'x'))));
  if (alternatives.length > 0) {
    list.push(new SubjectAlternativeNameExtension(alternatives.map((value) => ({ type: isIP(value) ? 'ip' : 'dns', value }))));
  }
  return list;
}

/** An RSA key of a TLS endpoint also takes part in key exchange, for the suites of A00.FR.318 without ECDHE. */
function usesOf(usage: Blueprint['usage'], { algorithm }: Bearer['publicKey']): KeyUsageFlags {
  if (usage === 'authority') return KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign;
  const transport = usage === 'tls' && algorithm.name.startsWith('RSA') ? KeyUsageFlags.keyEncipherment : 0;
  return KeyUsageFlags.digitalSignature | transport;
}
