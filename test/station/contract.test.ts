import { beforeAll, describe, expect, test } from 'vitest';
import { hashData } from '../../src/pki/hash-data.ts';
import type { TestPki } from '../../src/pki/test-pki.ts';
import { testPki } from '../pki/kit.ts';
import { act, events, offline, online } from './charging.ts';
import { type Scene, scene } from './kit.ts';

let pki: TestPki;
beforeAll(async () => {
  pki = await testPki();
});

const CENTRAL = { 'ISO15118Ctrlr.CentralContractValidationAllowed': 'true' };
const OFFLINE = { 'ISO15118Ctrlr.ContractValidationOffline': 'true' };
const pem = (name: 'contract' | 'mo-sub-ca' | 'mo-root') => pki.credential(name).certificate;

/** A station at which EVs have a contract; it has the root of the contract or not. */
async function charging(variables: Record<string, string>, root: boolean, chain = [pem('contract'), pem('mo-sub-ca')]): Promise<Scene> {
  const overrides: Parameters<typeof scene>[0] = {
    at: Date.now(),
    variables,
    contract: { emaid: 'EMAID1', chain, responderURL: 'http://responder.example/ocsp' },
    tls: { roots: root ? { MORootCertificate: [pem('mo-root')] } : {} },
  };
  return scene(overrides);
}

const plugIn = (all: Scene) => act(all, 'plug-in-contract');

describe('a contract, online (C07)', () => {
  test('is judged by the CSMS, which gets hash data of each certificate below the root (C07.FR.02)', async () => {
    const all = await charging({}, true);
    await plugIn(all);
    const responderURL = 'http://responder.example/ocsp';
    expect(all.csms.of('Authorize')).toEqual([
      {
        idToken: { idToken: 'EMAID1', type: 'eMAID' },
        iso15118CertificateHashData: [
          { ...hashData(pem('contract'), pem('mo-sub-ca'), 'SHA256'), responderURL },
          { ...hashData(pem('mo-sub-ca'), pem('mo-root'), 'SHA256'), responderURL },
        ],
      },
    ]);
    expect(events(all).at(-1)).toBe('Updated ChargingStateChanged Charging');
  });

  test('is sent as a whole if its root is missing and that is allowed (C07.FR.06)', async () => {
    const all = await charging(CENTRAL, false);
    await plugIn(all);
    const [request] = all.csms.of('Authorize');
    expect(request?.certificate).toBe(pem('contract') + pem('mo-sub-ca'));
    expect(request?.iso15118CertificateHashData).toHaveLength(1);
  });

  test('is not sent if the station can validate it by itself', async () => {
    const all = await charging(CENTRAL, true);
    await plugIn(all);
    expect(all.csms.of('Authorize')[0]?.certificate).toBeUndefined();
  });

  test.each<[string, () => Promise<Scene>]>([
    ['its root is missing and the CSMS is not to validate it', () => charging({}, false)],
    ['its chain is broken', () => charging({}, true, [pem('contract'), pem('mo-root')])],
    ['plug and charge is disabled', () => charging({ 'ISO15118Ctrlr.PnCEnabled': 'false' }, true)],
  ])('is of no use if %s', async (_why, start) => {
    const all = await start();
    await plugIn(all);
    expect(all.csms.actions).not.toContain('Authorize');
    expect(events(all)).toEqual(['Started CablePluggedIn EVConnected']);
  });

  test('is of no use if its certificate does not count, whatever the status of its eMAID is', async () => {
    const all = await charging({}, true);
    all.csms.answers.Authorize = () => ({ idTokenInfo: { status: 'Accepted' }, certificateStatus: 'CertificateRevoked' });
    await plugIn(all);
    expect(events(all)).toEqual(['Started CablePluggedIn EVConnected']);
  });

  test('is asked about in spite of LocalPreAuthorize (C07.FR.01)', async () => {
    const all = await charging({ 'AuthCtrlr.LocalPreAuthorize': 'true' }, true);
    await plugIn(all);
    await act(all, 'unplug');
    await plugIn(all);
    expect(all.csms.of('Authorize')).toHaveLength(2);
  });
});

describe('a contract, offline (C07)', () => {
  const UNKNOWN = { 'AuthCtrlr.OfflineTxForUnknownIdEnabled': 'true' };

  test.each<[string, Record<string, string>, boolean, boolean]>([
    ['charges if its eMAID is unknown and may charge (C07.FR.12)', { ...OFFLINE, ...UNKNOWN }, true, true],
    ['does not charge if its eMAID is unknown', OFFLINE, true, false],
    ['does not charge if contracts are not validated offline (C07.FR.07)', UNKNOWN, true, false],
    ['does not charge if it is not valid (C07.FR.09)', { ...OFFLINE, ...UNKNOWN }, false, false],
  ])('%s', async (_what, variables, root, charges) => {
    const all = await charging(variables, root);
    await offline(all, 'plug-in-contract');
    await online(all);
    expect(events(all).some((event) => event.endsWith(' Charging'))).toBe(charges);
  });

  test('charges if the cache accepts its eMAID (C07.FR.11)', async () => {
    const all = await charging(OFFLINE, true);
    await plugIn(all);
    await act(all, 'unplug');
    all.csms.forget();
    await offline(all, 'plug-in-contract');
    await online(all);
    expect(events(all)).toContain('Updated ChargingStateChanged Charging');
  });
});
