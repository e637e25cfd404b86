import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Refusal, TlsFacts } from '../../src/ocpp/handshake.ts';
import type { CredentialName } from '../../src/pki/credentials.ts';
import { RealClock } from '../../src/time/real-clock.ts';
import { type ClientTls, ConnectError, connect } from '../../src/wire/client.ts';
import type { TlsLimits } from '../../src/wire/tls-limits.ts';
import { openssl, Talker } from '../kit/openssl.ts';
import { filesOf, testPki } from '../pki/kit.ts';
import { ALERT, clientSide, fingerprintOf, SUITES } from './tls-kit.ts';

const VERSIONS = ['TLSv1.2', 'TLSv1.3'] as const;
const only = (version: string) => `-${version.toLowerCase().replace('v', '').replace('.', '_')}`;

/** An s_server that shows this certificate. */
async function serving(name: CredentialName, ...args: string[]): Promise<{ talker: Talker; port: number }> {
  await testPki();
  const { chain, key } = filesOf(name);
  const shown = ['-cert', chain, '-key', key, '-cert_chain', chain];
  const talker = new Talker('s_server', '-accept', '127.0.0.1:0', '-naccept', '1', ...shown, ...args);
  const [, port] = await talker.says(/ACCEPT \S+:(\d+)/);
  return { talker, port: Number(port) };
}

const MUTUAL = () => ['-Verify', '3', '-verify_return_error', '-CAfile', filesOf('csms-root').chain];

interface Try {
  port: number;
  tls: ClientTls;
  host?: string;
  tlsLimits?: TlsLimits;
}

const attempt = ({ port, tls, host = 'localhost', tlsLimits = {} }: Try) =>
  connect({
    url: `wss://${host}:${port}`,
    identity: 'CS001',
    subprotocols: ['ocpp2.0.1'],
    clock: new RealClock(),
    tls: { minVersion: 'TLSv1.2', ...tls },
    tlsLimits,
  });

async function refusalOf(tried: Try): Promise<Refusal> {
  const error = await attempt(tried).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ConnectError)) throw new Error(`expected no connection, got ${error}`);
  return error.refusal;
}

/** Lets an s_server answer as a CSMS does. @returns the facts at our end, and what openssl says */
async function upgraded(talker: Talker, tried: Try): Promise<{ facts: TlsFacts | undefined; version?: string; cipher?: string }> {
  const linking = attempt(tried);
  const [, key = ''] = await talker.says(/Sec-WebSocket-Key: (\S+)/);
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  const lines = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade', `Sec-WebSocket-Accept: ${accept}`];
  talker.write([...lines, 'Sec-WebSocket-Protocol: ocpp2.0.1', '', ''].join('\r\n'));
  const link = await linking;
  link.terminate();
  const [session] = await talker.says(/-----BEGIN SSL SESSION[\s\S]*END SSL SESSION PARAMETERS-----/);
  const [, cipher = ''] = await talker.says(/CIPHER is (\S+)/);
  const [, version = ''] = /Protocol\s*: (\S+)/.exec(openssl(['sess_id', '-noout', '-text'], session)) ?? [];
  return { facts: link.upgrade.tls, version, cipher };
}

