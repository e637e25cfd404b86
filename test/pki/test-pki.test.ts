import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CREDENTIAL_NAMES, type CredentialName } from '../../src/pki/credentials.ts';
import { TestPki } from '../../src/pki/test-pki.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { DIRECTORY, openssl, PARAMETERS, testPki } from './kit.ts';

const certificate = async (name: CredentialName) => new X509Certificate((await testPki()).credential(name).certificate);
const publicFile = (name: CredentialName) => join(DIRECTORY, `${name}.pem`);
const YEAR = 366 * 24 * 3600 * 1000;

describe('files', () => {
  test('keys are for their owner only', async () => {
    await testPki();
    const keys = join(DIRECTORY, 'keys');
    expect(statSync(keys).mode & 0o777).toBe(0o700);
    for (const file of readdirSync(keys)) expect(statSync(join(keys, file)).mode & 0o777).toBe(0o600);
  });

  test('the public file of a credential holds its chain and no key', async () => {
    const pki = await testPki();
    for (const name of CREDENTIAL_NAMES) expect(readFileSync(publicFile(name), 'utf8')).toBe(pki.credential(name).chain);
  });

  test('loading again gives the same', async () => {
    const [first, second] = [await testPki(), await testPki()];
    for (const name of CREDENTIAL_NAMES) expect(second.credential(name)).toEqual(first.credential(name));
  });

  test('several loads at the same time end up with the same roots, keys and signatures', async () => {
    const directory = temporaryDirectory();
    const loads = await Promise.all([1, 2, 3].map(() => TestPki.load(directory, PARAMETERS)));
    for (const name of CREDENTIAL_NAMES) expect(new Set(loads.map((pki) => pki.credential(name).key)).size).toBe(1);
  });
});

describe('renewal', () => {
  test('another serial number renews the certificates of the station and nothing else', async () => {
    const directory = temporaryDirectory();
    const before = await TestPki.load(directory, PARAMETERS);
    const after = await TestPki.load(directory, { ...PARAMETERS, serialNumber: 'SN-0002' });
    const renewed = CREDENTIAL_NAMES.filter((name) => before.credential(name).key !== after.credential(name).key);
    expect(renewed).toEqual(CREDENTIAL_NAMES.filter((name) => name.startsWith('station-client')));
    expect(new X509Certificate(after.credential('station-client').certificate).subject).toContain('CN=SN-0002');
    expect(readFileSync(join(directory, 'station-client.pem'), 'utf8')).toBe(after.credential('station-client').chain);
  });

  test('another organization renews what the CSO owns, and no authority', async () => {
    const directory = temporaryDirectory();
    const before = await TestPki.load(directory, PARAMETERS);
    const after = await TestPki.load(directory, { ...PARAMETERS, organization: 'Another' });
    const renewed = CREDENTIAL_NAMES.filter((name) => before.credential(name).key !== after.credential(name).key);
    expect(renewed.some((name) => /root|sub-ca/.test(name) && !name.startsWith('csms-server') && !/^station/.test(name))).toBe(false);
    expect(renewed).toEqual(expect.arrayContaining(['csms-server', 'station-client', 'v2g-station']));
    expect(new X509Certificate(after.credential('station-client').certificate).subject).toBe('O=Another\nCN=SN-0001');
    expect(after.organization).toBe('Another');
  });

  test('another kind of key, or another length, renews what it is about', async () => {
    const directory = temporaryDirectory();
    const before = await TestPki.load(directory, PARAMETERS);
    const longer = { ...PARAMETERS, days: 700 };
    expect(TestPki.survey(directory, PARAMETERS)).toEqual({ missing: [], stale: [] });
    const { stale } = TestPki.survey(directory, longer);
    expect(stale).toContain('csms-server');
    expect(stale.filter((name) => /-expired$|not-yet|^[a-z0-9]+-root$|^[a-z0-9]+-sub/.test(name))).toEqual([]);
    expect(TestPki.survey(directory, { ...PARAMETERS, key: 'ecdsa-p384' }).stale).toContain('csms-root');
    rmSync(join(directory, 'keys', 'contract.pem'));
    expect(TestPki.survey(directory, PARAMETERS)).toEqual({ missing: ['contract'], stale: [] });
    expect((await TestPki.load(directory, PARAMETERS)).credential('csms-root')).toEqual(before.credential('csms-root'));
  });

  test('other hosts renew the certificates of the CSMS and nothing else', async () => {
    const directory = temporaryDirectory();
    const before = await TestPki.load(directory, PARAMETERS);
    const after = await TestPki.load(directory, { ...PARAMETERS, hosts: [...PARAMETERS.hosts, '::1'] });
    const renewed = CREDENTIAL_NAMES.filter((name) => before.credential(name).key !== after.credential(name).key);
    // The wrong name is wrong for every host.
    const expected = CREDENTIAL_NAMES.filter((name) => name.startsWith('csms-server') && name !== 'csms-server-wrong-name');
    expect(renewed).toEqual(expected);
    expect(await TestPki.load(directory, { ...PARAMETERS, hosts: [...PARAMETERS.hosts, '::1'] })).toEqual(after);
  });

  test('a root that is gone takes with it what it had signed', async () => {
    const directory = temporaryDirectory();
    const before = await TestPki.load(directory, PARAMETERS);
    rmSync(join(directory, 'keys', 'v2g-root.pem'));
    const after = await TestPki.load(directory, PARAMETERS);
    const renewed = CREDENTIAL_NAMES.filter((name) => before.credential(name).key !== after.credential(name).key);
    expect(renewed).toEqual(CREDENTIAL_NAMES.filter((name) => name.startsWith('v2g')));
  });

  test('what has expired is renewed, roots stay', async () => {
    const directory = temporaryDirectory();
    const before = await TestPki.load(directory, PARAMETERS);
    const after = await TestPki.load(directory, PARAMETERS, Date.now() + YEAR);
    expect(after.credential('csms-root')).toEqual(before.credential('csms-root'));
    expect(after.credential('csms-server').key).not.toBe(before.credential('csms-server').key);
    expect(after.credential('csms-server-not-yet-valid').key).not.toBe(before.credential('csms-server-not-yet-valid').key);
    expect(after.credential('csms-server-expired')).toEqual(before.credential('csms-server-expired'));
  });
});

