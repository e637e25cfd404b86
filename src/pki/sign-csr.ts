import 'reflect-metadata';
import {
  AuthorityInfoAccessExtension,
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  Pkcs10CertificateRequest,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { type CredentialName, V2G_RESPONDER } from './credentials.ts';
import type { Credential, TestPki } from './test-pki.ts';

const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY = 24 * 3600 * 1000;

/** Authorities that issue certificates for stations. */
export type Authority = Extract<CredentialName, 'csms-root' | 'csms-root-unrelated' | 'v2g-sub-ca-2'>;
const INTERMEDIATE: ReadonlySet<Authority> = new Set<Authority>(['v2g-sub-ca-2']);

/**
 * Issues the certificate that a CSR asks for.
 * @param now wall time in milliseconds since the epoch
 * @returns the certificate, followed by what lies between it and its root; PEM
 * @throws an Error for a CSR that cannot be read
 */
export async function signCsr(pki: TestPki, csr: string, authority: Authority, now = Date.now()): Promise<string> {
  const issuer = pki.credential(authority);
  const request = new Pkcs10CertificateRequest(csr);
  const certificate = await X509CertificateGenerator.create({
    subject: request.subject,
    issuer: new X509Certificate(issuer.certificate).subject,
    publicKey: request.publicKey,
    signingKey: await importKey(issuer),
    signingAlgorithm: EC,
    // Begins a day ago, because a station's clock may be behind (A02.FR.06).
    notBefore: new Date(now - DAY),
    notAfter: new Date(now + 365 * DAY),
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      await SubjectKeyIdentifierExtension.create(request.publicKey),
      await AuthorityKeyIdentifierExtension.create(new X509Certificate(issuer.certificate)),
      ...(INTERMEDIATE.has(authority) ? [new AuthorityInfoAccessExtension({ ocsp: V2G_RESPONDER })] : []),
    ],
  });
  return `${certificate.toString('pem').trim()}\n${INTERMEDIATE.has(authority) ? issuer.chain : ''}`;
}

const importKey = ({ key }: Credential) => globalThis.crypto.subtle.importKey('pkcs8', PemConverter.decodeFirst(key), EC, false, ['sign']);
