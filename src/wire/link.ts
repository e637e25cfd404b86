import type { Socket } from 'node:net';
import { WebSocket } from 'ws';
import { type Decoded, decode } from '../ocpp/frame.ts';
import type { UpgradeFacts } from '../ocpp/handshake.ts';
import type { Clock } from '../time/clock.ts';
import { FlightEnd, pairOf } from './flights.ts';
import { forgetListeners } from './forget-listeners.ts';
import { inTurns } from './turns.ts';

/** How a connection ended, as this end saw it. */
export interface Closing {
  code: number;
  reason: string;
  /** The end that began the closing, as far as this end can tell. */
  by: 'us' | 'peer';
  /** What went wrong, if the connection did not end with a closing handshake: `Max payload size exceeded`. */
  error?: string;
}

export interface LinkListener {
  /** Everybody gets the same `decoded`, the trace among them: nobody may change it. */
  text?(text: string, decoded: Decoded): void;
  /** Binary messages have no place in OCPP-J. */
  binary?(bytes: number): void;
  sent?(text: string): void;
  ping?(): void;
  pong?(): void;
  closed?(closing: Closing): void;
}

/** More unsent bytes than this and the peer is taken for dead. */
const MAX_UNSENT = 8 * 1024 * 1024;

/** An established OCPP-J connection, seen from one of its ends. */
export class Link {
  readonly upgrade: UpgradeFacts;
  readonly #socket: WebSocket;
  readonly #flights: FlightEnd;
  readonly #listeners: LinkListener[] = [];
  #closedByUs = false;
  #error: string | undefined;

  constructor(socket: WebSocket, transport: Socket, upgrade: UpgradeFacts, clock: Clock) {
    this.upgrade = upgrade;
    this.#socket = socket;
    this.#flights = new FlightEnd(clock, pairOf(transport));
    const inTurn = inTurns(socket);
    socket.on('message', (data: Buffer, isBinary) =>
      inTurn(() => {
        if (isBinary) this.#tell('binary', data.length);
        else this.#heard(data.toString('utf8'));
        this.#flights.received();
      }),
    );
    socket.on('ping', () => inTurn(() => this.#tell('ping')));
    socket.on('pong', () => inTurn(() => this.#tell('pong')));
    socket.on('error', (error) => {
      this.#error = error.message;
    });
    socket.on('close', (code, reason) => {
      const closing: Closing = { code, reason: reason.toString('utf8'), by: this.#closedByUs ? 'us' : 'peer' };
      if (this.#error) closing.error = this.#error;
      forgetListeners(socket);
      inTurn(() => {
        this.#tell('closed', closing);
        this.#flights.closed();
      });
    });
  }

  get open(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /** Listeners hear every event in the order in which they were added. */
  listen(listener: LinkListener): void {
    this.#listeners.push(listener);
  }

  /** Sends one text message; false if the connection is no longer open. */
  send(text: string): boolean {
    if (!this.open) return false;
    if (this.#socket.bufferedAmount > MAX_UNSENT) {
      this.#error = `the peer has not read ${this.#socket.bufferedAmount} bytes`;
      this.terminate();
      return false;
    }
    this.#flights.sent();
    for (const listener of this.#listeners) listener.sent?.(text);
    this.#socket.send(text);
    return true;
  }

  /** Sends a message of the binary kind, which OCPP-J does not allow. */
  sendBinary(bytes: Uint8Array): void {
    this.#flights.sent();
    this.#socket.send(bytes);
  }

  ping(): void {
    if (this.open) this.#socket.ping();
  }

  /** Closes with a closing handshake. */
  close(code = 1000, reason = ''): void {
    this.#closeByUs();
    this.#socket.close(code, reason);
  }

  /** Drops the TCP connection without a word. */
  terminate(): void {
    this.#closeByUs();
    this.#socket.terminate();
  }

  #closeByUs(): void {
    if (!this.open) return;
    this.#closedByUs = true;
    this.#flights.closing();
  }

  #heard(text: string): void {
    const decoded = decode(text);
    for (const listener of this.#listeners) listener.text?.(text, decoded);
  }

  #tell<E extends keyof LinkListener>(event: E, ...args: Parameters<NonNullable<LinkListener[E]>>): void {
    for (const listener of this.#listeners) (listener[event] as ((...args: unknown[]) => void) | undefined)?.call(listener, ...args);
  }
}
