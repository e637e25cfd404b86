import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { BAD } from '../../../src/pki/flaws.ts';
import { directoryForFile, temporaryDirectory } from '../../kit/temporary-directory.ts';
import { openssl } from '../../pki/kit.ts';
import { ocppspec } from '../in-process.ts';

const PKI = join(directoryForFile(), 'pki');
const bad = (...options: string[]) => ocppspec('pki', 'bad', ...options, '--dir', PKI);

beforeAll(async () => {
  expect((await ocppspec('pki', 'init', '--dir', PKI)).exit).toBe(0);
});

test('--list names all of them and what is wrong', async () => {
  const text = await bad('--list');
  expect(text.exit).toBe(0);
  for (const name of BAD.keys()) expect(text.out).toMatch(new RegExp(`^${name} +\\S`, 'm'));
  const json = JSON.parse((await bad('--list', '--json')).out) as { name: string; flaw: string }[];
  expect(json.map(({ name }) => name)).toEqual([...BAD.keys()]);
  expect(json).toContainEqual({
    name: 'csms-server-unrelated-root',
    of: 'csms-server',
    flaw: 'unknown-ca',
    about: 'signed by a root that nobody trusts',
  });
});

test('every flaw that anybody would look for is there for the CSMS and for the station', () => {
  const common = [
    'expired',
    'not-yet-valid',
    'self-signed',
    'wrong-name',
    'weak-key',
    'weak-signature',
    'broken-signature',
    'no-key-usage',
    'revoked',
    'chain-order',
    'truncated',
    'oversized',
  ];
  for (const of of ['csms-server', 'station-client'])
    expect([...BAD.keys()]).toEqual(expect.arrayContaining(common.map((flaw) => `${of}-${flaw}`)));
  expect([...BAD.keys()]).toEqual(
    expect.arrayContaining(['csms-server-wildcard', 'csms-server-unrelated-root', 'station-client-unknown-ca']),
  );
});

test('one is written with its key, and what was there stays', async () => {
  const { exit, out } = await bad('csms-server-self-signed');
  const [file, key] = [join(PKI, 'bad', 'csms-server-self-signed.pem'), join(PKI, 'bad', 'keys', 'csms-server-self-signed.pem')];
  expect({ exit, out }).toEqual({
    exit: 0,
    out: `csms-server-self-signed: signed with its own key, by no authority\n  ${file}\n  ${key}\n`,
  });
  expect(statSync(key).mode & 0o777).toBe(0o600);
  expect(openssl('x509', '-in', file, '-noout', '-pubkey')).toBe(openssl('pkey', '-in', key, '-pubout'));
  const before = readFileSync(file, 'utf8');
  expect(await bad('csms-server-self-signed')).toMatchObject({
    exit: 3,
    err: `ocppspec: ${file} is there already; --force writes over it\n`,
  });
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect((await bad('csms-server-self-signed', '--force')).exit).toBe(0);
  expect(readFileSync(file, 'utf8')).not.toBe(before);
});

test('all of them at once, revoked ones with the list that says so', async () => {
  const out = join(temporaryDirectory(), 'all');
  expect((await bad('all', '--out', out)).exit).toBe(0);
  const files = readdirSync(out).filter((name) => name.endsWith('.pem'));
  expect(files.filter((name) => !name.endsWith('.crl.pem')).sort()).toEqual([...BAD.keys()].map((name) => `${name}.pem`).sort());
  expect(files.filter((name) => name.endsWith('.crl.pem'))).toHaveLength([...BAD.values()].filter(({ flaw }) => flaw === 'revoked').length);
  const list = join(out, 'csms-server-revoked.crl.pem');
  expect(() =>
    openssl('verify', '-crl_check', '-CRLfile', list, '-CAfile', join(PKI, 'csms-root.pem'), join(out, 'csms-server-revoked.pem')),
  ).toThrow('certificate revoked');
});

test.each([
  [[], 'usage: ocppspec pki bad name|all [options], or --list'],
  [['csms-server-expried'], 'there is no bad certificate "csms-server-expried", did you mean "csms-server-expired"?'],
  [['csms-server-expired', '--list'], '--list lists all names'],
  [['csms-server-expired', '--json'], '--json goes with --list'],
])('%j is wrong usage', async (options, message) => {
  const { exit, out, err } = await bad(...options);
  expect({ exit, out }).toEqual({ exit: 3, out: '' });
  expect(err).toContain(message);
});

test('where there is no PKI, how to make one', async () => {
  expect((await ocppspec('pki', 'bad', 'all', '--dir', temporaryDirectory())).err).toContain('make one with `ocppspec pki init`');
});
