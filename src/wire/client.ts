import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { PeerCertificate, TLSSocket } from 'node:tls';
import { WebSocket } from 'ws';
import type { Refusal, TlsFacts, UpgradeFacts } from '../ocpp/handshake.ts';
import type { Clock } from '../time/clock.ts';
import { basicAuthorization, credentialFacts } from './credentials.ts';
import { attempting, pairOf } from './flights.ts';
import { forgetListeners } from './forget-listeners.ts';
import { Link } from './link.ts';
import { secureContext } from './secure-context.ts';
import { alertOf, reasonOf } from './tls-alerts.ts';
import { agreement, tlsFacts, verdictOf } from './tls-facts.ts';
import { limited, type TlsLimits } from './tls-limits.ts';

export interface ClientTls {
  ca?: string[];
  cert?: string;
  key?: string;
  minVersion?: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';
  maxVersion?: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';
  ciphers?: string;
  /** Takes certificates in `ca` for trust anchors even if another authority signed them (M05.FR.10). */
  allowPartialTrustChain?: boolean;
  /** False lets any certificate of the server pass; only a fault does that. */
  rejectUnauthorized?: boolean;
  /** Judges the name in the server's certificate in place of the usual check. */
  checkServerIdentity?(host: string, certificate: PeerCertificate): Error | undefined;
}

export interface ConnectOptions {
  /** OCPP-J endpoint URL, to which the identity is appended (Part 4, 3.1.1). */
  url: string;
  identity: string;
  subprotocols: string[];
  username?: string;
  password?: string;
  /** A whole Authorization header in place of the one made of username and password. */
  authorization?: string;
  tls?: ClientTls;
  /** Narrows down what it can do with TLS. */
  tlsLimits?: TlsLimits;
  deflate?: boolean;
  maxPayload?: number;
  clock: Clock;
  /** Gives up the attempt. */
  signal?: AbortSignal;
}

export const MAX_PAYLOAD = 1024 * 1024;

/** A connection attempt that did not lead to a WebSocket connection. */
export class ConnectError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(`no connection: ${refusal.reason}`);
    this.refusal = refusal;
  }
}

export const connectionUrl = (endpoint: string, identity: string): string =>
  `${endpoint.replace(/\/$/, '')}/${encodeURIComponent(identity)}`;

/** Connects as a charging station does. @throws ConnectError saying at which stage the attempt ended */
export function connect(options: ConnectOptions): Promise<Link> {
  const release = options.clock.hold();
  let forget = () => {};
  let transport: Socket | undefined;
  let opened = false;
  const seen: Seen = {};
  const url = connectionUrl(options.url, options.identity);
  const authorization = options.authorization ?? defaultAuthorization(options);
  const socket = new WebSocket(url, options.subprotocols, {
    ...securely(options),
    headers: authorization ? { Authorization: authorization } : {},
    perMessageDeflate: options.deflate ?? false,
    maxPayload: options.maxPayload ?? MAX_PAYLOAD,
    followRedirects: false,
    finishRequest: (request) => {
      request.once('socket', (tcp) => {
        transport = tcp;
        tcp.once('connect', () => {
          forget = attempting(options.clock, pairOf(tcp), release);
        });
        observe(tcp, seen);
      });
      request.end();
    },
  });
  const upgrade: UpgradeFacts = { path: new URL(url).pathname, identity: options.identity, offered: options.subprotocols };
  if (authorization) upgrade.credentials = credentialFacts(authorization, options.password);
  return new Promise<Link>((resolve, reject) => {
    const fail = (stage: Refusal['stage'], reason: string, error?: Error) => {
      const refusal: Refusal = { stage, reason };
      if (stage === 'upgrade') refusal.upgrade = upgrade;
      const tls = seen.tls ?? (stage === 'tcp' ? undefined : tlsFacts(transport));
      if (tls) refusal.tls = ended(tls, transport as TLSSocket, error);
      // An error may come later, too, when a Link listens.
      if (!opened) forgetListeners(socket);
      socket.terminate();
      reject(new ConnectError(refusal));
    };
    const answered = (response: IncomingMessage) => {
      if (seen.tls) seen.tls = upgrade.tls = verdictOf(response.socket as TLSSocket, seen.tls);
      upgrade.status = response.statusCode ?? 0;
      const selected = response.headers['sec-websocket-protocol'];
      if (selected !== undefined) upgrade.selected = selected;
      const extensions = response.headers['sec-websocket-extensions'];
      if (extensions !== undefined) upgrade.extensions = extensions;
    };
    socket.on('upgrade', answered);
    socket.on('unexpected-response', (_request, response) => {
      answered(response);
      fail('upgrade', `HTTP status ${response.statusCode}`);
    });
    socket.on('open', () => {
      opened = true;
      resolve(new Link(socket, transport as Socket, upgrade, options.clock));
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      const stage = stageOf(error, upgrade);
      fail(stage, stage === 'tls' ? reasonOf(error) : error.message || String(error.code), error);
    });
    options.signal?.addEventListener('abort', () => fail('stalled', 'no answer in time'), { once: true });
  }).finally(() => {
    release();
    forget();
  });
}

interface Seen {
  tls?: TlsFacts;
}

/** Takes the facts of a TLS handshake as soon as there are some: a closed socket says nothing any more. */
function observe(tcp: Socket, seen: Seen): void {
  tcp.once('keylog', () => {
    seen.tls = agreement(tcp as TLSSocket);
  });
  // Node closes a connection for a bad certificate as soon as it hears of this.
  tcp.prependOnceListener('secure', () => {
    const facts = tlsFacts(tcp);
    if (facts) seen.tls = facts;
  });
}

/** How it verifies, and what it shows and can do: options of Node, to which ws hands them on. */
function securely({ url, tls = {}, tlsLimits = {} }: ConnectOptions): object {
  if (!/^wss:/i.test(url)) return {};
  const { rejectUnauthorized, checkServerIdentity, ...context } = tls;
  return {
    secureContext: secureContext({ ...context, ...limited(tlsLimits) }),
    ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized }),
    ...(checkServerIdentity ? { checkServerIdentity } : {}),
  };
}

const defaultAuthorization = ({ identity, username, password }: ConnectOptions): string | undefined =>
  password === undefined ? undefined : basicAuthorization(username ?? identity, password);

/** What is known of a handshake that came to nothing, or was undone after it. */
function ended(facts: TlsFacts, socket: TLSSocket, error: Error | undefined): TlsFacts {
  const alert = error && alertOf(error, facts.version);
  return { ...verdictOf(socket, facts), ...(alert ? { alert } : {}) };
}

function stageOf(error: NodeJS.ErrnoException, upgrade: UpgradeFacts): Refusal['stage'] {
  if (upgrade.status !== undefined) return 'upgrade';
  if (error.code === 'ECONNREFUSED' || error.code === 'EHOSTUNREACH' || error.code === 'ENOTFOUND' || error.code === 'ETIMEDOUT')
    return 'tcp';
  return /SSL|TLS|CERT|handshake|self-signed|certificate|Hostname/i.test(`${error.code} ${error.message}`) ? 'tls' : 'upgrade';
}
