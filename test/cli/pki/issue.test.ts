import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { directoryForFile, temporaryDirectory } from '../../kit/temporary-directory.ts';
import { openssl } from '../../pki/kit.ts';
import { ocppspec } from '../in-process.ts';

const PKI = join(directoryForFile(), 'pki');
const issue = (...options: string[]) => ocppspec('pki', 'issue', ...options, '--dir', PKI);
const at = (...names: string[]) => join(PKI, ...names);
const verify = (root: string, name: string) =>
  openssl('verify', '-CAfile', at(`${root}.pem`), '-untrusted', at(`${name}.pem`), at(`${name}.pem`));
const PASSWORD = 'bundle password 1';

beforeAll(async () => {
  expect((await ocppspec('pki', 'init', '--dir', PKI)).exit).toBe(0);
});

test.each([
  ['client', 'csms-root', ['--common-name', 'SN-77'], 'CN=SN-77'],
  ['server', 'csms-root', ['--host', 'other.example.com'], 'CN=other.example.com'],
  ['v2g', 'v2g-root', ['--common-name', 'CS-77'], 'CN=CS-77'],
  ['firmware-signing', 'manufacturer-root', ['--key', 'rsa-3072'], 'CN=ocppspec firmware signing'],
  ['contract', 'mo-root', [], 'CN=DEOCSC12345678A'],
  ['ocsp-responder', 'csms-root', ['--key', 'ecdsa-p384'], 'CN=ocppspec OCSP responder'],
  ['sub-ca', 'csms-root', ['--common-name', 'CSO CA 7', '--days', '700'], 'CN=CSO CA 7'],
])('openssl trusts %s if it trusts %s', async (kind, root, options, name) => {
  const { exit, out, err } = await issue(kind, '--name', `my-${kind}`, ...options);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out.split('\n').slice(1, 3)).toEqual([`  ${at(`my-${kind}.pem`)}`, `  ${at('keys', `my-${kind}.pem`)}`]);
  expect(verify(root, `my-${kind}`)).toContain('OK');
  expect(openssl('x509', '-in', at(`my-${kind}.pem`), '-noout', '-subject', '-nameopt', 'RFC2253')).toContain(name);
  expect(openssl('x509', '-in', at(`my-${kind}.pem`), '-noout', '-pubkey')).toBe(
    openssl('pkey', '-in', at('keys', `my-${kind}.pem`), '-pubout'),
  );
  expect(statSync(at('keys', `my-${kind}.pem`)).mode & 0o777).toBe(0o600);
});

test('an authority that was issued issues in turn, and is part of the chain', async () => {
  await issue('sub-ca', '--common-name', 'CSO CA 8', '--name', 'cso-ca-8');
  expect((await issue('client', '--common-name', 'SN-88', '--ca', 'cso-ca-8')).exit).toBe(0);
  expect(readFileSync(at('client-SN-88.pem'), 'utf8').match(/BEGIN/g)).toHaveLength(2);
  expect(verify('csms-root', 'client-SN-88')).toContain('OK');
});

test('a server with several names has them in subjectAltName, with one it has none', async () => {
  await issue('server', '--name', 'several', '--host', 'a.example.com', '--host', '10.0.0.1');
  await issue('server', '--name', 'single', '--host', 'a.example.com');
  const alternatives = (name: string) => new X509Certificate(readFileSync(at(`${name}.pem`))).subjectAltName;
  expect([alternatives('several'), alternatives('single')]).toEqual(['DNS:a.example.com, IP Address:10.0.0.1', undefined]);
});

test('nothing is written over, unless that is wanted', async () => {
  await issue('client', '--common-name', 'SN-99');
  const before = readFileSync(at('client-SN-99.pem'), 'utf8');
  expect(await issue('client', '--common-name', 'SN-99')).toMatchObject({ exit: 3, err: expect.stringContaining('--force writes over') });
  expect(readFileSync(at('client-SN-99.pem'), 'utf8')).toBe(before);
  expect((await issue('client', '--common-name', 'SN-99', '--force')).exit).toBe(0);
  expect(readFileSync(at('client-SN-99.pem'), 'utf8')).not.toBe(before);
});

