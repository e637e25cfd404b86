import { X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { BAD, type Flaw } from '../../../src/pki/flaws.ts';
import { directoryForFile, temporaryDirectory } from '../../kit/temporary-directory.ts';
import { openssl } from '../../pki/kit.ts';
import { ocppspec } from '../in-process.ts';

const PKI = join(directoryForFile(), 'pki');
const at = (...names: string[]) => join(PKI, ...names);
const inspect = (...options: string[]) => ocppspec('pki', 'inspect', ...options);
const ROOTS = ['csms-root', 'manufacturer-root', 'v2g-root', 'mo-root'].flatMap((name) => ['--issuer', at(`${name}.pem`)]);

interface Told {
  kind: string;
  privateKeys: number;
  certificates: Record<string, unknown>[];
  csrs: Record<string, unknown>[];
  objections: { requirement: string; level: string; what: string; certificate?: number; csr?: number }[];
}
async function told(...options: string[]): Promise<Told & { exit: number }> {
  const { exit, out, err } = await inspect(...options, '--json');
  expect(err).toBe('');
  return { exit, ...(JSON.parse(out) as Told) };
}
const blame = ({ objections }: Told) => objections.map(({ level, requirement }) => `${level} ${requirement}`);

function file(content: string | Buffer): string {
  const path = join(temporaryDirectory(), 'file');
  writeFileSync(path, content);
  return path;
}
const derOf = (name: string) => new X509Certificate(readFileSync(at(`${name}.pem`))).raw;

beforeAll(async () => {
  const made = await ocppspec('pki', 'init', '--dir', PKI, '--host', 'csms.example.com', '--identity', 'CS-9', '--serial-number', 'SN-9');
  expect(made.exit).toBe(0);
  expect((await ocppspec('pki', 'bad', 'all', '--dir', PKI)).exit).toBe(0);
});

describe('what is in order', () => {
  test.each([
    ['csms-root', []],
    ['station-client', ['--serial-number', 'SN-9']],
    ['station-client-sub-ca', ['--serial-number', 'SN-9']],
    ['v2g-station', ['--identity', 'CS-9']],
    ['firmware-signing', []],
    ['contract', []],
    ['ocsp-responder', []],
  ])('nothing is wrong with %s', async (name, options) => {
    const { exit, objections } = await told(at(`${name}.pem`), ...ROOTS, ...options);
    expect({ exit, objections }).toEqual({ exit: 0, objections: [] });
  });

  test('a CSMS certificate that lasts is only not recommended (A00.FR.701)', async () => {
    const result = await told(at('csms-server.pem'), ...ROOTS, '--host', 'csms.example.com', '--host', '127.0.0.1');
    expect([result.exit, blame(result)]).toEqual([0, ['should A00.FR.701']]);
  });

  test('says the same as openssl', async () => {
    const [first] = (await told(at('station-client.pem'), ...ROOTS)).certificates;
    const field = (...options: string[]) =>
      openssl('x509', '-in', at('station-client.pem'), '-noout', ...options)
        .trim()
        .split('=')
        .slice(1)
        .join('=');
    expect(String(first?.serialNumber).toUpperCase()).toBe(field('-serial'));
    expect(new Date(String(first?.to)).getTime()).toBe(Date.parse(field('-enddate')));
    expect(first).toMatchObject({
      commonName: 'SN-9',
      organization: 'ocppspec',
      key: 'EC prime256v1',
      strength: 128,
      keyUsages: ['digitalSignature'],
    });
    const request = openssl('ocsp', '-sha256', '-issuer', at('csms-root.pem'), '-cert', at('station-client.pem'), '-req_text')
      .replace(/\\?\n\s*(?=[0-9A-F]+\\?\n)/g, '')
      .toLowerCase();
    const hashData = (first?.hashData ?? []) as Record<string, string>[];
    expect(request).toContain(`issuer name hash: ${hashData[0]?.issuerNameHash}`);
    expect(request).toContain(`issuer key hash: ${hashData[0]?.issuerKeyHash}`);
    expect(hashData.map(({ hashAlgorithm }) => hashAlgorithm)).toEqual(['SHA256', 'SHA384', 'SHA512']);
  });

  test('text has all of it for people', async () => {
    const { exit, out } = await inspect(at('v2g-station.pem'), ...ROOTS);
    expect(exit).toBe(0);
    for (const line of [
      /PEM, 3 certificates$/m,
      /^certificate 3$/m,
      /subject +O=ocppspec, CN=CS-9$/m,
      /issuerKeyHash [0-9a-f]{128}$/m,
      /OCSP +http:/m,
    ])
      expect(out).toMatch(line);
    expect(out).toContain('nothing is wrong with what was looked at');
    expect((await inspect(at('csms-server.pem'))).out).toContain('hash data       needs the certificate of the issuer: --issuer');
  });
});

/** What is expected of each flaw, by X.509 and A00; nothing where a certificate alone does not show it. */
const BLAME: Readonly<Record<Exclude<Flaw, 'truncated'>, string | undefined>> = {
  expired: 'must RFC 5280',
  'not-yet-valid': 'must RFC 5280',
  'unknown-ca': 'must RFC 5280',
  'self-signed': 'must RFC 5280',
  'wrong-name': undefined,
  wildcard: undefined,
  'wrong-organization': undefined,
  'weak-key': 'must A00.FR.502',
  'weak-signature': 'must A00.FR.504',
  'broken-signature': 'must RFC 5280',
  'no-key-usage': 'should A00.FR.512',
  'wrong-key-usage': 'must RFC 5280',
  revoked: undefined,
  'chain-order': 'must RFC 5246',
  'chain-incomplete': 'must RFC 5280',
  oversized: 'should InstallCertificateRequest',
};

test.each([...BAD].filter(([, { flaw }]) => flaw !== 'truncated'))('of %s it says what is wrong', async (name, { of, flaw }) => {
  const result = await told(at('bad', `${name}.pem`), ...ROOTS);
  // Nobody relies on the signature of a root.
  const expected = of === 'csms-root' && flaw === 'weak-signature' ? 'should A00.FR.506' : BLAME[flaw as keyof typeof BLAME];
  expect(blame(result)).toEqual(expected === undefined ? [] : expect.arrayContaining([expected]));
  expect(result.exit).toBe(expected?.startsWith('must') ? 1 : 0);
});

test.each([
  ['csms-server-wrong-name', ['--host', 'csms.example.com'], 'must A00.FR.510'],
  ['csms-server-wildcard', ['--host', 'csms.example.com'], 'must A00.FR.510'],
  ['station-client-wrong-name', ['--serial-number', 'SN-9'], 'must A00.FR.511'],
])('that %s is for somebody else shows when it is said who it should be for', async (name, options, expected) => {
  const result = await told(at('bad', `${name}.pem`), ...ROOTS, ...options);
  expect(result.exit).toBe(1);
  expect(blame(result)).toContain(expected);
});

test('the place in the chain is told', async () => {
  const chain =
    readFileSync(at('bad', 'station-client-weak-key.pem'), 'utf8') + readFileSync(at('bad', 'csms-root-broken-signature.pem'), 'utf8');
  const { out } = await inspect(file(chain));
  expect(out).toMatch(/^✗ A00\.FR\.502 certificate 1: the key \(RSA 1024\) is too weak$/m);
  expect(out).toMatch(/^✗ RFC 5280 +the signature of certificate 2 was not made with the key of certificate 2$/m);
});

test('PEM is what OCPP wants (A00.FR.507)', async () => {
  const result = await told(file(derOf('csms-root')));
  expect([result.exit, result.kind, blame(result)]).toEqual([1, 'DER', ['must A00.FR.507']]);
});

test('a certificate of openssl with much that A00 does not like', async () => {
  const directory = temporaryDirectory();
  const out = join(directory, 'c.pem');
  const extensions = ['-addext', 'extendedKeyUsage=serverAuth', '-addext', 'subjectAltName=DNS:x.example.com'];
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    join(directory, 'k.pem'),
    '-out',
    out,
    '-subj',
    '/CN=10.0.0.1',
    ...extensions,
  );
  const { exit, objections } = await told(out, '--serial-number', 'SN-9');
  expect(exit).toBe(1);
  const found = objections.map(({ requirement, level }) => `${level} ${requirement}`);
  expect(found.sort()).toEqual(
    [
      'must A00.FR.509',
      'must A00.FR.511',
      'must A00.FR.511',
      'should A00.FR.505',
      'should A00.FR.511',
      'should A00.FR.512',
      'should A00.FR.514',
    ].sort(),
  );
});

