import { createPrivateKey, X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { CREDENTIAL_NAMES, type CredentialName, presentable } from '../../src/pki/credentials.ts';
import { BAD, type Flaw } from '../../src/pki/flaws.ts';
import type { Credential, TestPki } from '../../src/pki/test-pki.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { openssl, testPki } from './kit.ts';

/** The roots that relying parties have, by the first part of a name. */
const ROOTS: readonly [prefix: string, root: CredentialName][] = [
  ['csms-', 'csms-root'],
  ['station-', 'csms-root'],
  ['firmware-', 'manufacturer-root'],
  ['v2g-', 'v2g-root'],
  ['contract', 'mo-root'],
];
const rootOf = (pki: TestPki, name: string): string => {
  const [, root = 'csms-root'] = ROOTS.find(([prefix]) => name.startsWith(prefix)) ?? [];
  return pki.credential(root).certificate;
};

const names = (...flaws: Flaw[]): string[] => [...BAD].filter(([, { flaw }]) => flaws.includes(flaw)).map(([name]) => name);

/** What `openssl verify` says of a chain, with only its own rules: the leaf first, the rest to build a path from. */
function verdict(pki: TestPki, name: string, { chain, crl }: Credential, ...options: string[]): string {
  const directory = temporaryDirectory();
  const file = (called: string, text: string) => {
    writeFileSync(join(directory, called), text);
    return join(directory, called);
  };
  const lists = crl === undefined ? [] : ['-crl_check', '-CRLfile', file('crl.pem', crl)];
  const [leaf, root] = [file('leaf.pem', chain), file('root.pem', rootOf(pki, name))];
  try {
    return openssl('verify', ...options, ...lists, '-CAfile', root, '-untrusted', leaf, leaf);
  } catch (error) {
    return (error as Error).message;
  }
}

test.each(names('expired').filter((name) => name !== 'csms-root-expired'))('%s has expired', async (name) => {
  const pki = await testPki();
  expect(verdict(pki, name, await pki.anew(name))).toContain('certificate has expired');
});

test.each(names('not-yet-valid'))('%s is not yet valid', async (name) => {
  const pki = await testPki();
  expect(verdict(pki, name, await pki.anew(name))).toContain('certificate is not yet valid');
});

test.each(names('unknown-ca', 'chain-incomplete'))('nothing leads from %s to the root', async (name) => {
  const pki = await testPki();
  expect(verdict(pki, name, await pki.anew(name))).toContain('unable to get local issuer certificate');
});

test.each(names('self-signed'))('%s is self-signed', async (name) => {
  const pki = await testPki();
  const made = await pki.anew(name);
  expect(verdict(pki, name, made)).toContain('self-signed certificate');
  const read = new X509Certificate(made.certificate);
  expect([read.issuer === read.subject, read.verify(read.publicKey), read.ca]).toEqual([true, true, false]);
});

test.each(names('broken-signature').filter((name) => !name.startsWith('csms-root')))('%s has a broken signature', async (name) => {
  const pki = await testPki();
  expect(verdict(pki, name, await pki.anew(name))).toContain('certificate signature failure');
});

test('csms-root-broken-signature has one, if openssl is told to look at what signs itself', async () => {
  const pki = await testPki();
  const { certificate } = await pki.anew('csms-root-broken-signature');
  const file = join(temporaryDirectory(), 'root.pem');
  writeFileSync(file, certificate);
  expect(() => openssl('verify', '-check_ss_sig', '-CAfile', file, file)).toThrow('certificate signature failure');
  expect(new X509Certificate(certificate).verify(new X509Certificate(certificate).publicKey)).toBe(false);
});

test.each(names('revoked'))('%s is revoked', async (name) => {
  const pki = await testPki();
  const made = await pki.anew(name);
  expect(verdict(pki, name, made)).toContain('certificate revoked');
  const { crl: _, ...unlisted } = made;
  expect(verdict(pki, name, unlisted)).toContain('OK');
});

test.each(names('weak-key').filter((name) => name !== 'csms-root-weak-key'))('%s has a key that is too small', async (name) => {
  const pki = await testPki();
  const made = await pki.anew(name);
  expect(verdict(pki, name, made, '-auth_level', '1')).toContain('OK');
  expect(verdict(pki, name, made, '-auth_level', '2')).toContain('EE certificate key too weak');
  expect(new X509Certificate(made.certificate).publicKey.asymmetricKeyDetails?.modulusLength).toBe(1024);
});

test.each(names('weak-signature').filter((name) => name !== 'csms-root-weak-signature'))(
  '%s is signed with too weak a hash',
  async (name) => {
    const pki = await testPki();
    const made = await pki.anew(name);
    expect(verdict(pki, name, made, '-auth_level', '0')).toContain('OK');
    expect(verdict(pki, name, made, '-auth_level', '2')).toContain('CA signature digest algorithm too weak');
  },
);

test.each(names('wrong-key-usage'))('%s may not sign', async (name) => {
  const pki = await testPki();
  const made = await pki.anew(name);
  expect(verdict(pki, name, made)).toContain('OK');
  expect(verdict(pki, name, made, '-purpose', 'sslclient')).toContain('unsuitable certificate purpose');
});

test.each(names('no-key-usage'))('%s has no key usage, and is valid otherwise', async (name) => {
  const pki = await testPki();
  const made = await pki.anew(name);
  if (name !== 'csms-root-no-key-usage') expect(verdict(pki, name, made)).toContain('OK');
  const text = openssl('x509', '-in', fileOf(made.certificate), '-noout', '-text');
  expect(text).toContain('Basic Constraints');
  expect(text).not.toContain('Key Usage');
});

describe('names', () => {
  test('csms-server-wrong-name is valid, but for another host', async () => {
    const pki = await testPki();
    const made = await pki.anew('csms-server-wrong-name');
    expect(verdict(pki, 'csms-server', made)).toContain('OK');
    expect(verdict(pki, 'csms-server', made, '-verify_hostname', 'localhost')).toContain('hostname mismatch');
    expect(verdict(pki, 'csms-server', pki.credential('csms-server'), '-verify_hostname', 'localhost')).toContain('OK');
  });

  test.each(names('wrong-name', 'wildcard', 'wrong-organization'))('%s is valid, but for somebody else', async (name) => {
    const pki = await testPki();
    const made = await pki.anew(name);
    expect(verdict(pki, name, made)).toContain('OK');
    const good = pki.credential(BAD.get(name)?.of as CredentialName);
    expect(new X509Certificate(made.certificate).subject).not.toBe(new X509Certificate(good.certificate).subject);
  });
});

describe('chains', () => {
  const subjectsOf = (chain: string) =>
    (chain.match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/g) ?? []).map((pem) => new X509Certificate(pem));

  test.each(names('chain-order'))('%s has all it needs, but the second does not certify the first', async (name) => {
    const pki = await testPki();
    const made = await pki.anew(name);
    // openssl sorts a chain by itself.
    expect(verdict(pki, name, made)).toContain('OK');
    const [leaf, second, third, ...more] = subjectsOf(made.chain);
    expect(more).toEqual([]);
    expect(leaf?.checkPrivateKey(createPrivateKey(made.key))).toBe(true);
    expect([leaf?.issuer === second?.subject, leaf?.issuer === third?.subject]).toEqual([false, true]);
  });

  test.each(names('chain-incomplete'))('%s would be valid with what was left out', async (name) => {
    const pki = await testPki();
    const made = await pki.anew(name);
    const above: Record<string, CredentialName> = { v2g: 'v2g-sub-ca-2', contract: 'mo-sub-ca' };
    const missing = above[name.split('-')[0] ?? ''] ?? 'csms-sub-ca-2';
    expect(verdict(pki, name, { ...made, chain: made.certificate + pki.credential(missing).chain })).toContain('OK');
  });
});

