import { beforeAll, describe, expect, test } from 'vitest';
import { hashData } from '../../src/pki/hash-data.ts';
import { TestPki } from '../../src/pki/test-pki.ts';
import { defaultStationConfig, networkProfile } from '../../src/station/config.ts';
import type { Station } from '../../src/station/station.ts';
import { wait } from '../../src/time/clock.ts';
import { VirtualClock } from '../../src/time/virtual-clock.ts';
import type { ServerTls } from '../../src/wire/server.ts';
import { directoryForFile } from '../kit/temporary-directory.ts';
import { Csms, newStation, type Overrides, PLAIN, scene } from './kit.ts';

type Name = Parameters<TestPki['credential']>[0];

const directory = directoryForFile();
let pki: TestPki;
beforeAll(async () => {
  pki = await TestPki.load(directory, { identity: 'CS-001', serialNumber: 'SN-001', hosts: ['localhost', '127.0.0.1'] });
});

const pem = (name: Name): string => pki.credential(name).certificate;
const server = (name: Name, more: ServerTls = {}): ServerTls => ({
  cert: pki.credential(name).chain,
  key: pki.credential(name).key,
  ...more,
});

/** A CSMS with TLS and a station that trusts its root; time is the present, because certificates know no other. */
async function secure(securityProfile: number, serverName: Name = 'csms-server', overrides: Overrides = {}, more: ServerTls = {}) {
  const clock = new VirtualClock();
  const csms = await Csms.start(clock, server(serverName, more));
  const { variables, ...rest } = overrides;
  const { certificate, key } = pki.credential('station-client');
  const config = defaultStationConfig({
    slots: [1, 2],
    networkProfiles: { 1: networkProfile(`wss://localhost:${csms.port}`, securityProfile) },
    tls: { roots: { CSMSRootCertificate: [pem('csms-root')] }, certificate, key },
    ...rest,
    variables: { ...PLAIN, 'OCPPCommCtrlr.RetryBackOffRepeatTimes': '0', ...variables } as Record<string, string>,
  });
  const station = newStation(config, clock);
  return { clock, csms, station, config, pass: (seconds: number) => wait(clock, seconds * 1000) };
}

async function booted(...parameters: Parameters<typeof secure>) {
  const all = await secure(...parameters);
  all.station.powerOn();
  await all.station.idle();
  return all;
}

const securityEvents = (csms: Csms): string[] => csms.of('SecurityEventNotification').map(({ type }) => type);

