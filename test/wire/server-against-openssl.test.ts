import { describe, expect, test } from 'vitest';
import type { CredentialName } from '../../src/pki/credentials.ts';
import { limited } from '../../src/wire/tls-limits.ts';
import { alertIn, Talker } from '../kit/openssl.ts';
import { filesOf, openssl, testPki } from '../pki/kit.ts';
import { ALERT, fingerprintOf, listening, SUITES, serverSide, UPGRADE, type Watched } from './tls-kit.ts';

const BOTH: CredentialName[] = ['csms-server', 'csms-server-rsa'];
const VERSIONS = ['TLSv1.2', 'TLSv1.3'] as const;
const only = (version: string) => `-${version.toLowerCase().replace('v', '').replace('.', '_')}`;
const showing = (name: CredentialName) => ['-cert', filesOf(name).chain, '-key', filesOf(name).key, '-cert_chain', filesOf(name).chain];

const client = ({ port }: Watched, ...args: string[]) => new Talker('s_client', '-brief', '-connect', `127.0.0.1:${port}`, ...args);

/** Connects for good. @returns what openssl says of the handshake */
async function upgraded(watched: Watched, ...args: string[]) {
  const talker = client(watched, ...args);
  await talker.says(/CONNECTION ESTABLISHED[\s\S]*Verif/);
  talker.write(UPGRADE);
  await talker.says(/HTTP\/1\.1 101 /);
  const [, version] = await talker.says(/Protocol version: (\S+)/);
  const [, cipher] = await talker.says(/Ciphersuite: (\S+)/);
  return { version, cipher, peer: /Peer certificate: (.*)/.exec(talker.said)?.[1] };
}

describe('our server and s_client agree on', () => {
  test.each(SUITES)('%s (A00.FR.318)', async (cipher, iana, certificate) => {
    const watched = await listening(await serverSide(BOTH));
    expect(await upgraded(watched, '-tls1_2', '-cipher', cipher)).toEqual({
      version: 'TLSv1.2',
      cipher,
      peer: 'O = ocppspec, CN = localhost',
    });
    expect(await watched.linked()).toMatchObject({ version: 'TLSv1.2', cipher: iana, compression: false });
    expect(certificate).toMatch(cipher.includes('ECDSA') ? /server$/ : /rsa$/);
  });

  test('TLS 1.3', async () => {
    const watched = await listening(await serverSide(BOTH));
    const { version, cipher } = await upgraded(watched, '-tls1_3');
    expect({ version, cipher }).toMatchObject({ version: 'TLSv1.3' });
    expect(await watched.linked()).toMatchObject({ version, cipher, offered: expect.arrayContaining([cipher]) });
  });

  test('the host that the client wants (SNI)', async () => {
    const watched = await listening(await serverSide(BOTH));
    await upgraded(watched, '-servername', 'csms.example.com');
    expect((await watched.linked())?.serverName).toBe('csms.example.com');
    await upgraded(watched, '-noservername');
    expect((await watched.linked())?.serverName).toBeNull();
  });

  test('TLS 1.1, where nothing else is allowed', async () => {
    const watched = await listening({ ...(await serverSide(BOTH)), ...limited({ version: 'TLSv1.1' }) });
    expect((await upgraded(watched, '-tls1_1', '-cipher', 'DEFAULT@SECLEVEL=0')).version).toBe('TLSv1.1');
    expect((await watched.linked())?.version).toBe('TLSv1.1');
  });
});

