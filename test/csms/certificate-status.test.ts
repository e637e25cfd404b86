import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import type { OCSPRequestDataType } from '../../src/ocpp/generated/messages.ts';
import type { TestPki } from '../../src/pki/test-pki.ts';
import { ContractUnderWatch } from '../../src/sut/contract.ts';
import { DIRECTORY, openssl, testPki } from '../pki/kit.ts';
import { accepted } from './kit.ts';

let pki: TestPki;
beforeAll(async () => {
  pki = await testPki();
});

/** What a station says of V2G sub-CA 1, whose responder is one of ours. */
async function question(): Promise<OCSPRequestDataType> {
  const watched = new ContractUnderWatch(undefined);
  onTestFinished(() => watched.close());
  return (await watched.find('V2G sub-CA 1 OCSP data', pki)) as OCSPRequestDataType;
}

/** What openssl makes of the answer. */
function verified(ocspResult: string | undefined): string {
  const answer = join(mkdtempSync(join(tmpdir(), 'ocsp-')), 'answer.der');
  writeFileSync(answer, Buffer.from(ocspResult ?? '', 'base64'));
  const [issuer, certificate] = [join(DIRECTORY, 'v2g-root.pem'), join(DIRECTORY, 'v2g-sub-ca-1.pem')];
  const trust = ['-CAfile', issuer, '-issuer', issuer, '-sha256', '-cert', certificate];
  return openssl('ocsp', '-no_nonce', '-respin', answer, ...trust);
}

test('what a responder says is passed on (M06.FR.02, M06.FR.03, M06.FR.08, M06.FR.09)', async () => {
  const { station } = await accepted({});
  const { status, ocspResult } = await station.ask('GetCertificateStatus', { ocspRequestData: await question() });
  expect(status).toBe('Accepted');
  expect(verified(ocspResult)).toContain('good');
});

test('a CSMS answers for its own authorities (M06.FR.03)', async () => {
  const { station } = await accepted({ ocspResponders: [pki.credential('v2g-sub-ca-2'), pki.credential('v2g-root')] });
  const ocspRequestData = { ...(await question()), responderURL: 'http://ocsp.ocppspec.invalid/' };
  const { status, ocspResult } = await station.ask('GetCertificateStatus', { ocspRequestData });
  expect(status).toBe('Accepted');
  expect(verified(ocspResult)).toContain('good');
});

test('Failed is answered where there is no responder (M06.FR.04)', async () => {
  const { station } = await accepted({});
  const ocspRequestData = { ...(await question()), responderURL: 'http://127.0.0.1:1/ocsp' };
  expect(await station.ask('GetCertificateStatus', { ocspRequestData })).toEqual({ status: 'Failed' });
});

test('contract certificates are passed on unread, each for its action (M01.FR.01, M02.FR.01)', async () => {
  const { station } = await accepted({ contractCertificates: { Install: 'AAEC' } });
  const ask = (action: 'Install' | 'Update') =>
    station.ask('Get15118EVCertificate', { iso15118SchemaVersion: 'urn:iso:15118:2:2013:MsgDef', action, exiRequest: '//79' });
  expect(await ask('Install')).toEqual({ status: 'Accepted', exiResponse: 'AAEC' });
  expect(await ask('Update')).toEqual({ status: 'Failed', exiResponse: '' });
});
