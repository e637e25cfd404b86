import type { CredentialName } from '../pki/credentials.ts';
import type { TestPki } from '../pki/test-pki.ts';
import { type HashAlgorithm, NamedCertificate } from '../scenario/named-certificate.ts';

/** What names of certificates stand for: the certificate, and who issued it if it is not the certificate itself. */
const CERTIFICATES: Readonly<Record<string, { certificate: CredentialName; issuer?: CredentialName }>> = {
  'CSMS root': { certificate: 'csms-root' },
  'new CSMS root': { certificate: 'csms-root-new', issuer: 'csms-root' },
  'unrelated root': { certificate: 'csms-root-unrelated' },
  'expired root': { certificate: 'csms-root-expired' },
  'manufacturer root': { certificate: 'manufacturer-root' },
  'V2G root': { certificate: 'v2g-root' },
  'MO root': { certificate: 'mo-root' },
  'V2G sub-CA 1': { certificate: 'v2g-sub-ca-1', issuer: 'v2g-root' },
  'V2G sub-CA 2': { certificate: 'v2g-sub-ca-2', issuer: 'v2g-sub-ca-1' },
  'V2G certificate': { certificate: 'v2g-station', issuer: 'v2g-sub-ca-2' },
};

/** Each stands for a PEM text; for something else with ` serial number` or ` hash data` after it. */
export const CERTIFICATE_NAMES = Object.keys(CERTIFICATES);
const PATTERN = new RegExp(`^(${CERTIFICATE_NAMES.join('|')})( serial number|(?: (SHA256|SHA384|SHA512))? hash data)?$`);

/** @returns undefined for what is not the name of a certificate, with or without ` serial number` or ` hash data` after it */
export function certificateNamed(name: string, pki: () => Promise<TestPki>): Promise<unknown> | undefined {
  const [, which = '', what, algorithm] = PATTERN.exec(name) ?? [];
  const known = CERTIFICATES[which];
  return known && pki().then((loaded) => resolve(loaded, known, what, algorithm as HashAlgorithm | undefined));
}

function resolve(
  pki: TestPki,
  { certificate, issuer }: { certificate: CredentialName; issuer?: CredentialName },
  what: string | undefined,
  algorithm: HashAlgorithm | undefined,
): unknown {
  const pem = pki.credential(certificate).certificate;
  if (what === undefined) return pem;
  const own = [pem];
  // Whoever keeps nothing but a root may take it for its own issuer.
  const issuers = issuer ? [pki.credential(issuer).certificate, ...(certificate === 'csms-root-new' ? own : [])] : own;
  const named = new NamedCertificate(pem, issuers, algorithm);
  return what === ' serial number' ? named.serialNumber : named;
}
