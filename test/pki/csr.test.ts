import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type KeyAndCsr, makeCsr } from '../../src/pki/make-csr.ts';
import { readCsr } from '../../src/pki/read-csr.ts';
import { type Authority, signCsr } from '../../src/pki/sign-csr.ts';
import { strengthOf } from '../../src/pki/strength.ts';
import type { TestPki } from '../../src/pki/test-pki.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { openssl, testPki } from './kit.ts';

let pki: TestPki;
let asked: KeyAndCsr;

beforeAll(async () => {
  pki = await testPki();
  asked = await makeCsr({ commonName: 'SN-0001', organization: 'CSO', country: 'NL' });
});

function file(text: string): string {
  const path = join(temporaryDirectory(), 'file.pem');
  writeFileSync(path, text);
  return path;
}

test('openssl finds a CSR well formed and signed with its own key (A02.FR.03)', () => {
  const told = openssl('req', '-in', file(asked.csr), '-noout', '-verify', '-subject', '-nameopt', 'RFC2253');
  expect(told).toContain('CN=SN-0001,O=CSO,C=NL');
});

test('what was made can be read', () => {
  const read = readCsr(asked.csr);
  expect(read?.signed).toBe(true);
  expect(read && strengthOf(read.publicKey)).toBe(128);
});

test('a key that is too short is no stronger than it is (A00.FR.502)', async () => {
  const read = readCsr((await makeCsr({ commonName: 'SN-0001', organization: 'CSO' }, true)).csr);
  expect(read && strengthOf(read.publicKey)).toBe(80);
});

test.each<[Authority, string]>([
  ['csms-root', 'csms-root'],
  ['csms-root-unrelated', 'csms-root-unrelated'],
  ['v2g-sub-ca-2', 'v2g-root'],
])('openssl trusts what %s issues if it trusts %s', async (authority, root) => {
  const chain = file(await signCsr(pki, asked.csr, authority));
  const trusted = file(pki.credential(root as Authority).certificate);
  expect(openssl('verify', '-CAfile', trusted, '-untrusted', chain, chain)).toContain('OK');
  expect(openssl('x509', '-in', chain, '-noout', '-pubkey')).toBe(openssl('req', '-in', file(asked.csr), '-noout', '-pubkey'));
});

test('what is no CSR is not signed', async () => {
  await expect(signCsr(pki, 'no CSR', 'csms-root')).rejects.toThrow();
});
