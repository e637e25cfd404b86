import type { PeerCertificate } from 'node:tls';
import type { CertificateFacts } from '../ocpp/handshake.ts';

/** What is worth knowing of a certificate. */
export const certificateFacts = (certificate: PeerCertificate): CertificateFacts => ({
  commonName: first(certificate.subject?.CN),
  organization: first(certificate.subject?.O),
  issuer: first(certificate.issuer?.CN),
  serialNumber: certificate.serialNumber,
  strength: strengthOf(certificate),
  fingerprint256: certificate.fingerprint256,
  validFrom: certificate.valid_from,
  validTo: certificate.valid_to,
});

/** NIST SP 800-57 part 1, table 2. */
const RSA_STRENGTHS: readonly (readonly [bits: number, strength: number])[] = [
  [15360, 256],
  [7680, 192],
  [3072, 128],
  [2048, 112],
  [1024, 80],
];

/** Only RSA keys have a modulus; others are on elliptic curves. */
function strengthOf({ bits = 256, modulus }: PeerCertificate): number {
  if (modulus === undefined) return Math.floor(bits / 2);
  return RSA_STRENGTHS.find(([least]) => bits >= least)?.[1] ?? 0;
}

const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? '';
