import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CredentialName } from '../../src/pki/credentials.ts';
import { issue } from '../../src/pki/issue.ts';
import { readPkcs12, writePkcs12 } from '../../src/pki/pkcs12.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { openssl, testPki } from './kit.ts';

const PASSWORD = 'a password, with "signs" & spaces';
const certificatesIn = (text: string): string[] => text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
const fingerprints = (pems: readonly string[]): string[] => pems.map((pem) => new X509Certificate(pem).fingerprint256);
const sameKey = (one: string, other: string): boolean => createPrivateKey(one).equals(createPrivateKey(other));

const KINDS: readonly [string, CredentialName][] = [
  ['an elliptic curve key and a chain', 'v2g-station'],
  ['an RSA key and one certificate', 'firmware-signing'],
];

test.each(KINDS)('openssl finds %s in our bundle', async (_what, name) => {
  const { key, chain } = (await testPki()).credential(name);
  const file = join(temporaryDirectory(), 'bundle.p12');
  writeFileSync(file, writePkcs12(key, certificatesIn(chain), PASSWORD));
  const opened = (...options: string[]) => openssl('pkcs12', '-in', file, '-passin', `pass:${PASSWORD}`, ...options);
  expect(sameKey(opened('-nocerts', '-nodes'), key)).toBe(true);
  expect(fingerprints(certificatesIn(opened('-nokeys')))).toEqual(fingerprints(certificatesIn(chain)));
  // By the local key id, openssl knows which certificate the key is for.
  expect(fingerprints(certificatesIn(opened('-nokeys', '-clcerts')))).toEqual(fingerprints(certificatesIn(chain)).slice(0, 1));
});

test.each(KINDS)('we find %s in a bundle of openssl', async (_what, name) => {
  const { key, chain } = (await testPki()).credential(name);
  const directory = temporaryDirectory();
  const [bundle, keyFile, chainFile] = ['bundle.p12', 'key.pem', 'chain.pem'].map((file) => join(directory, file)) as [
    string,
    string,
    string,
  ];
  writeFileSync(keyFile, key);
  writeFileSync(chainFile, chain);
  openssl('pkcs12', '-export', '-out', bundle, '-inkey', keyFile, '-in', chainFile, '-passout', `pass:${PASSWORD}`);
  const read = readPkcs12(readFileSync(bundle), PASSWORD);
  expect(fingerprints(read.certificates)).toEqual(fingerprints(certificatesIn(chain)));
  expect(sameKey(read.key ?? '', key)).toBe(true);
});

test('a P-384 key goes the whole way round', async () => {
  const blueprint = {
    commonName: 'x',
    organization: 'y',
    alternatives: [],
    usage: 'tls',
    key: 'ecdsa-p384',
    days: 1,
    period: 'valid',
  } as const;
  const { key, certificate } = await issue(blueprint, undefined, [new Date(), new Date(Date.now() + 1e6)]);
  const read = readPkcs12(writePkcs12(key, [certificate], PASSWORD), PASSWORD);
  expect(sameKey(read.key ?? '', key)).toBe(true);
  expect(fingerprints(read.certificates)).toEqual(fingerprints([certificate]));
});

test('the key is not readable without the password, by us or by openssl', async () => {
  const { key, certificate } = (await testPki()).credential('station-client');
  const bundle = writePkcs12(key, [certificate], PASSWORD);
  const file = join(temporaryDirectory(), 'bundle.p12');
  writeFileSync(file, bundle);
  expect(() => readPkcs12(bundle, 'wrong')).toThrow(/password/i);
  expect(() => openssl('pkcs12', '-in', file, '-passin', 'pass:wrong', '-nodes')).toThrow(/invalid password/i);
  expect(bundle.includes(createPrivateKey(key).export({ format: 'der', type: 'pkcs8' }).subarray(-100))).toBe(false);
});

test('a bundle that was changed is refused', async () => {
  const { key, certificate } = (await testPki()).credential('station-client');
  const bundle = writePkcs12(key, [certificate], PASSWORD);
  const at = bundle.indexOf(new X509Certificate(certificate).raw) + 100;
  bundle.writeUInt8(bundle.readUInt8(at) ^ 1, at);
  expect(() => readPkcs12(bundle, PASSWORD)).toThrow();
});

test.each(['', 'no bundle', '0\u0003\u0002\u0001\u0003'])('what is no bundle is refused: %j', (text) => {
  expect(() => readPkcs12(Buffer.from(text, 'latin1'), PASSWORD)).toThrow();
});
