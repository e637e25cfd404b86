import type { IncomingMessage, Server } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import type { AddressInfo, Socket, Server as TcpServer } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Refusal, UpgradeFacts } from '../ocpp/handshake.ts';
import type { Clock } from '../time/clock.ts';
import { MAX_PAYLOAD } from './client.ts';
import { credentialFacts } from './credentials.ts';
import { neverAnswered, pairOf } from './flights.ts';
import { Link } from './link.ts';
import { http } from './node-http.ts';
import { type ServerTls, TlsFront } from './tls-front.ts';

export type { ServerTls } from './tls-front.ts';

/** What a server does with an opening handshake. */
export type Answer =
  /** Upgrades, with the subprotocol or, if undefined, without any. */
  | { do: 'accept'; subprotocol: string | undefined }
  | { do: 'refuse'; status: number }
  /** Never answers. */
  | { do: 'stall' }
  /** Resets the TCP connection. */
  | { do: 'drop' };

export interface ServerOptions {
  host: string;
  port: number;
  clock: Clock;
  tls?: ServerTls;
  deflate?: boolean;
  maxPayload?: number;
  /** Milliseconds on the wall within which a connection has to have come to its HTTP request; that is no matter of OCPP time. */
  patience?: number;
  /** The password expected of this identity, to note whether the one sent is right. */
  passwordOf?(identity: string | undefined): string | undefined;
  /** Decides about an opening handshake. */
  answer(upgrade: UpgradeFacts): Answer;
  linked(link: Link): void;
  refused?(refusal: Refusal): void;
}

const PATIENCE = 60_000;

/** A WebSocket server that shows every fact of an opening handshake before it is answered. */
export class OcppServer {
  readonly #tls: TlsFront | undefined;
  /** What listens. */
  readonly #tcp: TcpServer;
  readonly #sockets = new Set<Socket>();
  /** What ends connections that ask for nothing. */
  readonly #deadlines = new Map<string, NodeJS.Timeout>();
  #options: ServerOptions;
  readonly #webSockets: WebSocketServer;

