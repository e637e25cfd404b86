import { createServer as createHttp, type IncomingMessage, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createSecureContext } from 'node:tls';
import { type ClientOptions, WebSocket, WebSocketServer } from 'ws';
import type { Frame } from '../../src/ocpp/frame.ts';
import validators from '../../src/ocpp/generated/validators.cjs';
import { type Certificates, NO_TICKETS } from '../certificates.ts';

const REFUSED = '/refused';

/** What both ends show; without `mutual`, only the server does. */
interface FloorTls {
  certificates: Certificates;
  mutual: boolean;
}

/** The least that two ends of OCPP-J can be: ws, JSON and the validators of the official schemas. */
export class FloorServer {
  readonly #http: Server;
  readonly #webSockets: WebSocketServer;
  readonly #client: ClientOptions;
  readonly #scheme: 'ws' | 'wss';
  #accepted: (socket: WebSocket) => void = () => {};

  private constructor(tls?: FloorTls) {
    this.#scheme = tls ? 'wss' : 'ws';
    this.#http = tls
      ? createHttps({ ...tls.certificates.server, ...NO_TICKETS, requestCert: tls.mutual, rejectUnauthorized: tls.mutual })
      : createHttp();
    const { ca, cert, key } = tls?.certificates.client ?? {};
    const shown = tls?.mutual ? { cert, key } : {};
    this.#client = { perMessageDeflate: false, ...(tls ? { secureContext: createSecureContext({ ca, ...shown }) } : {}) };
    this.#webSockets = new WebSocketServer({
      server: this.#http,
      perMessageDeflate: false,
      verifyClient: ({ req }: { req: IncomingMessage }) => req.url !== REFUSED,
    });
    this.#webSockets.on('connection', (socket) => this.#accepted(socket));
  }

  /** @param tls none for a plain one; contexts are made once */
  static async listen(tls?: FloorTls): Promise<FloorServer> {
    const server = new FloorServer(tls);
    await new Promise<void>((resolve) => server.#http.listen(0, '127.0.0.1', resolve));
    return server;
  }

  async connect(): Promise<FloorPair> {
    const accepted = new Promise<WebSocket>((resolve) => {
      this.#accepted = resolve;
    });
    const client = this.#dial('/CS001');
    await new Promise((resolve, reject) => client.on('open', resolve).on('error', reject));
    return new FloorPair({ station: client, csms: await accepted });
  }

  /** An attempt that the server turns away. */
  async refuse(): Promise<void> {
    const client = this.#dial(REFUSED);
    await new Promise((resolve) => client.on('error', resolve));
  }

  close(): Promise<void> {
    this.#webSockets.close();
    return new Promise((resolve) => this.#http.close(() => resolve()));
  }

  #dial(path: string): WebSocket {
    const { port } = this.#http.address() as AddressInfo;
    return new WebSocket(`${this.#scheme}://127.0.0.1:${port}${path}`, ['ocpp2.0.1'], this.#client);
  }
}

type Ends = Record<'station' | 'csms', WebSocket>;

/** Two ends of one connection, which take turns. */
export class FloorPair {
  readonly #ends: Ends;
  /** The action of the latest CALL of either end, which says what the answer has to look like. */
  readonly #called = { station: '', csms: '' };
  /** How many messages each end has read, and how many of all were not valid. */
  readonly received = { station: 0, csms: 0, invalid: 0 };
  #heard: () => void = () => {};

  constructor(ends: Ends) {
    this.#ends = ends;
    ends.station.on('message', (data: Buffer) => this.#received('csms', data));
    ends.csms.on('message', (data: Buffer) => this.#received('station', data));
  }

  /** Writes a frame, or puts a text on the wire as it is; resolves when the other end has read and validated it. */
  send(from: keyof Ends, frame: Frame | string): Promise<void> {
    return new Promise((resolve) => {
      this.#heard = resolve;
      this.#ends[from].send(typeof frame === 'string' ? frame : JSON.stringify(elements(frame)));
    });
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#ends.csms.on('close', resolve));
    this.#ends.station.close();
    await closed;
  }

  #received(from: keyof Ends, data: Buffer): void {
    const to = from === 'station' ? 'csms' : 'station';
    this.received[to]++;
    if (!this.#isValid(from, to, data.toString())) this.received.invalid++;
    this.#heard();
  }

  #isValid(from: keyof Ends, to: keyof Ends, text: string): boolean {
    let frame: unknown[];
    try {
      frame = JSON.parse(text);
    } catch {
      return false;
    }
    if (frame[0] === 2) {
      this.#called[from] = String(frame[2]);
      return validators[`${frame[2]}Request`]?.(frame[3]) === true;
    }
    return frame[0] === 4 || validators[`${this.#called[to]}Response`]?.(frame[2]) === true;
  }
}

function elements(frame: Frame): unknown[] {
  switch (frame.type) {
    case 'CALL':
      return [2, frame.messageId, frame.action, frame.payload];
    case 'CALLRESULT':
      return [3, frame.messageId, frame.payload];
    case 'CALLERROR':
      return [4, frame.messageId, frame.errorCode, frame.errorDescription, frame.errorDetails];
  }
}
