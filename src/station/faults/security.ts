import { byName } from './fault.ts';

/** Faults of use cases A00 to A05. */
export const SECURITY_FAULTS = byName(
  {
    name: 'reset-not-told-as-event',
    requirement: 'A04.FR.01',
    about: 'Tells of a reset by another security event.',
    killedBy: 'TC_A_01_CS',
    interceptor: {
      request: (action, payload) =>
        action === 'SecurityEventNotification' && payload.type === 'ResetOrReboot' ? { ...payload, type: 'SettingSystemTime' } : payload,
    },
  },
  {
    name: 'any-server-name-accepted',
    requirement: 'A00.FR.309',
    about: 'Goes on with a CSMS whose certificate is for another name.',
    killedBy: 'TC_A_05_CS',
  },
  {
    name: 'any-server-certificate-accepted',
    requirement: 'A00.FR.411',
    about: 'Does not look at the certificate of the CSMS.',
    killedBy: 'TC_A_05_CS',
  },
  {
    name: 'bad-server-certificate-tried-at-once',
    requirement: 'Part 4, 5.4',
    about: 'Tries again after a second, however often, while the certificate of its CSMS is not valid.',
    killedBy: 'OS_A_02_CS',
  },
  {
    name: 'bad-server-certificate-not-told',
    requirement: 'A00.FR.310',
    about: 'Tells nobody that the certificate of a CSMS was not valid.',
    killedBy: 'TC_A_05_CS',
  },
  {
    name: 'old-tls-accepted',
    requirement: 'A00.FR.316',
    about: 'Talks to a CSMS that speaks nothing newer than TLS 1.1.',
    killedBy: 'TC_A_06_CS',
  },
  {
    name: 'null-cipher-suite-accepted',
    requirement: 'A00.FR.323',
    about: 'Talks to a CSMS that can do nothing but a cipher suite without encryption.',
    killedBy: 'OS_A_01_CS',
  },
  {
    name: 'required-cipher-suites-missing',
    requirement: 'A00.FR.319',
    about: 'Offers only cipher suites of TLS 1.3.',
    killedBy: 'TC_A_04_CS',
  },
  {
    name: 'one-required-cipher-suite-missing',
    requirement: 'A00.FR.422',
    about: 'Offers one of each two cipher suites that belong together.',
    killedBy: 'TC_A_07_CS',
  },
  {
    name: 'password-change-not-used',
    requirement: 'A01.FR.01',
    about: 'Accepts a new password and goes on with the old one.',
    killedBy: 'TC_A_09_CS',
  },
  {
    name: 'no-reconnect-after-password-change',
    requirement: 'A01.FR.01',
    about: 'Accepts a new password and keeps the connection that was made with the old one.',
    killedBy: 'TC_A_09_CS',
  },
  {
    name: 'short-password-accepted',
    requirement: 'A00.FR.205',
    about: 'Accepts a password of fewer than 16 characters.',
    killedBy: 'TC_A_10_CS',
  },
  {
    name: 'renewed-certificate-not-used',
    requirement: 'A02.FR.08',
    about: 'Accepts a new certificate and keeps the old one.',
    killedBy: 'TC_A_11_CS',
  },
  {
    name: 'no-reconnect-after-renewal',
    requirement: 'A02.FR.08',
    about: 'Accepts a new certificate and keeps the connection that was made with the old one.',
    killedBy: 'TC_A_11_CS',
  },
  {
    name: 'csr-of-wrong-type',
    requirement: 'A02.FR.13',
    about: 'Asks for a certificate for the connection to the CSMS where one for EVs is to be renewed.',
    killedBy: 'TC_A_12_CS',
  },
  {
    name: 'csr-key-too-short',
    requirement: 'A00.FR.502',
    about: 'Asks for certificates for RSA keys of 1024 bits.',
    killedBy: 'csr-key-weak',
  },
  {
    name: 'csr-not-pem',
    requirement: 'A02.FR.03',
    about: 'Sends requests for certificates without the lines of PEM around them.',
    killedBy: 'csr-malformed',
    interceptor: {
      request: (action, payload) =>
        action === 'SignCertificate' ? { ...payload, csr: String(payload.csr).replace(/-----[^-]+-----\n?/g, '') } : payload,
    },
  },
  {
    name: 'invalid-certificate-accepted',
    requirement: 'A02.FR.07',
    about: 'Accepts a new certificate without looking who issued it.',
    killedBy: 'TC_A_14_CS',
  },
  {
    name: 'invalid-certificate-not-told',
    requirement: 'A02.FR.07',
    about: 'Rejects an invalid certificate without a security event.',
    killedBy: 'TC_A_14_CS',
  },
  {
    name: 'csr-not-repeated',
    requirement: 'A02.FR.17',
    about: 'Asks for a certificate once, however long none comes.',
    killedBy: 'TC_A_23_CS',
  },
  {
    name: 'csr-wait-not-doubled',
    requirement: 'A02.FR.18',
    about: 'Waits no longer before it asks for a certificate a third time.',
    killedBy: 'TC_A_23_CS',
  },
  {
    name: 'lower-security-profiles-kept',
    requirement: 'A05.FR.06',
    about: 'Goes over to TLS and keeps the network profiles that go without.',
    killedBy: 'TC_A_19_CS',
  },
  {
    name: 'upgrade-without-root-accepted',
    requirement: 'A05.FR.02',
    about: 'Prepares to use TLS without a root certificate to know the CSMS by.',
    killedBy: 'TC_A_20_CS',
  },
  {
    name: 'upgrade-without-certificate-accepted',
    requirement: 'A05.FR.03',
    about: 'Prepares for security profile 3 without a certificate of its own.',
    killedBy: 'TC_A_21_CS',
  },
);
