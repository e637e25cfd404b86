import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect as connectTls } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { type CsmsConfig, defaultEndpoint, type SecurityProfile } from '../../src/csms/config.ts';
import { serverTls } from '../../src/csms/tls.ts';
import type { CredentialName } from '../../src/pki/credentials.ts';
import type { TestPki } from '../../src/pki/test-pki.ts';
import type { ClientTls } from '../../src/wire/client.ts';
import { PARAMETERS, testPki } from '../pki/kit.ts';
import { attach, IDENTITY, PASSWORD, plug, refusalOf, type Setup, setUp } from './kit.ts';

const { serialNumber } = PARAMETERS;

interface Secured {
  setup: Setup;
  pki: TestPki;
  /** What a station trusts and shows. */
  client(name?: CredentialName, extra?: ClientTls): { tls: ClientTls };
}

async function secured(securityProfile: SecurityProfile, overrides: Partial<CsmsConfig> = {}, ...faults: string[]): Promise<Secured> {
  const pki = await testPki();
  const endpoints = [defaultEndpoint({ securityProfile, tls: serverTls(pki) })];
  const stations = [{ identity: IDENTITY, password: PASSWORD, serialNumber }];
  const setup = await setUp({ endpoints, stations, ...overrides }, ...faults);
  const client = (name?: CredentialName, extra: ClientTls = {}) => {
    const credential = name && pki.credential(name);
    const shown = credential ? { cert: credential.chain, key: credential.key } : {};
    return { tls: { ca: [pki.credential('csms-root').certificate], ...shown, ...extra } };
  };
  return { setup, pki, client };
}