  private constructor(options: ServerOptions) {
    this.#options = options;
    if (options.tls) {
      const begun = (https: HttpsServer) => this.#serve(https);
      this.#tls = new TlsFront(options.tls, { begun, refused: (refusal) => this.#options.refused?.(refusal) });
      this.#tcp = this.#tls.tcp;
    } else {
      const plain = http.createServer();
      this.#serve(plain);
      this.#tcp = plain;
    }
    this.#webSockets = new WebSocketServer({
      noServer: true,
      perMessageDeflate: options.deflate ?? true,
      maxPayload: options.maxPayload ?? MAX_PAYLOAD,
      // The answer is decided before ws sees the request; ws only has to echo it.
      handleProtocols: (_offered, request) => answers.get(request) ?? false,
    });
    this.#tcp.on('connection', (socket: Socket) => this.#connected(socket));
  }

  #serve(server: Server | HttpsServer): void {
    server.on('request', ({ socket }, response) => {
      this.#asked(pairOf(socket));
      response.writeHead(426, { Upgrade: 'websocket' }).end();
    });
    server.on('upgrade', (request, socket, head) => {
      this.#asked(pairOf(request.socket));
      this.#upgrade(request, socket, head);
    });
    server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => this.#unreadable(error, socket));
  }

  /** @throws an error with code EADDRINUSE if the port is taken */
  static async listen(options: ServerOptions): Promise<OcppServer> {
    const server = new OcppServer(options);
    const release = options.clock.hold();
    try {
      await new Promise<void>((resolve, reject) => {
        server.#tcp.once('error', reject);
        server.#tcp.listen(options.port, options.host, () => resolve());
      });
    } finally {
      release();
    }
    return server;
  }

  get port(): number {
    return (this.#tcp.address() as AddressInfo).port;
  }

  /** The endpoint URL to which stations append their identity. */
  get url(): string {
    const { host, tls } = this.#options;
    return `${tls ? 'wss' : 'ws'}://${host.includes(':') ? `[${host}]` : host}:${this.port}`;
  }

  /** Uses other certificates from the next handshake on. */
  setTls(tls: ServerTls): void {
    this.#tls?.setTls(tls);
  }

  /** Stops listening and drops every connection. */
  async close(): Promise<void> {
    const release = this.#options.clock.hold();
    const closed = new Promise<void>((resolve) => this.#tcp.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    await closed.finally(release);
    this.#options = withoutHooks(this.#options);
  }

  /** Nobody may hold a connection for ever without asking for anything. */
  #connected(socket: Socket): void {
    const pair = pairOf(socket);
    this.#sockets.add(socket);
    this.#deadlines.set(
      pair,
      setTimeout(() => socket.destroy(), this.#options.patience ?? PATIENCE),
    );
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#asked(pair);
    });
  }

  #asked(pair: string): void {
    clearTimeout(this.#deadlines.get(pair));
    this.#deadlines.delete(pair);
  }

  /** What comes is no HTTP, or has headers beyond measure. Node calls other ends of a connection so as well. */
  #unreadable({ code = '', message }: NodeJS.ErrnoException, socket: Duplex): void {
    if (!code.startsWith('HPE_')) return void socket.destroy();
    socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    this.#asked(pairOf(socket as Socket));
    const tls = this.#tls?.used(socket as Socket);
    this.#options.refused?.({ stage: 'upgrade', reason: `what came is no HTTP request: ${message}`, ...(tls ? { tls } : {}) });
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const upgrade = this.#upgradeFacts(request);
    socket.on('error', () => {});
    const answer = this.#options.answer(upgrade);
    if (answer.do === 'accept') return this.#accept(request, socket, head, upgrade, answer.subprotocol);
    if (answer.do === 'refuse') {
      upgrade.status = answer.status;
      socket.end(`HTTP/1.1 ${answer.status} ${reasons[answer.status] ?? 'Refused'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    } else if (answer.do === 'drop') {
      (socket as Socket).resetAndDestroy();
    } else {
      neverAnswered(this.#options.clock, pairOf(request.socket));
    }
    const stage = answer.do === 'refuse' ? 'upgrade' : answer.do === 'stall' ? 'stalled' : 'tcp';
    this.#options.refused?.({ stage, reason: answer.do, upgrade });
  }

  #accept(request: IncomingMessage, socket: Duplex, head: Buffer, upgrade: UpgradeFacts, subprotocol: string | undefined): void {
    answers.set(request, subprotocol ?? false);
    upgrade.status = 101;
    if (subprotocol !== undefined) upgrade.selected = subprotocol;
    this.#webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      if (webSocket.extensions) upgrade.extensions = webSocket.extensions;
      this.#options.linked(new Link(webSocket, socket as Socket, upgrade, this.#options.clock));
    });
  }

  #upgradeFacts(request: IncomingMessage): UpgradeFacts {
    const path = request.url ?? '/';
    const facts: UpgradeFacts = { path, offered: list(request.headers['sec-websocket-protocol']) };
    const identity = identityOf(path);
    if (identity !== undefined) facts.identity = identity;
    const header = request.headers.authorization;
    if (header !== undefined) facts.credentials = credentialFacts(header, this.#options.passwordOf?.(identity));
    const tls = this.#tls?.facts(request.socket);
    if (tls) facts.tls = tls;
    return facts;
  }
}

/** What closed sockets may keep of a server (decision 0016). */
const withoutHooks = ({ host, port, clock }: ServerOptions): ServerOptions => ({
  host,
  port,
  clock,
  answer: () => ({ do: 'drop' }),
  linked: () => {},
});

const answers = new WeakMap<IncomingMessage, string | false>();
const reasons: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  503: 'Service Unavailable',
};
const list = (header: string | undefined): string[] =>
  (header ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

function identityOf(path: string): string | undefined {
  try {
    return decodeURIComponent(path.split('?', 1)[0]?.split('/').at(-1) ?? '');
  } catch {
    return undefined;
  }
}