test.each(names('truncated'))('%s cannot be read', async (name) => {
  const { chain } = await (await testPki()).anew(name);
  expect(chain).toMatch(/^-----BEGIN CERTIFICATE-----\n/);
  expect(chain).not.toContain('END');
  expect(() => openssl('x509', '-in', fileOf(chain), '-noout')).toThrow();
});

test.each(names('oversized'))('%s is well formed, and too long for OCPP', async (name) => {
  const pki = await testPki();
  const made = await pki.anew(name);
  // maxLength of certificateChain in CertificateSignedRequest
  expect(made.certificate.length).toBeGreaterThan(10_000);
  if (name !== 'csms-root-oversized') expect(verdict(pki, name, made)).toContain('OK');
  expect(openssl('x509', '-in', fileOf(made.certificate), '-noout', '-subject')).toContain('subject=');
});

test.each([...BAD.keys()].filter((name) => !name.endsWith('-truncated')))('%s comes with its key', async (name) => {
  const { certificate, key } = await (await testPki()).anew(name);
  expect(new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key))).toBe(true);
});

test('every certificate that a scenario can name is one that TLS presents', async () => {
  const pki = await testPki();
  const left = [...BAD.keys()].filter((name) => /^(csms-server|station-client)/.test(name) && !presentable().includes(name));
  expect(left).toEqual(['csms-server-truncated', 'station-client-truncated']);
  for (const name of presentable()) {
    const { chain, key, ciphers } = await pki.named(name);
    expect(() => createSecureContext({ cert: chain, key, ...(ciphers === undefined ? {} : { ciphers }) }), name).not.toThrow();
  }
});

test('what was made once is given again, and what is kept is not made', async () => {
  const pki = await testPki();
  expect(await pki.named('csms-server-self-signed')).toBe(await pki.named('csms-server-self-signed'));
  for (const name of CREDENTIAL_NAMES) expect(await pki.named(name)).toBe(pki.credential(name));
});

test('a name that nothing has is told', async () => {
  const pki = await testPki();
  await expect(pki.named('csms-server-expried')).rejects.toThrow('there is no certificate "csms-server-expried"');
});

function fileOf(text: string): string {
  const path = join(temporaryDirectory(), 'file.pem');
  writeFileSync(path, text);
  return path;
}
