import type { RequestListener, Server } from 'node:http';
import { createServer as createHttps, type Server as HttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TlsFacts } from '../ocpp/handshake.ts';
import { http } from '../wire/node-http.ts';
import type { ServerTls } from '../wire/server.ts';
import { alertOf, reasonOf } from '../wire/tls-alerts.ts';
import { tlsFacts } from '../wire/tls-facts.ts';
import { type Reach, urlAt } from './reach.ts';

/** A station needs one connection at a time; whoever takes more is not served. */
const MOST_CONNECTIONS = 32;
/** Milliseconds on the wall for one request, however large the file is. */
const PATIENCE = 300_000;

/** An HTTP server beside a case: by HTTPS where it is given certificates to show. What is no request is told, not thrown. */
export class FileEnd {
  readonly #server: Server | HttpsServer;
  readonly #scheme: 'http' | 'https';
  #transfer: Reach['transfer'];

  constructor(answer: RequestListener, tls?: ServerTls, failed: (reason: string, tls?: TlsFacts) => void = () => {}) {
    const limits = { requestTimeout: PATIENCE };
    this.#scheme = tls ? 'https' : 'http';
    this.#server = tls ? createHttps({ ...limits, ...tls }, answer) : http.createServer(limits, answer);
    this.#server.maxConnections = MOST_CONNECTIONS;
    this.#server.on('tlsClientError', (error: Error, socket: Duplex) => {
      const facts = tlsFacts(socket);
      const alert = facts && alertOf(error, facts.version);
      failed(reasonOf(error), facts && { ...facts, ...(alert ? { alert } : {}) });
    });
    this.#server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
      if (error.code?.startsWith('HPE_')) failed(`what came is no HTTP request: ${error.message}`);
      socket.destroy();
    });
  }

  /** @returns its URL without a path */
  async listen(reach: Reach): Promise<string> {
    this.#transfer = reach.transfer;
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(0, reach.listen, resolve);
    });
    return urlAt(reach, (this.#server.address() as AddressInfo).port, this.#scheme);
  }

  /** Lets the time pass for which a file is under way. */
  async transferred(): Promise<void> {
    await this.#transfer?.();
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