describe('properties of the certificates', () => {
  test('every key is at least RSA 2048 or P-256 (A00.FR.502, A00.FR.503)', async () => {
    const pki = await testPki();
    for (const name of CREDENTIAL_NAMES) {
      const { publicKey } = new X509Certificate(pki.credential(name).certificate);
      const { modulusLength, namedCurve } = publicKey.asymmetricKeyDetails ?? {};
      expect(modulusLength === undefined ? namedCurve === 'prime256v1' : modulusLength >= 2048, name).toBe(true);
    }
  });

  test('each key belongs to its certificate', async () => {
    const pki = await testPki();
    for (const name of CREDENTIAL_NAMES) {
      const { certificate, key } = pki.credential(name);
      expect(new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key)), name).toBe(true);
    }
  });

  test('subjects name owner and bearer (A00.FR.509 to A00.FR.511)', async () => {
    expect((await certificate('csms-server')).subject).toBe('O=ocppspec\nCN=localhost');
    expect((await certificate('station-client')).subject).toBe('O=ocppspec\nCN=SN-0001');
    expect((await certificate('station-client')).subjectAltName).toBeUndefined();
  });

  test('key usage restricts and extended key usage is absent (A00.FR.512, A00.FR.514)', async () => {
    await testPki();
    const text = (name: CredentialName) => openssl('x509', '-in', publicFile(name), '-noout', '-text');
    expect(text('csms-root')).toMatch(/X509v3 Key Usage: critical\s+Certificate Sign, CRL Sign/);
    expect(text('csms-root')).toMatch(/Basic Constraints: critical\s+CA:TRUE/);
    expect(text('csms-server')).toMatch(/X509v3 Key Usage: critical\s+Digital Signature\n/);
    expect(text('csms-server-rsa')).toMatch(/X509v3 Key Usage: critical\s+Digital Signature, Key Encipherment/);
    // Node calls the extended key usage `keyUsage`.
    const pki = await testPki();
    const extended = CREDENTIAL_NAMES.filter((name) => new X509Certificate(pki.credential(name).certificate).keyUsage !== undefined);
    // Without it nobody would take it for a responder (RFC 6960, 4.2.2.2).
    expect(extended).toEqual(['ocsp-responder']);
  });

  test('a CSMS reached by one name only has no subjectAltName', async () => {
    const pki = await TestPki.load(temporaryDirectory(), { ...PARAMETERS, hosts: ['csms.example.com'] });
    expect(new X509Certificate(pki.credential('csms-server').certificate).subjectAltName).toBeUndefined();
    expect(new X509Certificate(pki.credential('csms-server-wildcard').certificate).subject).toContain('CN=*.example.com');
  });

  test('the wrong name is wrong in common name and subjectAltName', async () => {
    const wrong = await certificate('csms-server-wrong-name');
    expect([wrong.checkHost('localhost'), wrong.checkIP('127.0.0.1')]).toEqual([undefined, undefined]);
    expect(wrong.subject).not.toContain('localhost');
    expect(wrong.subjectAltName).not.toContain('localhost');
  });
});

describe('chains, as openssl verifies them', () => {
  const verify = (anchor: CredentialName, name: CredentialName, ...options: string[]) =>
    openssl('verify', ...options, '-CAfile', publicFile(anchor), '-untrusted', publicFile(name), publicFile(name));

  test.each([
    ['csms-root', 'csms-server'],
    ['csms-root', 'csms-server-rsa'],
    ['csms-root', 'station-client'],
    ['csms-root', 'csms-root-new'],
    ['csms-root', 'csms-server-sub-ca'],
    ['csms-root', 'station-client-sub-ca'],
    ['csms-root', 'ocsp-responder'],
    ['mo-root', 'contract'],
    ['manufacturer-root', 'firmware-signing'],
    ['v2g-root', 'v2g-station'],
  ] as const)('%s vouches for %s', async (anchor, name) => {
    await testPki();
    expect(verify(anchor, name)).toContain('OK');
  });

  test.each([
    ['csms-root', 'csms-server-expired', /expired/],
    ['csms-root', 'csms-server-not-yet-valid', /not yet valid/],
    ['csms-root', 'csms-server-unrelated-root', /unable to get local issuer/],
    ['csms-root', 'csms-server-new-root', /unable to get local issuer/],
    ['csms-root', 'station-client-expired', /expired/],
    ['csms-root', 'station-client-unknown-ca', /unable to get local issuer/],
  ] as const)('%s does not vouch for %s', async (anchor, name, reason) => {
    await testPki();
    expect(() => verify(anchor, name)).toThrow(reason);
  });

  test('the new root vouches for its own server and not for that of the old one (M05.FR.15)', async () => {
    await testPki();
    expect(verify('csms-root-new', 'csms-server-new-root', '-partial_chain')).toContain('OK');
    expect(() => verify('csms-root-new', 'csms-server', '-partial_chain')).toThrow(/unable to get local issuer/);
  });
});