describe('our client and s_server agree on', () => {
  test.each(SUITES)('%s (A00.FR.319)', async (cipher, iana, certificate) => {
    const { talker, port } = await serving(certificate, '-tls1_2', '-cipher', cipher);
    const seen = await upgraded(talker, { port, tls: await clientSide() });
    expect(seen).toMatchObject({ version: 'TLSv1.2', cipher, facts: { version: 'TLSv1.2', cipher: iana } });
  });

  test.each(SUITES)('%s, where it is limited to that', async (cipher, iana, certificate) => {
    const { talker, port } = await serving(certificate);
    const seen = await upgraded(talker, { port, tls: await clientSide(), tlsLimits: { cipher: iana } });
    expect(seen).toMatchObject({ version: 'TLSv1.2', cipher, facts: { version: 'TLSv1.2', cipher: iana } });
  });

  test('TLS 1.3, the certificate, and the host (SNI)', async () => {
    const { talker, port } = await serving(
      'csms-server',
      '-servername',
      'other.example',
      '-cert2',
      filesOf('csms-server').chain,
      '-key2',
      filesOf('csms-server').key,
    );
    const { facts, version, cipher } = await upgraded(talker, { port, tls: await clientSide() });
    expect(facts).toMatchObject({ version: 'TLSv1.3', cipher, serverName: 'localhost', authorized: true });
    expect(version).toBe('TLSv1.3');
    expect(facts?.peer?.fingerprint256).toBe(await fingerprintOf('csms-server'));
    expect(facts?.chain).toBeUndefined();
    expect(await talker.says(/Hostname in TLS extension: "([^"]*)"/)).toMatchObject({ 1: 'localhost' });
  });

  test('TLS 1.1, where it may do nothing else', async () => {
    const { talker, port } = await serving('csms-server-rsa', '-cipher', 'DEFAULT@SECLEVEL=0');
    const seen = await upgraded(talker, { port, tls: await clientSide(), tlsLimits: { version: 'TLSv1.1' } });
    expect(seen).toMatchObject({ version: 'TLSv1.1', facts: { version: 'TLSv1.1', cipher: expect.stringContaining('_CBC_SHA') } });
  });

  test('what lies between the certificate and its root', async () => {
    const pki = await testPki();
    const ca = [pki.credential('v2g-root').certificate];
    const { talker, port } = await serving('v2g-station');
    const { facts } = await upgraded(talker, { port, tls: { ca, checkServerIdentity: () => undefined } });
    const chain = facts?.chain?.map(({ fingerprint256 }) => fingerprint256);
    expect(chain).toEqual([await fingerprintOf('v2g-sub-ca-2'), await fingerprintOf('v2g-sub-ca-1')]);
  });

  test.each(VERSIONS)('a client certificate, %s', async (version) => {
    const { talker, port } = await serving('csms-server', only(version), ...MUTUAL());
    await upgraded(talker, { port, tls: await clientSide('station-client') });
    const [, pem = ''] = /Client certificate\s+(-----BEGIN[\s\S]*?-----END CERTIFICATE-----)/.exec(talker.said) ?? [];
    expect(openssl(['x509', '-noout', '-fingerprint', '-sha256'], pem)).toContain(await fingerprintOf('station-client'));
  });
});

describe('our client and s_server agree that there is no connection', () => {
  test('with TLS 1.1 (A00.FR.316)', async () => {
    const { port } = await serving('csms-server', '-tls1_1', '-cipher', 'DEFAULT@SECLEVEL=0');
    const refusal = await refusalOf({ port, tls: await clientSide() });
    expect(refusal).toMatchObject({ stage: 'tls', tls: { alert: { name: 'protocol_version', by: 'peer' } } });
  });

  test('with a cipher suite that encrypts nothing (A00.FR.323)', async () => {
    const { talker, port } = await serving('csms-server-rsa', '-tls1_2', '-cipher', 'NULL-SHA256:@SECLEVEL=0');
    const refusal = await refusalOf({ port, tls: await clientSide() });
    expect(refusal).toMatchObject({ stage: 'tls', tls: { alert: { name: 'handshake_failure', by: 'peer' } } });
    expect(await talker.ended()).toContain('no shared cipher');
  });

  test.each([
    ['csms-server-expired', 'CERT_HAS_EXPIRED'],
    ['csms-server-not-yet-valid', 'CERT_NOT_YET_VALID'],
    ['csms-server-unrelated-root', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['csms-server-wrong-name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ] as const)('because of %s (A00.FR.308, A00.FR.309)', async (name, authorizationError) => {
    for (const version of VERSIONS) {
      const { talker, port } = await serving(name, only(version));
      const { stage, tls } = await refusalOf({ port, tls: await clientSide() });
      expect({ stage, tls }).toMatchObject({ stage: 'tls', tls: { version, authorized: false, authorizationError } });
      expect(tls?.peer?.fingerprint256).toBe(await fingerprintOf(name));
      expect(await talker.ended()).not.toContain('Sec-WebSocket-Key');
    }
  });

  test.each([
    [undefined, 'TLSv1.2', 'handshake_failure'],
    [undefined, 'TLSv1.3', 'certificate_required'],
    ['station-client-expired', 'TLSv1.2', 'certificate_expired'],
    ['station-client-expired', 'TLSv1.3', 'certificate_expired'],
    ['station-client-unknown-ca', 'TLSv1.2', 'unknown_ca'],
    ['station-client-unknown-ca', 'TLSv1.3', 'unknown_ca'],
  ] as const)('because of the client certificate %s: in %s s_server sends %s (A00.FR.407)', async (name, version, alert) => {
    const { talker, port } = await serving('csms-server', only(version), '-state', ...MUTUAL());
    const refusal = await refusalOf({ port, tls: await clientSide(name) });
    expect(refusal).toMatchObject({ stage: 'tls', tls: { version, alert: { name: alert, by: 'peer' } } });
    const words = { 40: 'handshake failure', 116: 'unknown', 45: 'certificate expired', 48: 'unknown CA' }[ALERT[alert]];
    expect((await talker.ended()).toLowerCase()).toContain(`ssl3 alert write:fatal:${words.toLowerCase()}`);
  });
});
