import type { Action, RequestOf } from '../../src/ocpp/action.ts';
import type { Payload } from '../../src/ocpp/frame.ts';
import type { Party } from '../../src/ocpp/party.ts';
import type { PlayedCsms, PlayedStation, Reception } from '../../src/scenario/played.ts';
import type { Clock } from '../../src/time/clock.ts';
import { type Interceptor, type Outcome, Rpc } from '../../src/wire/rpc.ts';
import { time } from '../rules/kit.ts';
import type { Wire } from './wire.ts';

/** What a played party replies to requests that no scenario speaks of. */
export type Replies = { [A in Action]?: Payload };

/** What a request has to have that no scenario speaks of. */
const MINIMAL: Replies = { StatusNotification: { timestamp: time(0) }, RequestStartTransaction: { remoteStartId: 7 } };

/** What both played parties have in common: a party that does nothing by itself but reply. */
abstract class FakeParty {
  abstract readonly party: Party;
  readonly interceptors: Interceptor[] = [];
  /** The certificates it was told to show, with the endpoint. */
  readonly certificates: string[] = [];
  readonly crashes: unknown[] = [];
  readonly #wire: Wire;
  readonly #clock: Clock;
  readonly #replies: Replies;
  #rpc: Rpc | undefined;
  #busy: Promise<unknown> | undefined;

  constructor(wire: Wire, clock: Clock, replies: Replies) {
    this.#wire = wire;
    this.#clock = clock;
    this.#replies = replies;
  }

  /** @param carried whether the connection was there before the trace began */
  connect(carried = false): void {
    this.#rpc = new Rpc({
      party: this.party,
      link: this.#wire.connect(carried),
      clock: this.#clock,
      timeout: 30,
      interceptors: this.interceptors,
      handle: (action) => ({ reply: { payload: this.#replies[action] ?? {} } }),
      crashed: (error) => this.crashes.push(error),
    });
  }

  get connected(): boolean {
    return this.#wire.open;
  }

  get busy(): boolean {
    return this.#busy !== undefined;
  }

  async idle(): Promise<void> {
    await this.#busy;
  }

  /** Is under way with something until the promise is settled. */
  occupy(task: Promise<unknown>): void {
    this.#busy = task.finally(() => {
      this.#busy = undefined;
    });
  }

  async send(action: Action, partial: Payload): Promise<Outcome> {
    const sent = { ...MINIMAL[action], ...partial } as unknown as RequestOf<Action>;
    return this.#wire.open && this.#rpc ? this.#rpc.call(action, sent) : { kind: 'closed', sent };
  }

  sendFrame(text: string): void {
    this.#rpc?.sendRaw(text);
  }

  closeConnection(): void {
    this.#wire.close(this.party);
  }

  async presentCertificate(name: string, endpoint: 'first' | 'second'): Promise<void> {
    this.certificates.push(`${name} ${endpoint}`);
  }
}

export class FakeCsms extends FakeParty implements PlayedCsms {
  readonly party = 'csms';
  reception: Reception = 'accept';
  nextReception?: () => Reception | undefined;
}

export class FakeStation extends FakeParty implements PlayedStation {
  readonly party = 'station';
  /** What it does when it is told of a stimulus. */
  readonly acts: Record<string, (parameters: Record<string, unknown>) => Promise<unknown> | undefined> = {};
  readonly variables: string[] = [];
  /** How many keep what it is at from being done. */
  holds = 0;
  /** What comes of an attempt to connect. */
  attempt: (overrides: Record<string, unknown>) => void = () => this.connect();

  async stimulate(name: string, parameters: Record<string, unknown>): Promise<void> {
    await this.acts[name]?.(parameters);
  }

  setVariable(component: string, variable: string, instance: string | undefined, value: string): void {
    this.variables.push(`${component}.${variable}[${instance ?? ''}] = ${value}`);
  }

  async attemptConnection(overrides: Record<string, unknown>): Promise<void> {
    this.attempt(overrides);
  }

  hold(): () => void {
    this.holds++;
    return () => void this.holds--;
  }

  goOffline(): void {
    this.closeConnection();
  }

  goOnline(): void {
    this.connect();
  }
}
