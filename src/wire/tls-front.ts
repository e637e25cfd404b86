import { createServer as createHttps, type Server as HttpsServer } from 'node:https';
import { createServer as createTcp, type Socket, type Server as TcpServer } from 'node:net';
import type { SecureContextOptions, TLSSocket } from 'node:tls';
import type { Refusal, TlsFacts } from '../ocpp/handshake.ts';
import { type Hello, readHello } from './client-hello.ts';
import { pairOf } from './flights.ts';
import { secureContext } from './secure-context.ts';
import { alertOf, reasonOf } from './tls-alerts.ts';
import { agreement, tlsFacts, verdictOf } from './tls-facts.ts';

export interface ServerTls extends SecureContextOptions {
  /** Asks for a client certificate and refuses peers without a valid one (security profile 3). */
  requestCert?: boolean;
  rejectUnauthorized?: boolean;
}

export interface FrontHooks {
  /** The server that hands on what comes over TLS is there. */
  begun(https: HttpsServer): void;
  refused(refusal: Refusal): void;
}

/** Bytes among which a ClientHello is looked for; a longer one is left to OpenSSL unread. */
const MOST_HELLO = 32 * 1024;

/** Finds out at once what would otherwise come to light with the first connection. */
function checked(tls: ServerTls): ServerTls {
  const { requestCert: _asks, rejectUnauthorized: _refuses, ...context } = tls;
  secureContext(context);
  return tls;
}

/** Speaks TLS for a server, and knows the facts of every handshake, whatever becomes of it. */
export class TlsFront {
  /** What listens: it looks at the ClientHello before whoever speaks TLS does. */
  readonly tcp: TcpServer = createTcp((socket) => this.#greet(socket));
  readonly #hellos = new Map<string, Hello>();
  /** Of handshakes that may come to nothing: a closed socket says nothing any more. */
  readonly #seen = new WeakMap<TLSSocket, TlsFacts>();
  /** Connections over which a request has come. */
  readonly #used = new WeakSet<Socket>();
  readonly #hooks: FrontHooks;
  #tls: ServerTls;
  #https: HttpsServer | undefined;

  /** @throws an Error of OpenSSL for certificates or keys that cannot be used */
  constructor(tls: ServerTls, hooks: FrontHooks) {
    this.#tls = checked(tls);
    this.#hooks = hooks;
  }

  /** Shows other certificates from the next handshake on. @throws as the constructor does */
  setTls(tls: ServerTls): void {
    this.#tls = checked(tls);
    this.#https?.setSecureContext(tls);
  }

  /** What is known of the handshake on a socket; undefined for one that is not there any more. */
  facts(socket: Socket): TlsFacts | undefined {
    const seen = this.#seen.get(socket as TLSSocket);
    return seen ? verdictOf(socket as TLSSocket, seen) : tlsFacts(socket, this.#hellos.get(pairOf(socket)));
  }

  /** Something has come over this connection, whatever it is. @returns what is known of its handshake */
  used(socket: Socket): TlsFacts | undefined {
    this.#used.add(socket);
    return this.facts(socket);
  }

  /** What speaks TLS; to make it takes long, and many a server is never spoken to. */
  #speaker(): HttpsServer {
    const https = createHttps(this.#tls);
    // Of the events of a server this is the only one that hands a socket over before its handshake has come to an end.
    https.on('keylog', (_secret, socket) => this.#observe(socket));
    https.on('tlsClientError', (error, socket) => this.#failed(error, socket));
    https.on('secureConnection', (socket) => socket.once('close', () => this.#closed(socket)));
    https.on('request', ({ socket }) => this.#used.add(socket));
    https.on('upgrade', ({ socket }) => this.#used.add(socket));
    this.#hooks.begun(https);
    return https;
  }

  /** Reads how a client begins the TLS handshake, and leaves the rest to whoever speaks TLS. */
  #greet(socket: Socket): void {
    const chunks: Buffer[] = [];
    let length = 0;
    const pair = pairOf(socket);
    const read = (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      const bytes = Buffer.concat(chunks, length);
      const hello = readHello(bytes);
      if (hello === 'incomplete' && length < MOST_HELLO) return;
      socket.off('data', read).off('close', gone).pause();
      if (typeof hello === 'object') {
        this.#hellos.set(pair, hello);
        socket.on('close', () => this.#hellos.delete(pair));
      }
      socket.unshift(bytes);
      this.#https ??= this.#speaker();
      this.#https.emit('connection', socket);
    };
    // A connection on which nobody has said anything was no attempt at TLS.
    const gone = () => length > 0 && this.#hooks.refused({ stage: 'tls', reason: 'the connection ended within the ClientHello' });
    socket
      .on('error', () => {})
      .on('data', read)
      .on('close', gone);
  }

  #observe(socket: TLSSocket): void {
    if (this.#seen.has(socket)) return;
    const hello = this.#hellos.get(pairOf(socket));
    this.#seen.set(socket, agreement(socket, hello));
    // Node closes a connection for a bad certificate as soon as it hears of this.
    socket.prependOnceListener('secure', () => this.#seen.set(socket, tlsFacts(socket, hello) as TlsFacts));
  }

  #failed(error: Error, socket: TLSSocket): void {
    const tls = this.facts(socket);
    const alert = tls && alertOf(error, tls.version);
    const reason = tls?.authorizationError ? `the client certificate is not valid: ${tls.authorizationError}` : reasonOf(error);
    this.#hooks.refused({ stage: 'tls', reason, ...(tls ? { tls: { ...tls, ...(alert ? { alert } : {}) } } : {}) });
  }

  /** A peer that looks at our certificate only when the handshake is over goes away then. */
  #closed(socket: TLSSocket): void {
    if (this.#used.has(socket)) return;
    const tls = this.facts(socket);
    this.#hooks.refused({ stage: 'tls', reason: 'the connection ended after the handshake, before any request', ...(tls ? { tls } : {}) });
  }
}
