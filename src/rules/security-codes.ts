import type { Description } from './catalogue.ts';

/** What rules find about certificates that stations ask for. */
export const SECURITY_CODES = {
  'csr-malformed': {
    requirement: 'A02.FR.03',
    severity: 'violation',
    about: 'What the station asks a certificate for is no CSR of RFC 2986 as a PEM text, or not signed with its own key.',
  },
  'csr-key-weak': {
    requirement: 'A00.FR.501',
    severity: 'violation',
    about: 'The station asks for a certificate for a key that is too short or, for use with EVs, not of the kind that ISO 15118 needs.',
  },
  'certificate-not-for-csr': {
    requirement: 'A02.FR.11',
    severity: 'violation',
    about: 'The CSMS sends a certificate that cannot be read, or one for a key that the station has not asked for.',
  },
  'certificate-hash-data': {
    requirement: 'M03.FR.04',
    severity: 'violation',
    about: 'The station names a root that it was given by other hashes than those of that root.',
  },
  'ocsp-result': {
    requirement: 'M06.FR.08',
    severity: 'violation',
    about: 'ocspResult is missing, no OCSPResponse of RFC 6960 in DER and base64, or about another certificate.',
  },
} as const satisfies Record<string, Description>;