describe('security profile 2', () => {
  test('connects with TLS and Basic authentication', async () => {
    const { setup, client } = await secured(2);
    const link = await plug(setup, client());
    expect(link.upgrade.tls).toMatchObject({ authorized: true, peer: { commonName: 'localhost', issuer: 'ocppspec CSMS root' } });
  });

  test('needs the password', async () => {
    const { setup, client } = await secured(2);
    expect(await refusalOf(plug(setup, { ...client(), password: 'not-the-password-1' }))).toEqual({ stage: 'upgrade', status: 401 });
  });

  test.each(['TLSv1', 'TLSv1.1'] as const)('refuses %s (A00.FR.315)', async (version) => {
    const { setup, client } = await secured(2);
    const old = client(undefined, { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' });
    const reasons: string[] = [];
    setup.csms.watch({ refused: ({ reason }) => reasons.push(reason) });
    expect((await refusalOf(plug(setup, old))).stage).toBe('tls');
    expect(reasons).toEqual([expect.stringContaining('unsupported protocol')]);
  });

  test.each([
    ['ECDHE-ECDSA-AES128-GCM-SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'],
    ['ECDHE-ECDSA-AES256-GCM-SHA384', 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384'],
    ['AES128-GCM-SHA256', 'TLS_RSA_WITH_AES_128_GCM_SHA256'],
    ['AES256-GCM-SHA384', 'TLS_RSA_WITH_AES_256_GCM_SHA384'],
  ])('supports %s (A00.FR.318)', async (ciphers, cipher) => {
    const { setup, client } = await secured(2);
    const link = await plug(setup, client(undefined, { maxVersion: 'TLSv1.2', ciphers }));
    expect(link.upgrade.tls?.cipher).toBe(cipher);
  });

  test.each(['csms-server-expired', 'csms-server-not-yet-valid', 'csms-server-unrelated-root', 'csms-server-wrong-name'] as const)(
    'shows %s from the next handshake on',
    async (name) => {
      const { setup, pki, client } = await secured(2);
      await plug(setup, client());
      setup.csms.endpoints[0]?.setTls(serverTls(pki, [name]));
      expect((await refusalOf(plug(setup, client()))).stage).toBe('tls');
      setup.csms.endpoints[0]?.setTls(serverTls(pki));
      await plug(setup, client());
    },
  );

  test('the server of the new root is trusted by who trusts that root only (M05.FR.13)', async () => {
    const { setup, pki, client } = await secured(2);
    setup.csms.endpoints[0]?.setTls(serverTls(pki, ['csms-server-new-root']));
    const newRoot = { ca: [pki.credential('csms-root-new').certificate], allowPartialTrustChain: true };
    expect((await refusalOf(plug(setup, client()))).stage).toBe('tls');
    await plug(setup, client(undefined, newRoot));
  });
});

test.each(['TLSv1.2', 'TLSv1.3'] as const)('no session of %s is resumed: every handshake shows its certificates', async (maxVersion) => {
  const { setup, client } = await secured(2);
  const { hostname: host, port } = new URL(setup.csms.endpoints[0]?.url ?? '');
  const handshake = async (session?: Buffer) => {
    const socket = connectTls({ host, port: Number(port), maxVersion, ...client().tls, ...(session ? { session } : {}) });
    const sessions: Buffer[] = [];
    socket.on('session', (offered) => sessions.push(offered));
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(socket, 'data');
    const reused = socket.isSessionReused();
    const best = sessions.at(-1) ?? socket.getSession();
    socket.destroy();
    return { reused, session: best };
  };
  const { session } = await handshake();
  expect((await handshake(session)).reused).toBe(false);
});

describe('security profile 1 over TLS', () => {
  /** Three ways into one CSMS: profile 1 over TLS, profile 2, and profile 1 without TLS. */
  async function threeWays() {
    const pki = await testPki();
    const endpoints = [
      defaultEndpoint({ securityProfile: 1, tls: serverTls(pki) }),
      defaultEndpoint({ securityProfile: 2, tls: serverTls(pki) }),
      defaultEndpoint(),
    ];
    const setup = await setUp({ endpoints, stations: [{ identity: IDENTITY, password: PASSWORD, serialNumber }] });
    const [overTls = '', second = '', plain = ''] = setup.csms.endpoints.map(({ url }) => url);
    return { setup, overTls, second, plain, tls: { ca: [pki.credential('csms-root').certificate] } };
  }

  test('is not taken for profile 2: the station may go on without TLS', async () => {
    const { setup, overTls, plain, tls } = await threeWays();
    expect(overTls).toMatch(/^wss:/);
    const { upgrade } = await plug(setup, { url: overTls, tls });
    expect(upgrade).toMatchObject({ status: 101, tls: { authorized: true } });
    expect((await plug(setup, { url: plain })).upgrade.status).toBe(101);
  });

  test('needs the password as without TLS', async () => {
    const { setup, overTls, tls } = await threeWays();
    expect(await refusalOf(plug(setup, { url: overTls, tls, password: 'not-the-password-1' }))).toEqual({ stage: 'upgrade', status: 401 });
  });

  test('is a lower profile for a station that has gone over to profile 2 (A05.FR.07)', async () => {
    const { setup, overTls, second, plain, tls } = await threeWays();
    await plug(setup, { url: second, tls });
    expect(await refusalOf(plug(setup, { url: overTls, tls }))).toEqual({ stage: 'upgrade', status: 403 });
    expect(await refusalOf(plug(setup, { url: plain }))).toEqual({ stage: 'upgrade', status: 403 });
  });
});

describe('security profile 3', () => {
  test.each(['station-client', 'station-client-rsa'] as const)('lets %s in without a password', async (name) => {
    const { setup, pki, client } = await secured(3);
    const { password: _, ...options } = { password: '', ...client(name) };
    const station = await attach(setup, { ...options, authorization: '' });
    const fingerprint = new X509Certificate(pki.credential('csms-server').certificate).fingerprint256;
    expect(station.link.upgrade.tls?.peer?.fingerprint256).toBe(fingerprint);
    expect((await station.boot()).status).toBe('Accepted');
  });

  test.each(['station-client-expired', 'station-client-unknown-ca', undefined] as const)(
    'refuses %s in the TLS handshake (A00.FR.407)',
    async (name) => {
      const { setup, client } = await secured(3);
      const stages: string[] = [];
      setup.csms.watch({ refused: ({ stage }) => stages.push(stage) });
      await refusalOf(plug(setup, client(name)));
      expect(stages).toEqual(['tls']);
    },
  );

  test.each([
    ['station-client-wrong-name', 'A00.FR.405'],
    ['station-client-wrong-organization', 'A00.FR.404'],
  ] as const)('refuses %s before the upgrade (%s)', async (name, _requirement) => {
    const { setup, client } = await secured(3);
    expect(await refusalOf(plug(setup, client(name)))).toEqual({ stage: 'upgrade', status: 403 });
  });

  test('closes the connection of a station with another serial number (B01.FR.12)', async () => {
    const { setup, client } = await secured(3);
    const station = await attach(setup, client('station-client'));
    const closed = station.closed();
    await station.call('BootNotification', {
      reason: 'PowerUp',
      chargingStation: { model: 'M1', vendorName: 'V1', serialNumber: 'SN-9999' },
    });
    expect(await closed).toBe(1008);
    expect(setup.csms.show('registration')).toBeUndefined();
  });

  test('goes on with the station whose serial number is that of its certificate (B01.FR.11)', async () => {
    const { setup, client } = await secured(3);
    const station = await attach(setup, client('station-client'));
    const answer = await station.ask('BootNotification', {
      reason: 'PowerUp',
      chargingStation: { model: 'M1', vendorName: 'V1', serialNumber },
    });
    expect(answer.status).toBe('Accepted');
  });
});

test('a TLS endpoint without certificates is refused by name', async () => {
  await expect(setUp({ endpoints: [defaultEndpoint({ securityProfile: 2 })] })).rejects.toThrow(/endpoints\[0\]\.tls/);
});

describe('faults', () => {
  test('accepts-expired-client-certificate', async () => {
    const { setup, client } = await secured(3, {}, 'accepts-expired-client-certificate');
    await plug(setup, client('station-client-expired'));
    expect((await refusalOf(plug(setup, client('station-client-unknown-ca')))).status).toBe(403);
  });

  test('accepts-null-cipher-suite', async () => {
    const nothingElse = { maxVersion: 'TLSv1.2', ciphers: 'NULL-SHA256:@SECLEVEL=0' } as const;
    const healthy = await secured(2);
    expect((await refusalOf(plug(healthy.setup, healthy.client(undefined, nothingElse)))).stage).toBe('tls');
    const { setup, client } = await secured(2, {}, 'accepts-null-cipher-suite');
    expect((await plug(setup, client(undefined, nothingElse))).upgrade.tls?.cipher).toBe('TLS_RSA_WITH_NULL_SHA256');
  });

  test('accepts-any-common-name', async () => {
    const { setup, client } = await secured(3, {}, 'accepts-any-common-name');
    expect((await plug(setup, client('station-client-wrong-name'))).upgrade.status).toBe(101);
  });

  test('accepts-other-serial-number', async () => {
    const { setup, client } = await secured(3, {}, 'accepts-other-serial-number');
    const station = await attach(setup, client('station-client'));
    const chargingStation = { model: 'M1', vendorName: 'V1', serialNumber: 'SN-9999' };
    expect((await station.ask('BootNotification', { reason: 'PowerUp', chargingStation })).status).toBe('Accepted');
  });
});
