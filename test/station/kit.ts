import { expect, onTestFinished } from 'vitest';
import type { Action, RequestOf, ResponseOf } from '../../src/ocpp/action.ts';
import type { Payload } from '../../src/ocpp/frame.ts';
import type { UpgradeFacts } from '../../src/ocpp/handshake.ts';
import { requestViolations } from '../../src/ocpp/validate.ts';
import { defaultStationConfig, networkProfile, type StationConfig } from '../../src/station/config.ts';
import { Station } from '../../src/station/station.ts';
import { type Clock, wait } from '../../src/time/clock.ts';
import { VirtualClock } from '../../src/time/virtual-clock.ts';
import type { Link } from '../../src/wire/link.ts';
import { type Outcome, type Reply, Rpc } from '../../src/wire/rpc.ts';
import { type Answer, OcppServer, type ServerTls } from '../../src/wire/server.ts';

/** A request that the CSMS got. */
export interface Received {
  action: Action;
  payload: Payload;
  /** Seconds since the test began. */
  at: number;
}

/** A CSMS that says yes to everything unless told otherwise, and remembers what it was sent. */
export class Csms {
  readonly received: Received[] = [];
  readonly upgrades: UpgradeFacts[] = [];
  /** Seconds at which each connection was asked for. */
  readonly attempts: number[] = [];
  readonly links: Link[] = [];
  /** Raw texts of the latest connection. */
  readonly frames: unknown[][] = [];
  /** What to answer in place of the usual. */
  answers: Partial<Record<Action, (request: Payload) => Payload | Reply>> = {};
  /** Whether to let a station in. */
  admit: () => Answer = () => ({ do: 'accept', subprotocol: 'ocpp2.0.1' });
  #server!: OcppServer;
  #rpc: Rpc | undefined;
  #waiting: { action: Action; resolve: (payload: Payload) => void }[] = [];
  readonly #clock: VirtualClock;
  readonly #start: number;

  private constructor(clock: VirtualClock) {
    this.#clock = clock;
    this.#start = clock.now();
  }

  static async start(clock: VirtualClock, tls?: ServerTls): Promise<Csms> {
    const csms = new Csms(clock);
    csms.#server = await OcppServer.listen({
      host: '127.0.0.1',
      port: 0,
      clock,
      ...(tls ? { tls } : {}),
      answer: (upgrade) => {
        csms.attempts.push(csms.#seconds);
        csms.upgrades.push(upgrade);
        return csms.admit();
      },
      linked: (link) => csms.#linked(link),
    });
    onTestFinished(() => csms.#server.close());
    return csms;
  }

  get url(): string {
    return this.#server.url;
  }

  get port(): number {
    return this.#server.port;
  }

  get link(): Link {
    return this.links.at(-1) as Link;
  }

  setTls(tls: ServerTls): void {
    this.#server.setTls(tls);
  }

  /** Sends a request to the station. */
  call<A extends Action>(action: A, payload: RequestOf<A>): Promise<Outcome<A>> {
    return (this.#rpc as Rpc).call(action, payload);
  }

  /** Sends a request and expects a CALLRESULT. */
  async ask<A extends Action>(action: A, payload: RequestOf<A>): Promise<ResponseOf<A>> {
    const outcome = await this.call(action, payload);
    if (outcome.kind !== 'result') throw new Error(`${action} ended with ${JSON.stringify(outcome)}`);
    return outcome.payload;
  }

  sendRaw(text: string): void {
    this.#rpc?.sendRaw(text);
  }

  /** All requests of an action so far. */
  of<A extends Action>(action: A): RequestOf<A>[] {
    return this.received.filter((request) => request.action === action).map(({ payload }) => payload as unknown as RequestOf<A>);
  }

  /** The next request of an action that is still to come. */
  next<A extends Action>(action: A): Promise<RequestOf<A>> {
    return new Promise((resolve) => this.#waiting.push({ action, resolve: (payload) => resolve(payload as unknown as RequestOf<A>) }));
  }

  get actions(): Action[] {
    return this.received.map(({ action }) => action);
  }

  forget(): void {
    this.received.length = 0;
    this.attempts.length = 0;
    this.frames.length = 0;
  }

  get #seconds(): number {
    return (this.#clock.now() - this.#start) / 1000;
  }

  #linked(link: Link): void {
    this.links.push(link);
    link.listen({ text: (text) => this.frames.push(JSON.parse(text) as unknown[]) });
    this.#rpc = new Rpc({
      party: 'csms',
      link,
      clock: this.#clock,
      timeout: 30,
      interceptors: [],
      handle: (action, payload) => {
        expect(requestViolations(action, payload)).toEqual([]);
        this.received.push({ action, payload, at: this.#seconds });
        for (const waiting of this.#waiting.filter((one) => one.action === action)) waiting.resolve(payload);
        this.#waiting = this.#waiting.filter((one) => one.action !== action);
        const answer = this.answers[action]?.(payload) ?? this.#usual(action, payload);
        return { reply: 'payload' in answer || 'error' in answer || 'silence' in answer ? (answer as Reply) : { payload: answer } };
      },
      crashed: (error) => {
        throw error;
      },
    });
  }

  #usual(action: Action, payload: Payload): Payload {
    const currentTime = new Date(this.#clock.now()).toISOString();
    if (action === 'BootNotification') return { currentTime, interval: 3600, status: 'Accepted' };
    if (action === 'Heartbeat') return { currentTime };
    if (action === 'Authorize') return { idTokenInfo: { status: 'Accepted' } };
    if (action === 'TransactionEvent') return payload.idToken ? { idTokenInfo: { status: 'Accepted' } } : {};
    if (action === 'DataTransfer') return { status: 'Accepted' };
    return {};
  }
}

export type Overrides = Parameters<typeof defaultStationConfig>[0];

/** Settings under which tests are quick to read: no randomness, short intervals. */
export const PLAIN = {
  'OCPPCommCtrlr.RetryBackOffRandomRange': '0',
  'SampledDataCtrlr.TxStartedMeasurands': '',
  'SampledDataCtrlr.TxEndedMeasurands': '',
};

export interface Scene {
  clock: VirtualClock;
  csms: Csms;
  station: Station;
  config: StationConfig;
  /** Lets OCPP seconds pass. */
  pass(seconds: number): Promise<void>;
}

export type SceneOptions = Overrides & {
  faults?: string[];
  boot?: boolean;
  /** When the test begins, in milliseconds since the epoch. */
  at?: number;
};

const EPOCH = Date.parse('2026-01-01T00:00:00Z');

/** A station and its CSMS on one virtual clock; booted unless it is to stay off. */
export async function scene({ faults = [], boot = true, at = EPOCH, variables = {}, ...overrides }: SceneOptions = {}): Promise<Scene> {
  const clock = new VirtualClock(at);
  const csms = await Csms.start(clock);
  const config = defaultStationConfig({
    networkProfiles: { 1: networkProfile(csms.url, 1) },
    ...overrides,
    variables: { ...PLAIN, ...variables } as StationConfig['variables'],
  });
  const station = newStation(config, clock, faults);
  if (boot) {
    station.powerOn();
    await station.idle();
    csms.forget();
  }
  return { clock, csms, station, config, pass: (seconds) => wait(clock, seconds * 1000) };
}

/** A station that is switched off when the test is over, and must not have had a bug. */
export function newStation(config: StationConfig, clock: Clock, faults: string[] = []): Station {
  const errors: unknown[] = [];
  const station = new Station({ config, clock, faults, crashed: (error) => errors.push(error) });
  onTestFinished(() => {
    station.powerOff();
    expect(errors).toEqual([]);
  });
  return station;
}
