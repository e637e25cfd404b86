import { beforeAll, expect, test } from 'vitest';
import { hashData } from '../../src/pki/hash-data.ts';
import { signCsr } from '../../src/pki/sign-csr.ts';
import type { TestPki } from '../../src/pki/test-pki.ts';
import { testPki } from '../pki/kit.ts';
import { type Scene, scene } from './kit.ts';

const WEEK = 7 * 24 * 3600;

let pki: TestPki;
beforeAll(async () => {
  pki = await testPki();
});

const pem = (name: 'v2g-root' | 'v2g-sub-ca-1' | 'v2g-sub-ca-2') => pki.credential(name).certificate;
const split = (chain: string): string[] => chain.match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----\n?/g) ?? [];

/** A station that has just got a V2G certificate, and the certificates of its chain. */
async function renewed(variables: Record<string, string> = {}): Promise<{ all: Scene; chain: string[]; status: string }> {
  const all = await scene({ at: Date.now(), variables, tls: { roots: { V2GRootCertificate: [pem('v2g-root')] } } });
  await all.csms.ask('TriggerMessage', { requestedMessage: 'SignV2GCertificate' });
  await all.station.idle();
  const [request] = all.csms.of('SignCertificate');
  const certificateChain = await signCsr(pki, String(request?.csr), 'v2g-sub-ca-2');
  const { status } = await all.csms.ask('CertificateSigned', { certificateChain, certificateType: 'V2GCertificate' });
  await all.station.idle();
  return { all, chain: split(certificateChain), status };
}

const names = ({ csms }: Scene) => csms.of('GetCertificateStatus').map(({ ocspRequestData }) => ocspRequestData.serialNumber);

test('a station asks about each certificate of its V2G chain, with the responder that it names (M06.FR.07)', async () => {
  const { all, chain } = await renewed();
  const issuers = [chain[1], chain[2], pem('v2g-root')];
  expect(all.csms.of('GetCertificateStatus').map(({ ocspRequestData }) => ocspRequestData)).toEqual(
    chain.map((certificate, at) => ({
      ...hashData(certificate, String(issuers[at]), 'SHA256'),
      responderURL: 'http://ocsp.ocppspec.invalid/',
    })),
  );
});

test('a station asks again after a week (M06.FR.10)', async () => {
  const { all } = await renewed();
  const once = names(all);
  expect(once).toHaveLength(3);
  await all.pass(WEEK - 60);
  expect(names(all)).toEqual(once);
  await all.pass(120);
  await all.station.idle();
  expect(names(all)).toEqual([...once, ...once]);
});

test('a V2G certificate goes with what lies between it and its root when one of them is deleted (M04.FR.08)', async () => {
  const { all } = await renewed();
  const hash = hashData(pem('v2g-sub-ca-2'), pem('v2g-sub-ca-1'), 'SHA512');
  expect(await all.csms.ask('DeleteCertificate', { certificateHashData: hash })).toEqual({ status: 'Accepted' });
  const { status } = await all.csms.ask('GetInstalledCertificateIds', { certificateType: ['V2GCertificateChain'] });
  expect(status).toBe('NotFound');
});

test('each certificate of a V2G chain is an entry of the store (CertificateEntries)', async () => {
  const { all } = await renewed();
  expect(all.station.variables.get('SecurityCtrlr.CertificateEntries')).toBe('4');
});

test('a chain that is longer than MaxCertificateChainSize is rejected, and not used (A02.FR.16)', async () => {
  const { all, status } = await renewed({ 'SecurityCtrlr.MaxCertificateChainSize': '500' });
  expect(status).toBe('Rejected');
  expect(names(all)).toEqual([]);
});