describe('security profiles (A00)', () => {
  test('2: TLS with password', async () => {
    const { csms } = await booted(2);
    expect(csms.actions[0]).toBe('BootNotification');
    expect(csms.upgrades[0]).toMatchObject({
      credentials: { username: 'CS-001', wellFormed: true },
      tls: { version: expect.stringMatching(/^TLSv1\.[23]$/) },
    });
    expect(csms.upgrades[0]?.tls?.peer).toBeUndefined();
  });

  test('3: TLS with a certificate, and no password', async () => {
    const { csms } = await booted(3, 'csms-server', {}, { requestCert: true, rejectUnauthorized: true, ca: pem('csms-root') });
    expect(csms.upgrades[0]).toMatchObject({ tls: { authorized: true, peer: { commonName: 'SN-001' } } });
    expect(csms.upgrades[0]?.credentials).toBeUndefined();
  });

  test('3: with another certificate from the next connection on', async () => {
    const { csms, station } = await booted(3, 'csms-server', {}, { requestCert: true, rejectUnauthorized: false, ca: pem('csms-root') });
    const { chain, key } = pki.credential('station-client-wrong-name');
    station.useCertificate(chain, key);
    csms.link.close();
    await csms.next('Heartbeat');
    await station.idle();
    expect(csms.upgrades[1]?.tls?.peer?.commonName).toBe('SN-001-other');
  });

  test.each([
    'csms-server-expired',
    'csms-server-not-yet-valid',
    'csms-server-unrelated-root',
    'csms-server-wrong-name',
    'csms-server-wildcard',
  ] as const)('does not connect to %s, and says so later, once (A00.FR.310)', async (name) => {
    const { csms, station, pass } = await secure(2, name);
    station.powerOn();
    await pass(5 + 10 + 10 + 5);
    expect(csms.received).toEqual([]);
    csms.setTls(server('csms-server'));
    await station.idle();
    expect(securityEvents(csms)).toEqual(['InvalidCsmsCertificate', 'StartupOfTheDevice']);
  });

  test('connects to a wildcard if it is allowed to', async () => {
    const { csms } = await booted(2, 'csms-server-wildcard', { variables: { 'SecurityCtrlr.AllowCSMSTLSWildcards': 'true' } });
    expect(csms.actions[0]).toBe('BootNotification');
  });

  test('does not speak TLS older than 1.2 (A00.FR.316)', async () => {
    const old = { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const;
    const { csms, station, pass } = await secure(2, 'csms-server', {}, old as ServerTls);
    station.powerOn();
    await pass(5 + 10);
    csms.setTls(server('csms-server', { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3' } as ServerTls));
    await station.idle();
    expect(securityEvents(csms)).toEqual(['InvalidTLSVersion', 'StartupOfTheDevice']);
  });

  test('does not connect where it trusts no one', async () => {
    const { csms, station, pass } = await secure(2, 'csms-server', { tls: { roots: {} } });
    station.powerOn();
    await pass(60);
    expect(csms.received).toEqual([]);
  });
});

describe('changing the security profile (A05, B09)', () => {
  const setProfile = (csms: Csms, station: Station, port: number, securityProfile: number) => {
    const url = `${securityProfile === 1 ? 'ws' : 'wss'}://localhost:${port}`;
    expect(station.connected).toBe(true);
    return csms.ask('SetNetworkProfile', { configurationSlot: 2, connectionData: networkProfile(url, securityProfile) });
  };
  const setPriority = async (csms: Csms, attributeValue: string) => {
    const address = { component: { name: 'OCPPCommCtrlr' }, variable: { name: 'NetworkConfigurationPriority' } };
    return (await csms.ask('SetVariables', { setVariableData: [{ ...address, attributeValue }] })).setVariableResult[0]?.attributeStatus;
  };

  test('goes up, forgets lower profiles, and stays there (A05.FR.06)', async () => {
    const plain = await scene({ at: Date.now(), tls: { roots: { CSMSRootCertificate: [pem('csms-root')] } } });
    const secured = await Csms.start(plain.clock, server('csms-server'));
    expect(await setProfile(plain.csms, plain.station, secured.port, 2)).toEqual({ status: 'Accepted' });
    expect(await setPriority(plain.csms, '2,1')).toBe('Accepted');
    await plain.csms.ask('Reset', { type: 'OnIdle' });
    await plain.station.idle();
    expect(secured.actions[0]).toBe('BootNotification');
    expect(plain.station.variables.get('SecurityCtrlr.SecurityProfile')).toBe('2');
    expect(plain.station.variables.get('OCPPCommCtrlr.NetworkConfigurationPriority')).toBe('2');
    secured.admit = () => ({ do: 'refuse', status: 503 });
    plain.csms.forget();
    secured.link.close();
    await plain.pass(600);
    expect(plain.csms.attempts).toEqual([]);
  });

  test.each([
    ['no root for TLS (A05.FR.02)', 2, { roots: {} }],
    ['no certificate of its own for mutual TLS (A05.FR.03)', 3, undefined],
  ])('does not go up with %s', async (_what, securityProfile, tls) => {
    const { csms, station } = await scene({ at: Date.now(), tls: tls ?? { roots: { CSMSRootCertificate: [pem('csms-root')] } } });
    expect(await setProfile(csms, station, 1, securityProfile)).toEqual({ status: 'Accepted' });
    expect(await setPriority(csms, '2,1')).toBe('Rejected');
  });

  test.each([
    [2, 1, 'false', 'Rejected'],
    [2, 1, 'true', 'Rejected'],
    [3, 1, 'true', 'Rejected'],
    [3, 2, 'false', 'Rejected'],
    [3, 2, 'true', 'Accepted'],
  ])('from %s to %s, AllowSecurityProfileDowngrade %s: %s (B09.FR.04, B09.FR.31)', async (from, to, allowed, status) => {
    const variables = { 'SecurityCtrlr.AllowSecurityProfileDowngrade': allowed };
    const { csms, station } = await booted(
      from,
      'csms-server',
      { variables },
      { requestCert: true, rejectUnauthorized: false, ca: pem('csms-root') },
    );
    expect(await setProfile(csms, station, csms.port, to)).toMatchObject({ status });
    if (status === 'Accepted') expect(await setPriority(csms, '2,1')).toBe('Accepted');
  });
});

describe('roots (M03, M04, M05)', () => {
  const hash = (name: Name, issuer = name) => hashData(pem(name), pem(issuer), 'SHA256');
  const install = (
    csms: Csms,
    name: Name,
    certificateType: 'CSMSRootCertificate' | 'ManufacturerRootCertificate' = 'CSMSRootCertificate',
  ) => csms.ask('InstallCertificate', { certificateType, certificate: pem(name) });
  const listed = async (csms: Csms) =>
    (await csms.ask('GetInstalledCertificateIds', {})).certificateHashDataChain?.map(({ certificateHashData }) => certificateHashData);

  async function trusting(overrides: Overrides = {}) {
    const clock = new VirtualClock();
    const csms = await Csms.start(clock);
    const station = newStation(
      defaultStationConfig({
        networkProfiles: { 1: networkProfile(csms.url, 1) },
        tls: {
          roots: { CSMSRootCertificate: [pem('csms-root')] },
          certificate: pem('station-client'),
          key: pki.credential('station-client').key,
        },
        ...overrides,
      }),
      clock,
    );
    station.powerOn();
    await station.idle();
    return { csms, station };
  }

  test('are listed by type', async () => {
    const { csms, station } = await trusting();
    expect(await install(csms, 'manufacturer-root', 'ManufacturerRootCertificate')).toEqual({ status: 'Accepted' });
    const { status, certificateHashDataChain } = await csms.ask('GetInstalledCertificateIds', {
      certificateType: ['ManufacturerRootCertificate'],
    });
    expect(status).toBe('Accepted');
    expect(certificateHashDataChain).toEqual([
      { certificateType: 'ManufacturerRootCertificate', certificateHashData: hash('manufacturer-root') },
    ]);
    expect(await listed(csms)).toEqual([hash('csms-root'), hash('manufacturer-root')]);
    expect(await csms.ask('GetInstalledCertificateIds', { certificateType: ['MORootCertificate'] })).toEqual({ status: 'NotFound' });
    expect(station.variables.get('SecurityCtrlr.CertificateEntries')).toBe('3');
  });

  test('are replaced if they are there already (M05.FR.17)', async () => {
    const { csms } = await trusting();
    expect(await install(csms, 'csms-root')).toEqual({ status: 'Accepted' });
    expect(await listed(csms)).toEqual([hash('csms-root')]);
  });

  test('are rejected if they are expired, no authorities, no certificates, or too many (M05.FR.06, M05.FR.07)', async () => {
    const { csms, station } = await trusting();
    for (const name of ['csms-server-expired', 'station-client'] as const)
      expect(await install(csms, name)).toMatchObject({ status: 'Rejected' });
    const nonsense = { certificateType: 'CSMSRootCertificate', certificate: 'nonsense' } as const;
    expect(await csms.ask('InstallCertificate', nonsense)).toMatchObject({ status: 'Rejected' });
    expect(await listed(csms)).toHaveLength(1);
    for (const variable of station.variables.all())
      if (variable.variable.name === 'CertificateEntries') variable.characteristics = { ...variable.characteristics, maxLimit: 2 };
    expect(await install(csms, 'csms-root-unrelated')).toMatchObject({ status: 'Rejected' });
  });

  test('can be deleted, the own certificate not (M04)', async () => {
    const { csms } = await trusting();
    const remove = async (certificateHashData: ReturnType<typeof hashData>) =>
      (await csms.ask('DeleteCertificate', { certificateHashData })).status;
    expect(await remove(hashData(pem('station-client'), pem('csms-root'), 'SHA256'))).toBe('Failed');
    expect(await remove(hashData(pem('csms-root'), pem('csms-root'), 'SHA512'))).toBe('Accepted');
    expect(await remove(hash('csms-root'))).toBe('NotFound');
    expect(await listed(csms)).toBeUndefined();
  });

  describe('with AdditionalRootCertificateCheck', () => {
    const CHECKED = { variables: { 'SecurityCtrlr.AdditionalRootCertificateCheck': 'true' } };
    const newRoot = () => hash('csms-root-new', 'csms-root');

    test('a new root has to be signed by the old one (M05.FR.11)', async () => {
      const { csms } = await trusting(CHECKED);
      expect(await install(csms, 'csms-root-unrelated')).toMatchObject({ status: 'Rejected' });
      expect(await listed(csms)).toEqual([hash('csms-root')]);
      expect(await install(csms, 'csms-root-new')).toEqual({ status: 'Accepted' });
      expect(await listed(csms)).toEqual([newRoot(), hash('csms-root')]);
    });

    test('the old root goes when the new one has proved itself (M05.FR.13)', async () => {
      const { csms, station } = await booted(2, 'csms-server', CHECKED);
      await install(csms, 'csms-root-new');
      csms.setTls(server('csms-server-new-root'));
      await csms.ask('Reset', { type: 'OnIdle' });
      await station.idle();
      expect(await listed(csms)).toEqual([hash('csms-root-new')]);
    });

    test('the old root helps out where the new one does not fit (M05.FR.14)', async () => {
      const { csms, station } = await booted(2, 'csms-server', CHECKED);
      await install(csms, 'csms-root-new');
      csms.forget();
      await csms.ask('Reset', { type: 'OnIdle' });
      await station.idle();
      expect(csms.of('BootNotification')).toHaveLength(1);
      expect(securityEvents(csms)).toEqual(['ResetOrReboot']);
      expect(await listed(csms)).toEqual([newRoot(), hash('csms-root')]);
    });

    test('the old root does not help on the way to another CSMS, only on the way back (M05.FR.15, M05.FR.16)', async () => {
      const variables = { ...CHECKED.variables, 'OCPPCommCtrlr.NetworkProfileConnectionAttempts': '1' };
      const { csms, clock, station } = await booted(2, 'csms-server', { variables });
      const other = await Csms.start(clock, server('csms-server'));
      await install(csms, 'csms-root-new');
      await csms.ask('SetNetworkProfile', { configurationSlot: 2, connectionData: networkProfile(`wss://localhost:${other.port}`, 2) });
      station.variables.set('OCPPCommCtrlr.NetworkConfigurationPriority', '2,1');
      await csms.ask('Reset', { type: 'OnIdle' });
      await station.idle();
      expect(other.received).toEqual([]);
      expect(csms.of('BootNotification')).toHaveLength(2);
      expect(await listed(csms)).toContainEqual(hash('csms-root'));
    });
  });
});
