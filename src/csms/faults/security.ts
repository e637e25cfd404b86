import { changing, type FaultDescription } from './fault.ts';

/** Faults of use cases A01 to A05. */
export const SECURITY_FAULTS = {
  'accepts-unknown-authority': {
    requirement: 'A00.FR.403',
    about: 'Lets a station in whose certificate was signed by an authority that it does not trust.',
    killedBy: 'TC_A_08_CSMS',
  },
  'accepts-missing-client-certificate': {
    requirement: 'A00.FR.407',
    about: 'Lets a station in at security profile 3 that shows no certificate.',
    killedBy: 'OS_A_02_CSMS',
  },
  'accepts-old-tls': {
    requirement: 'A00.FR.315',
    about: 'Talks to stations that speak nothing newer than TLS 1.1.',
    killedBy: 'TC_A_06_CSMS',
  },
  'accepts-null-cipher-suite': {
    requirement: 'A00.FR.322',
    about: 'Talks to stations that can do nothing but a cipher suite without encryption.',
    killedBy: 'OS_A_01_CSMS',
  },
  'no-rsa-cipher-suites': {
    requirement: 'A00.FR.318',
    about: 'Has only a certificate for the ECDSA cipher suites.',
    killedBy: 'TC_A_04_CSMS',
  },
  'no-ecdsa-cipher-suites': {
    requirement: 'A00.FR.421',
    about: 'Has only a certificate for the RSA cipher suites.',
    killedBy: 'TC_A_07_CSMS',
  },
  'old-password-still-accepted': {
    requirement: 'A01.FR.03',
    about: 'Goes on with the old password after a station has taken the new one.',
    killedBy: 'TC_A_09_CSMS',
  },
  'rejected-password-expected': {
    requirement: 'A01.FR.04',
    about: 'Takes a new password for set although the station has rejected it.',
    killedBy: 'TC_A_10_CSMS',
  },
  'csr-rejected': {
    requirement: 'A02.FR.11',
    about: 'Rejects every request for a certificate.',
    killedBy: 'TC_A_12_CSMS',
  },
  'certificate-never-sent': {
    requirement: 'A02.FR.11',
    about: 'Accepts a request for a certificate and never sends one.',
    killedBy: 'TC_A_14_CSMS',
  },
  'certificate-for-other-key': {
    requirement: 'A02.FR.11',
    about: 'Sends a certificate for another key than that of the request.',
    killedBy: 'TC_A_11_CSMS',
  },
  'certificate-of-other-type': {
    requirement: 'A02.FR.14',
    about: 'Says that a certificate for the connection is one for EVs.',
    killedBy: 'TC_A_11_CSMS',
    interceptor: changing('CertificateSigned', (payload) => ({ ...payload, certificateType: 'V2GCertificate' })),
  },
  'lower-security-profile-accepted': {
    requirement: 'A05.FR.07',
    about: 'Lets a station in without TLS that has gone over to it.',
    killedBy: 'TC_A_19_CSMS',
  },
  'security-event-refused': {
    requirement: 'A04.FR.01',
    about: 'Does not know security events of certificates.',
    killedBy: 'TC_A_14_CSMS',
    interceptor: () => ({
      reply: ({ action }, reply) =>
        action === 'SecurityEventNotification' ? { error: 'NotSupported', description: 'security events are not supported' } : reply,
    }),
  },
} as const satisfies Record<string, FaultDescription>;
