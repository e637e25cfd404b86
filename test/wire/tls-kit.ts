import { X509Certificate } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { Refusal, TlsFacts } from '../../src/ocpp/handshake.ts';
import type { CredentialName } from '../../src/pki/credentials.ts';
import { RealClock } from '../../src/time/real-clock.ts';
import type { ClientTls } from '../../src/wire/client.ts';
import type { Link } from '../../src/wire/link.ts';
import { OcppServer, type ServerOptions, type ServerTls } from '../../src/wire/server.ts';
import { testPki } from '../pki/kit.ts';

/** The cipher suites of A00.FR.318: what openssl and what IANA calls them, and which key they are for. */
export const SUITES = [
  ['ECDHE-ECDSA-AES128-GCM-SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'csms-server'],
  ['ECDHE-ECDSA-AES256-GCM-SHA384', 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', 'csms-server'],
  ['AES128-GCM-SHA256', 'TLS_RSA_WITH_AES_128_GCM_SHA256', 'csms-server-rsa'],
  ['AES256-GCM-SHA384', 'TLS_RSA_WITH_AES_256_GCM_SHA384', 'csms-server-rsa'],
] as const;

/** Alerts of RFC 8446 by their number. */
export const ALERT = {
  handshake_failure: 40,
  bad_certificate: 42,
  certificate_expired: 45,
  unknown_ca: 48,
  protocol_version: 70,
  certificate_required: 116,
} as const;

export interface Watched {
  server: OcppServer;
  port: number;
  /** The facts of the next connection that is made. */
  linked(): Promise<TlsFacts | undefined>;
  /** The next attempt that comes to nothing. */
  refused(): Promise<Refusal>;
}

/** Hands out what came, in its order, to who asks before or after it. */
function queue<T>(): { put(one: T): void; take(): Promise<T> } {
  const waiting: ((one: T) => void)[] = [];
  const there: T[] = [];
  return {
    put(one) {
      const next = waiting.shift();
      if (next) next(one);
      else there.push(one);
    },
    take: () =>
      new Promise((resolve) => {
        const [first] = there.splice(0, 1);
        if (first === undefined) waiting.push(resolve);
        else resolve(first);
      }),
  };
}

/** Our server, which lets everybody in. */
export async function listening(tls: ServerTls | undefined, more: Partial<ServerOptions> = {}): Promise<Watched> {
  const links = queue<Link>();
  const refusals = queue<Refusal>();
  const server = await OcppServer.listen({
    host: '127.0.0.1',
    port: 0,
    clock: new RealClock(),
    ...(tls ? { tls } : {}),
    answer: () => ({ do: 'accept', subprotocol: 'ocpp2.0.1' }),
    linked: links.put,
    refused: refusals.put,
    ...more,
  });
  onTestFinished(() => server.close());
  return { server, port: server.port, linked: async () => (await links.take()).upgrade.tls, refused: refusals.take };
}

/** What a server shows, and whom it trusts if it asks for a certificate. */
export async function serverSide(names: readonly CredentialName[], more: ServerTls = {}): Promise<ServerTls> {
  const pki = await testPki();
  const shown = names.map((name) => pki.credential(name));
  const ca = [pki.credential('csms-root').certificate];
  return { key: shown.map(({ key }) => key), cert: shown.map(({ chain }) => chain), ca, ...more };
}

/** What a client trusts and shows. */
export async function clientSide(name?: CredentialName, more: ClientTls = {}): Promise<ClientTls> {
  const pki = await testPki();
  const own = name && pki.credential(name);
  return { ca: [pki.credential('csms-root').certificate], ...(own ? { cert: own.chain, key: own.key } : {}), ...more };
}

export const fingerprintOf = async (name: CredentialName): Promise<string> =>
  new X509Certificate((await testPki()).credential(name).certificate).fingerprint256;

/** What a station says first, once there is TLS. */
export const UPGRADE = [
  'GET /CS001 HTTP/1.1',
  'Host: localhost',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Protocol: ocpp2.0.1',
  '',
  '',
].join('\r\n');
