import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type TLSSocket } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import type { Credential } from '../../src/pki/test-pki.ts';
import { tlsShowing } from '../../src/sut/simulators.ts';
import { testPki } from '../pki/kit.ts';

/** What a client with the root of the CSO, and nothing else, makes of a certificate; undefined if it trusts it. */
async function objectionOf(name: string): Promise<string | undefined> {
  const pki = await testPki();
  const server = createServer(await tlsShowing(pki, name), (socket) => socket.on('error', () => {}).end());
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = connect({ port, host: '127.0.0.1', servername: 'localhost', ca: pki.credential('csms-root').certificate });
  return ended(client);
}

async function ended(client: TLSSocket): Promise<string | undefined> {
  try {
    await once(client, 'secureConnect');
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  } finally {
    client.destroy();
  }
}

test.each([
  ['csms-server-expired', 'CERT_HAS_EXPIRED'],
  ['csms-server-not-yet-valid', 'CERT_NOT_YET_VALID'],
  ['csms-server-unrelated-root', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ['csms-server-self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['csms-server-wrong-name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['csms-server-broken-signature', 'CERT_SIGNATURE_FAILURE'],
  ['csms-server-chain-incomplete', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
])('%s is shown, and refused by who looks: %s', async (name, code) => {
  expect(await objectionOf(name)).toBe(code);
});

test.each(['csms-server-weak-key', 'csms-server-weak-signature', 'csms-server-wrong-key-usage'])(
  '%s is shown, and refused',
  async (name) => {
    expect(await objectionOf(name)).toEqual(expect.any(String));
  },
);

test.each(['csms-server', 'csms-server-sub-ca'])('%s is shown, and trusted', async (name) => {
  expect(await objectionOf(name)).toBeUndefined();
});

// Whether these are refused is up to the client: ours looks at neither.
test.each(['csms-server-chain-order', 'csms-server-no-key-usage', 'csms-server-revoked', 'csms-server-oversized'])(
  '%s is shown',
  async (name) => {
    expect(await objectionOf(name)).toBeUndefined();
  },
);

test('a certificate that TLS would not load by itself comes with what it takes', async () => {
  const credential: Credential = await (await testPki()).named('station-client-weak-key');
  expect(credential.ciphers).toBe('DEFAULT@SECLEVEL=0');
});