describe('our server and s_client agree that there is no connection', () => {
  test('with TLS 1.1 (A00.FR.315)', async () => {
    const watched = await listening(await serverSide(BOTH));
    const said = await client(watched, '-tls1_1', '-cipher', 'DEFAULT@SECLEVEL=0', '-servername', 'localhost').ended();
    expect(alertIn(said)).toBe(ALERT.protocol_version);
    const tls = { version: 'TLSv1.1', alert: { name: 'protocol_version', by: 'us' }, serverName: 'localhost' };
    expect(await watched.refused()).toMatchObject({ stage: 'tls', reason: 'unsupported protocol', tls });
  });

  test('where nothing but TLS 1.1 is allowed, whoever of the two notices (A00.FR.316)', async () => {
    const watched = await listening({ ...(await serverSide(BOTH)), ...limited({ version: 'TLSv1.1' }) });
    expect(alertIn(await client(watched, '-tls1_3').ended())).toBe(ALERT.protocol_version);
    expect(await watched.refused()).toMatchObject({ stage: 'tls', tls: { alert: { name: 'protocol_version', by: 'us' } } });
    // A ClientHello of TLS 1.2 alone may be answered with an older version.
    const said = await client(watched, '-tls1_2').ended();
    expect([alertIn(said), said]).toEqual([undefined, expect.stringContaining('unsupported protocol')]);
    // Its alert comes in a record of the wrong version, so that nobody reads it.
    const refusal = await watched.refused();
    expect([refusal.reason, refusal.tls?.version, refusal.tls?.alert]).toEqual(['wrong version number', 'TLSv1.1', undefined]);
  });

  test('with a cipher suite that encrypts nothing (A00.FR.322)', async () => {
    const watched = await listening(await serverSide(BOTH));
    const said = await client(watched, '-tls1_2', '-cipher', 'NULL-SHA256:@SECLEVEL=0').ended();
    expect(alertIn(said)).toBe(ALERT.handshake_failure);
    const tls = { cipher: null, offered: ['TLS_RSA_WITH_NULL_SHA256', '0x00ff'], alert: { name: 'handshake_failure', by: 'us' } };
    expect(await watched.refused()).toMatchObject({ stage: 'tls', reason: 'no shared cipher', tls });
  });

  test.each([
    ['csms-server-expired', 'certificate_expired'],
    ['csms-server-not-yet-valid', 'bad_certificate'],
    ['csms-server-unrelated-root', 'unknown_ca'],
    ['csms-server-wrong-name', 'bad_certificate'],
  ] as const)('because of %s: s_client sends %s (A00.FR.308)', async (name, alert) => {
    await testPki();
    const watched = await listening(await serverSide([name]));
    const trust = ['-CAfile', filesOf('csms-root').chain, '-verify_return_error', '-verify_hostname', 'localhost'];
    for (const version of VERSIONS) {
      const said = await client(watched, only(version), ...trust).ended();
      expect(said).toMatch(/verify error|certificate verify failed/);
      expect(await watched.refused()).toMatchObject({ stage: 'tls', tls: { version, alert: { name: alert, by: 'peer' } } });
    }
  });

  test('because the client goes away when it has seen our certificate', async () => {
    const watched = await listening(await serverSide(BOTH));
    const talker = client(watched, '-tls1_2');
    await talker.says(/CONNECTION ESTABLISHED/);
    talker.end();
    const { stage, reason, tls } = await watched.refused();
    expect({ stage, reason }).toEqual({ stage: 'tls', reason: 'the connection ended after the handshake, before any request' });
    expect(tls?.version).toBe('TLSv1.2');
  });
});

describe('with client certificates', () => {
  const strict = { requestCert: true, rejectUnauthorized: true };

  test.each(VERSIONS)('a good one is known by what openssl says of it (A00.FR.402), %s', async (version) => {
    const watched = await listening(await serverSide(BOTH, strict));
    await upgraded(watched, only(version), ...showing('station-client'));
    const facts = await watched.linked();
    const [, printed] =
      /=([0-9A-F:]+)/.exec(openssl('x509', '-in', filesOf('station-client').chain, '-noout', '-fingerprint', '-sha256')) ?? [];
    const [, serial] = /=([0-9A-F]+)/.exec(openssl('x509', '-in', filesOf('station-client').chain, '-noout', '-serial')) ?? [];
    expect(facts).toMatchObject({
      version,
      authorized: true,
      peer: {
        commonName: 'SN-0001',
        organization: 'ocppspec',
        issuer: 'ocppspec CSMS root',
        fingerprint256: printed,
        serialNumber: serial,
      },
    });
  });

  test.each([
    ['TLSv1.2', 'handshake_failure'],
    ['TLSv1.3', 'certificate_required'],
  ] as const)('one that is missing is missed in %s by %s (A00.FR.407)', async (version, alert) => {
    const watched = await listening(await serverSide(BOTH, strict));
    const said = client(watched, only(version));
    said.write('\n');
    expect(alertIn(await said.ended())).toBe(ALERT[alert]);
    const refusal = await watched.refused();
    expect(refusal).toMatchObject({
      stage: 'tls',
      reason: 'peer did not return a certificate',
      tls: { version, alert: { name: alert, by: 'us' } },
    });
    expect(refusal.tls?.peer).toBeUndefined();
  });

  test.each([
    ['station-client-expired', 'CERT_HAS_EXPIRED'],
    ['station-client-unknown-ca', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ] as const)('%s is refused, and told what it was like (A00.FR.407)', async (name, authorizationError) => {
    const watched = await listening(await serverSide(BOTH, strict));
    for (const version of VERSIONS) {
      const talker = client(watched, only(version), ...showing(name));
      const said = await talker.ended();
      expect(said).not.toContain('HTTP/1.1');
      expect(alertIn(said)).toBeUndefined();
      const refusal = await watched.refused();
      expect(refusal.reason).toBe(`the client certificate is not valid: ${authorizationError}`);
      expect(refusal.tls).toMatchObject({ version, authorized: false, authorizationError });
      expect(refusal.tls?.peer?.fingerprint256).toBe(await fingerprintOf(name));
      expect(refusal.tls?.alert).toBeUndefined();
    }
  });
});
