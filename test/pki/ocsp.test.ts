import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  type CertificateId,
  certificateId,
  isSame,
  MALFORMED_REQUEST,
  ocspRequest,
  ocspResponse,
  readOcspRequest,
  readOcspResponse,
} from '../../src/pki/ocsp.ts';
import type { TestPki } from '../../src/pki/test-pki.ts';
import { DIRECTORY, openssl, testPki } from './kit.ts';

const file = (of: string) => join(DIRECTORY, `${of}.pem`);
const ALGORITHMS = ['SHA1', 'SHA256', 'SHA384', 'SHA512'] as const;

const idOf = (pki: TestPki, algorithm: CertificateId['hashAlgorithm'] = 'SHA256') =>
  certificateId(pki.credential('contract').certificate, pki.credential('mo-sub-ca').certificate, algorithm);

const temporary = () => mkdtempSync(join(tmpdir(), 'ocsp-'));

test.each(ALGORITHMS)('a question by openssl with %s is read as what it is about', async (algorithm) => {
  const path = join(temporary(), 'question.der');
  openssl('ocsp', `-${algorithm.toLowerCase()}`, '-issuer', file('mo-sub-ca'), '-cert', file('contract'), '-reqout', path);
  const { ids, nonce } = readOcspRequest(readFileSync(path));
  expect(ids).toEqual([idOf(await testPki(), algorithm)]);
  expect(nonce?.length).toBeGreaterThan(10);
});

test.each(ALGORITHMS)('openssl reads our question with %s', async (algorithm) => {
  const path = join(temporary(), 'question.der');
  const id = idOf(await testPki(), algorithm);
  writeFileSync(path, ocspRequest(id));
  expect(openssl('ocsp', '-reqin', path, '-req_text').toLowerCase()).toContain(id.serialNumber);
  expect(readOcspRequest(ocspRequest(id))).toEqual({ ids: [id], nonce: undefined });
});

test.each(['good', 'revoked', 'unknown'] as const)('openssl verifies our answer: %s', async (status) => {
  const pki = await testPki();
  const directory = temporary();
  const [question, answer] = [join(directory, 'question.der'), join(directory, 'answer.der')];
  openssl('ocsp', '-sha256', '-issuer', file('mo-sub-ca'), '-cert', file('contract'), '-reqout', question);
  const { ids, nonce } = readOcspRequest(readFileSync(question));
  const statuses = ids.map((id) => ({ id, status }));
  writeFileSync(answer, ocspResponse(statuses, pki.credential('mo-sub-ca'), Date.now(), nonce));
  const [issuer, certificate] = [file('mo-sub-ca'), file('contract')];
  const said = openssl(
    'ocsp',
    '-no_nonce',
    '-respin',
    answer,
    '-issuer',
    issuer,
    '-sha256',
    '-cert',
    certificate,
    '-CAfile',
    file('mo-root'),
  );
  expect(said).toContain(`contract.pem: ${status}`);
  expect(readOcspResponse(readFileSync(answer), ids[0] as CertificateId)).toBe(status);
  expect(readFileSync(answer).includes(nonce as Buffer)).toBe(true);
});

test('an answer about another certificate, or signed by somebody else, says nothing', async () => {
  const pki = await testPki();
  const id = idOf(pki);
  const other = { ...id, serialNumber: '17' };
  const said = (about: CertificateId, by: 'mo-sub-ca' | 'mo-root') =>
    readOcspResponse(ocspResponse([{ id: about, status: 'good' }], pki.credential(by), Date.now()), id);
  expect(said(id, 'mo-sub-ca')).toBe('good');
  expect(said(other, 'mo-sub-ca')).toBe('unknown');
  expect(said(id, 'mo-root')).toBe('unknown');
  expect(readOcspResponse(MALFORMED_REQUEST, id)).toBe('unknown');
});

test('an answer that was changed on its way says nothing', async () => {
  const pki = await testPki();
  // Those of real certificates are written without leading zeros, which makes the digits of some odd in number.
  const id = { ...idOf(pki), serialNumber: '5a17c39e2104' };
  const answer = ocspResponse([{ id, status: 'revoked' }], pki.credential('mo-sub-ca'), Date.now());
  expect(readOcspResponse(answer, id)).toBe('revoked');
  const at = answer.indexOf(Buffer.from(id.serialNumber, 'hex'));
  answer.writeUInt8(answer.readUInt8(at - 2) ^ 1, at - 2);
  expect(() => expect(readOcspResponse(answer, id)).toBe('unknown')).not.toThrow();
});

test.each(['5a17c3', 'a17c3', '9', 'f00d'])('the serial number %s comes back as it was', async (serialNumber) => {
  const pki = await testPki();
  const id = { ...idOf(pki), serialNumber };
  expect(readOcspRequest(ocspRequest(id)).ids).toEqual([id]);
  expect(readOcspResponse(ocspResponse([{ id, status: 'good' }], pki.credential('mo-sub-ca'), Date.now()), id)).toBe('good');
});

test('hexadecimal digits have no case', async () => {
  const id = idOf(await testPki());
  expect(isSame(id, { ...id, serialNumber: id.serialNumber.toUpperCase() })).toBe(true);
  expect(isSame(id, { ...id, serialNumber: `${id.serialNumber}0` })).toBe(false);
});

test.each(['', '30', '3000', 'ffff', '308400000001'])('what is no question is refused: %s', (hex) => {
  const read = () => readOcspRequest(Buffer.from(hex, 'hex')).ids;
  let ids: unknown[] = [];
  try {
    ids = read();
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
  }
  expect(ids).toEqual([]);
});