describe('a CSR', () => {
  const request = (...options: string[]) => {
    const directory = temporaryDirectory();
    const [csr, key] = [join(directory, 'station.csr'), join(directory, 'station.key')];
    openssl('req', '-new', '-nodes', '-keyout', key, '-out', csr, '-subj', '/O=CSO/CN=SN-55', ...options);
    return { csr, key };
  };

  test.each([
    ['EC', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384']],
    ['RSA', ['-newkey', 'rsa:2048']],
  ])('of openssl with an %s key is certified for its subject and key', async (kind, options) => {
    const { csr, key } = request(...options);
    const { exit, out } = await issue('client', '--csr', csr, '--name', `asked-${kind}`);
    expect({ exit, out }).toEqual({ exit: 0, out: `client certificate "SN-55", signed by csms-root\n  ${at(`asked-${kind}.pem`)}\n` });
    expect(verify('csms-root', `asked-${kind}`)).toContain('OK');
    expect(openssl('x509', '-in', at(`asked-${kind}.pem`), '-noout', '-pubkey')).toBe(openssl('pkey', '-in', key, '-pubout'));
    expect(existsSync(at('keys', `asked-${kind}.pem`))).toBe(false);
  });

  test('that is weak, changed or none is not certified', async () => {
    const weak = request('-newkey', 'rsa:1024').csr;
    expect((await issue('client', '--csr', weak, '--name', 'w')).err).toBe(`ocppspec: ${weak} has a key that is too weak (A00.FR.501)\n`);
    const { csr } = request('-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256');
    const der = Buffer.from(readFileSync(csr, 'utf8').replace(/-----.*-----|\s/g, ''), 'base64');
    der.writeUInt8(der.readUInt8(der.length - 1) ^ 1, der.length - 1);
    writeFileSync(csr, `-----BEGIN CERTIFICATE REQUEST-----\n${der.toString('base64')}\n-----END CERTIFICATE REQUEST-----\n`);
    expect((await issue('client', '--csr', csr, '--name', 'w')).err).toContain('is not signed with its own key');
    expect((await issue('client', '--csr', at('csms-root.pem'), '--name', 'w')).err).toContain('is no certificate signing request in PEM');
    expect(existsSync(at('w.pem'))).toBe(false);
  });
});

describe('a PKCS#12 bundle', () => {
  test('is opened by openssl with the password of the environment', async () => {
    vi.stubEnv('OCPPSPEC_P12_PASSWORD', PASSWORD);
    const file = join(temporaryDirectory(), 'client.p12');
    const { exit, out } = await issue('client', '--common-name', 'SN-12', '--p12', file, '--key', 'ecdsa-p384');
    vi.unstubAllEnvs();
    expect({ exit, last: out.trim().split('\n').at(-1) }).toEqual({ exit: 0, last: `  ${file}` });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const key = openssl('pkcs12', '-in', file, '-passin', `pass:${PASSWORD}`, '-nocerts', '-nodes');
    expect(key).toContain(readFileSync(at('keys', 'client-SN-12.pem'), 'utf8').split('-----BEGIN CERTIFICATE')[0]?.trim());
  });

  test('takes its password from a file or another variable, and from nowhere else', async () => {
    const directory = temporaryDirectory();
    const [file, secret] = [join(directory, 'a.p12'), join(directory, 'secret')];
    writeFileSync(secret, `${PASSWORD}\n`);
    vi.stubEnv('OCPPSPEC_P12_PASSWORD', undefined);
    vi.stubEnv('OTHER', 'another');
    const asked = (...options: string[]) => issue('client', '--common-name', 'SN-13', '--force', '--p12', file, ...options);
    expect((await asked()).err).toContain('a PKCS#12 bundle needs a password: set OCPPSPEC_P12_PASSWORD');
    expect(existsSync(file)).toBe(false);
    expect((await asked('--password-file', secret)).exit).toBe(0);
    expect(openssl('pkcs12', '-in', file, '-passin', `pass:${PASSWORD}`, '-nokeys')).toContain('SN-13');
    expect((await asked('--password-env', 'OTHER')).exit).toBe(0);
    expect(openssl('pkcs12', '-in', file, '-passin', 'pass:another', '-nokeys')).toContain('SN-13');
    expect((await asked('--password-env', 'NOWHERE')).err).toContain('the environment variable NOWHERE is not set');
    expect((await asked('--password-env', 'OTHER', '--password-file', secret)).err).toContain('give one of them');
    writeFileSync(secret, 'Paßwort');
    expect((await asked('--password-file', secret)).err).toContain('is ASCII');
    vi.unstubAllEnvs();
  });
});

test.each([
  [[], 'usage: ocppspec pki issue server|client|'],
  [['clinet'], 'there is no kind "clinet", did you mean "client"?'],
  [['client', '--ca', 'csms-rot'], 'there is no key "csms-rot" in'],
  [['client', '--ca', 'csms-rot'], 'did you mean "csms-root"?'],
  [['client', '--ca', 'csms-server'], 'csms-server is no authority, so it cannot sign certificates'],
  [['client', '--host', 'x'], '--host is for a server, not for client'],
  [['client', '--name', '../x'], '--name is made of letters'],
  [['client', '--name', 'station-client'], 'station-client is part of the PKI itself'],
  [['sub-ca'], '--common-name says what the authority is called'],
  [['client', '--csr', 'nowhere.csr'], 'nowhere.csr: there is no such file'],
  [['client', '--csr', 'x.csr', '--p12', 'x.p12'], '--p12 does not go with --csr'],
])('%j is wrong usage', async (options, message) => {
  const { exit, out, err } = await issue(...options);
  expect({ exit, out }).toEqual({ exit: 3, out: '' });
  expect(err).toContain(message);
});

test('where there is no PKI, how to make one', async () => {
  const directory = temporaryDirectory();
  expect((await ocppspec('pki', 'issue', 'client', '--dir', directory)).err).toBe(
    `ocppspec: there is no PKI in ${directory}: make one with \`ocppspec pki init\`, or name its directory with --dir\n`,
  );
});
