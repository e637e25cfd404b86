import 'reflect-metadata';
import { Pkcs10CertificateRequest } from '@peculiar/x509';
import { certify } from './certify.ts';
import { type CredentialName, DAYS, V2G_RESPONDER } from './credentials.ts';
import { validityOf } from './fits.ts';
import type { TestPki } from './test-pki.ts';

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
  const { subject, publicKey } = new Pkcs10CertificateRequest(csr);
  const responder = INTERMEDIATE.has(authority) ? { responder: V2G_RESPONDER } : {};
  const said = { usage: 'signature', alternatives: [], ...responder } as const;
  const certificate = await certify({ subject, publicKey }, said, issuer, validityOf({ period: 'valid', days: DAYS }, now));
  return certificate + (INTERMEDIATE.has(authority) ? issuer.chain : '');
}