describe('a CSR', () => {
  const request = (...options: string[]) => {
    const directory = temporaryDirectory();
    const csr = join(directory, 'station.csr');
    openssl('req', '-new', '-nodes', '-keyout', join(directory, 'k.pem'), '-out', csr, ...options);
    return csr;
  };

  test('in order', async () => {
    const csr = request('-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-subj', '/O=CSO/CN=SN-9');
    const result = await told(csr, '--serial-number', 'SN-9');
    expect([result.exit, result.objections, result.certificates]).toEqual([0, [], []]);
    expect(result.csrs).toMatchObject([{ commonName: 'SN-9', organization: 'CSO', signed: true, strength: 128 }]);
    expect((await inspect(csr)).out).toMatch(/signed +with its own key$/m);
  });

  test('weak, for somebody else, and owned by nobody', async () => {
    const result = await told(request('-newkey', 'rsa:1024', '-subj', '/CN=SN-8'), '--serial-number', 'SN-9');
    expect(result.exit).toBe(1);
    expect(blame(result).sort()).toEqual(['must A00.FR.502', 'must A00.FR.509', 'must A00.FR.511']);
  });
});

test('a PKCS#12 bundle of openssl', async () => {
  const bundle = join(temporaryDirectory(), 'b.p12');
  openssl(
    'pkcs12',
    '-export',
    '-out',
    bundle,
    '-inkey',
    at('keys', 'v2g-station.pem'),
    '-in',
    at('v2g-station.pem'),
    '-passout',
    'pass:secret',
  );
  vi.stubEnv('OCPPSPEC_P12_PASSWORD', 'secret');
  const result = await told(bundle, ...ROOTS);
  expect(result).toMatchObject({
    exit: 0,
    kind: 'PKCS#12',
    privateKeys: 1,
    certificates: [{ commonName: 'CS-9' }, {}, {}],
    objections: [],
  });
  vi.stubEnv('OCPPSPEC_P12_PASSWORD', 'wrong');
  expect(await inspect(bundle)).toMatchObject({ exit: 2, out: '', err: expect.stringMatching(/cannot be opened: .*password/i) });
  vi.stubEnv('OCPPSPEC_P12_PASSWORD', undefined);
  expect(await inspect(bundle)).toMatchObject({ exit: 3, err: expect.stringContaining('needs a password: set OCPPSPEC_P12_PASSWORD') });
  vi.unstubAllEnvs();
});

