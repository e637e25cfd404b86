import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { operatorCertificates } from '../../src/csms/operator-credentials.ts';
import type { RequestOf } from '../../src/ocpp/action.ts';
import type { OCSPRequestDataType } from '../../src/ocpp/generated/messages.ts';
import type { TestPki } from '../../src/pki/test-pki.ts';
import { ContractUnderWatch } from '../../src/sut/contract.ts';
import { testPki } from '../pki/kit.ts';
import { accepted, TOKEN } from './kit.ts';

let pki: TestPki;
beforeAll(async () => {
  pki = await testPki();
});

/** A CSMS that validates contracts, one whose certificate names our responder, and how to show it. */
async function watched() {
  const contract = new ContractUnderWatch(undefined);
  onTestFinished(() => contract.close());
  const { station } = await accepted({
    capabilities: { unsupported: [], contractValidation: true },
    certificates: operatorCertificates(pki),
  });
  const hashes = (await contract.find('contract hash data', pki)) as OCSPRequestDataType[];
  const chain = (await contract.find('contract certificate chain', pki)) as string;
  const show = async (proof: Partial<RequestOf<'Authorize'>>) => {
    const { idTokenInfo, certificateStatus } = await station.ask('Authorize', { idToken: TOKEN, ...proof });
    return [idTokenInfo.status, certificateStatus];
  };
  const byHashes = (...data: OCSPRequestDataType[]) =>
    show({ iso15118CertificateHashData: data as NonNullable<RequestOf<'Authorize'>['iso15118CertificateHashData']> });
  return { ...contract, responder: contract.responder, hashes, chain, show, byHashes };
}

describe('a contract that is named by hash data', () => {
  test('counts if the responder knows all of it as good (C07.FR.05, C07.FR.14)', async () => {
    const { byHashes, hashes, responder } = await watched();
    expect(await byHashes(...hashes)).toEqual(['Accepted', 'Accepted']);
    expect([...responder.asked].toSorted()).toEqual([0, 1]);
  });

  test('does not count if it has been revoked (C07.FR.16)', async () => {
    const { byHashes, hashes, responder } = await watched();
    responder.status = 'revoked';
    expect(await byHashes(...hashes)).toEqual(['Invalid', 'CertificateRevoked']);
  });

  test('does not count if the responder does not know it (C07.FR.17)', async () => {
    const { byHashes, hashes, responder } = await watched();
    const [first] = hashes as [OCSPRequestDataType];
    expect(await byHashes({ ...first, serialNumber: '17' })).toEqual(['Invalid', 'CertChainError']);
    expect(responder.asked.size).toBe(0);
  });

  test('does not count if there is no responder (C07.FR.17)', async () => {
    const { byHashes, hashes } = await watched();
    const [first] = hashes as [OCSPRequestDataType];
    expect(await byHashes({ ...first, responderURL: 'http://127.0.0.1:1/ocsp' })).toEqual(['Invalid', 'CertChainError']);
    expect(await byHashes({ ...first, responderURL: 'nowhere' })).toEqual(['Invalid', 'CertChainError']);
  });
});

describe('a contract that is sent as a whole', () => {
  test('counts if its chain ends at a root of the CSMS and it has not been revoked (C07.FR.14)', async () => {
    const { show, chain, responder } = await watched();
    expect(await show({ certificate: chain })).toEqual(['Accepted', 'Accepted']);
    expect([...responder.asked]).toEqual([0]);
    responder.status = 'revoked';
    expect(await show({ certificate: chain })).toEqual(['Invalid', 'CertificateRevoked']);
  });

  test.each([
    ['nothing that can be read', () => 'PEM'],
    ['not signed by who comes next', () => pki.credential('contract').certificate + pki.credential('v2g-sub-ca-2').certificate],
    ['of another root', () => pki.credential('csms-server').chain],
  ])('does not count if it is %s (C07.FR.17)', async (_what, certificate) => {
    const { show } = await watched();
    expect(await show({ certificate: certificate() })).toEqual(['Invalid', 'CertChainError']);
  });
});
