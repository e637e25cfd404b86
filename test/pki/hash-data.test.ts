import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashData } from '../../src/pki/hash-data.ts';
import { DIRECTORY, openssl, testPki } from './kit.ts';

/** What an OCSP request of openssl's says about a certificate: the same three values, computed as RFC 6960 does. */
function opensslHashData(name: string, issuer: string, algorithm: string) {
  const file = (of: string) => join(DIRECTORY, `${of}.pem`);
  const wrapped = openssl('ocsp', `-${algorithm.toLowerCase()}`, '-issuer', file(issuer), '-cert', file(name), '-req_text');
  const text = wrapped.replace(/\\?\n\s*(?=[0-9A-F]+\\?\n)/g, '');
  const value = (label: string) => new RegExp(`${label}: (\\w+)`).exec(text)?.[1]?.toLowerCase();
  return {
    hashAlgorithm: algorithm,
    issuerNameHash: value('Issuer Name Hash'),
    issuerKeyHash: value('Issuer Key Hash'),
    serialNumber: value('Serial Number')?.replace(/^0+/, ''),
  };
}

for (const algorithm of ['SHA256', 'SHA384', 'SHA512'] as const) {
  for (const [name, issuer] of [
    ['csms-root', 'csms-root'],
    ['csms-root-new', 'csms-root'],
    ['firmware-signing', 'manufacturer-root'],
    ['v2g-sub-ca-1', 'v2g-root'],
  ] as const) {
    test(`${algorithm} hash data of ${name} is what openssl computes`, async () => {
      const pki = await testPki();
      const ours = hashData(pki.credential(name).certificate, pki.credential(issuer).certificate, algorithm);
      expect(ours).toEqual(opensslHashData(name, issuer, algorithm));
    });
  }
}

test('a serial number loses its leading zeroes', () => {
  const { serialNumber } = hashData(SERIAL_5, SERIAL_5, 'SHA256');
  expect(new X509Certificate(SERIAL_5).serialNumber).toBe('05');
  expect(serialNumber).toBe('5');
});

test('what is no certificate is refused with an error', () => {
  expect(() => hashData('nonsense', 'nonsense', 'SHA256')).toThrow();
});

/** Made with `openssl req -x509 -set_serial 5`, valid for ever as far as this test is concerned. */
const SERIAL_5 = `-----BEGIN CERTIFICATE-----
MIIBhzCCAS6gAwIBAgIBBTAKBggqhkjOPQQDAjAiMREwDwYDVQQKDAhvY3Bwc3Bl
YzENMAsGA1UEAwwEZml2ZTAgFw0yNjExMjEwNDEzMTZaGA8yMTI2MTAyODA0MTMx
NlowIjERMA8GA1UECgwIb2NwcHNwZWMxDTALBgNVBAMMBGZpdmUwWTATBgcqhkjO
PQIBBggqhkjOPQMBBwNCAATji0lzeYiIzQgQK8YRJIVDkmnXOmR6NkRYcH6n3DrM
Ang23j7Kc18XomFeL3m/klMYeVXWlENuNI70m16KhrEvo1MwUTAdBgNVHQ4EFgQU
aVwi3E/vEvc375Zd6mrTHhg/A+0wHwYDVR0jBBgwFoAUaVwi3E/vEvc375Zd6mrT
Hhg/A+0wDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiBZ84ueCJyo
h9dxz9nBp56XHaDXFvI9MliYRKYP2iaSQQIgfJOWmFIxD3lt3iUUr0Z1O9tdVVHo
nvOUBRz3s0e5y20=
-----END CERTIFICATE-----`;