describe('what is not what it says', () => {
  const pem = (label: string, body: Buffer) => `-----BEGIN ${label}-----\n${body.toString('base64')}\n-----END ${label}-----\n`;
  test.each<[string, () => string | Buffer, string]>([
    ['an empty file', () => '', 'the file is empty'],
    ['a text', () => 'hello', 'this is neither PEM nor DER of a certificate, a CSR or a PKCS#12 bundle'],
    [
      'PEM that ends half-way',
      () => readFileSync(at('bad', 'csms-server-truncated.pem')),
      'block 1 (CERTIFICATE) is cut off: it has no end',
    ],
    [
      'PEM of half a certificate',
      () => pem('CERTIFICATE', derOf('csms-root').subarray(0, 200)),
      'block 1 is cut off: it is 200 bytes of DER',
    ],
    ['DER of half a certificate', () => derOf('csms-root').subarray(0, 200), 'the file is cut off: it is 200 bytes of DER'],
    ['a certificate and more', () => Buffer.concat([derOf('csms-root'), Buffer.from([5, 0])]), 'the file has 2 bytes behind its end'],
    ['something else in PEM', () => pem('CERTIFICATE', Buffer.from([0x30, 3, 2, 1, 5])), 'block 1 is no X.509 certificate'],
    ['a certificate that is called a CSR', () => pem('CERTIFICATE REQUEST', derOf('csms-root')), 'block 1 is no CSR of RFC 2986'],
    [
      'letters that are no base64',
      () => '-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----\n',
      'block 1 (CERTIFICATE) is not base64',
    ],
    [
      'ends that do not match',
      () => '-----BEGIN CERTIFICATE-----\nAA==\n-----END PRIVATE KEY-----\n',
      'begins as CERTIFICATE and ends as PRIVATE KEY',
    ],
    ['a key', () => readFileSync(at('bad', 'keys', 'csms-server-expired.pem')), 'this holds a private key, and no certificate'],
    [
      'a revocation list',
      () => readFileSync(at('bad', 'csms-server-revoked.crl.pem')),
      'block 1 is X509 CRL, neither a certificate nor a CSR',
    ],
  ])('%s is told, and not judged', async (_what, content, message) => {
    const path = file(content());
    const { exit, out, err } = await inspect(path);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain(`ocppspec: ${path}: `);
    expect(err).toContain(message);
  });

  test('a file that is not there, or two', async () => {
    expect(await inspect(at('nowhere.pem'))).toMatchObject({ exit: 3, err: expect.stringContaining('there is no such file') });
    expect(await inspect(at('csms-root.pem'), '--issuer', at('nowhere.pem'))).toMatchObject({ exit: 3 });
    expect(await inspect()).toMatchObject({ exit: 3, err: 'ocppspec: usage: ocppspec pki inspect file [options]\n' });
    expect((await inspect('a', 'b')).exit).toBe(3);
    expect((await inspect('a', '--host', 'x', '--identity', 'y')).err).toContain('--host is for the certificate of a CSMS');
  });
});
