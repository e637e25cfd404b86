import { onTestFinished } from 'vitest';
import { type CsmsConfig, defaultCsmsConfig } from '../../src/csms/config.ts';
import { Csms } from '../../src/csms/csms.ts';
import type { Action, RequestOf, ResponseOf } from '../../src/ocpp/action.ts';
import type { Payload } from '../../src/ocpp/frame.ts';
import type { Clock } from '../../src/time/clock.ts';
import { VirtualClock } from '../../src/time/virtual-clock.ts';
import { type ConnectOptions, connect } from '../../src/wire/client.ts';
import type { Link } from '../../src/wire/link.ts';
import { type Outcome, Rpc, refusal } from '../../src/wire/rpc.ts';

export const IDENTITY = 'CS001';
export const PASSWORD = 'a-good-password-01';
export const TOKEN = { idToken: '04E1A2B3', type: 'ISO14443' } as const;
/** The time at which tests begin. */
export const NOON = '2026-03-01T12:00:00.000Z';

export interface Setup {
  csms: Csms;
  clock: VirtualClock;
  /** Exceptions in the CSMS itself. */
  crashes: unknown[];
}

/** A CSMS that knows one station and one token, listening; closed when the test is over. */
export async function setUp(overrides: Partial<CsmsConfig> = {}, ...faults: string[]): Promise<Setup> {
  const clock = new VirtualClock(Date.parse(NOON));
  const config = defaultCsmsConfig({ stations: [{ identity: IDENTITY, password: PASSWORD }], tokens: [TOKEN], ...overrides });
  const csms = new Csms({ config, clock, faults });
  const crashes: unknown[] = [];
  csms.watch({ crashed: (error) => crashes.push(error) });
  await csms.listen();
  onTestFinished(() => csms.close());
  return { csms, clock, crashes };
}

type Answers = { [A in Action]?: (request: RequestOf<A>) => ResponseOf<A> };

/** A station of a few lines: sends what a test tells it to and answers what the test has an answer for. */
export class ScriptedStation {
  readonly link: Link;
  /** The requests of the CSMS, oldest first. */
  readonly received: { action: Action; payload: Payload; at: number }[] = [];
  /** Everything that the CSMS has sent, as it was on the wire. */
  readonly texts: string[] = [];
  readonly answers: Answers = {};
  /** What it answers with a CALLERROR. */
  readonly refuses = new Set<Action>();
  readonly #rpc: Rpc;

  constructor(link: Link, clock: Clock) {
    this.link = link;
    link.listen({ text: (text) => this.texts.push(text) });
    this.#rpc = new Rpc({
      party: 'station',
      link,
      clock,
      timeout: 30,
      interceptors: [],
      handle: (action, payload) => {
        this.received.push({ action, payload, at: clock.now() });
        if (this.refuses.has(action)) return refusal('NotSupported', '');
        const answer = this.answers[action] as ((request: Payload) => Payload) | undefined;
        return { reply: { payload: answer?.(payload) ?? { status: 'Accepted' } } };
      },
      crashed: (error) => {
        throw error;
      },
    });
  }

  call<A extends Action>(action: A, payload: RequestOf<A>): Promise<Outcome<A>> {
    return this.#rpc.call(action, payload);
  }

  /** The payload of the answer. @throws an Error if it was not a CALLRESULT */
  async ask<A extends Action>(action: A, payload: RequestOf<A>): Promise<ResponseOf<A>> {
    const outcome = await this.call(action, payload);
    if (outcome.kind !== 'result') throw new Error(`${action} ended with ${JSON.stringify(outcome)}`);
    return outcome.payload;
  }

  /** The error code of the answer; undefined if it was a CALLRESULT. */
  async errorOf<A extends Action>(action: A, payload: RequestOf<A>): Promise<string | undefined> {
    const outcome = await this.call(action, payload);
    return outcome.kind === 'error' ? outcome.code : undefined;
  }

  boot(reason: RequestOf<'BootNotification'>['reason'] = 'PowerUp'): Promise<ResponseOf<'BootNotification'>> {
    return this.ask('BootNotification', { reason, chargingStation: { model: 'M1', vendorName: 'V1' } });
  }

  send(text: string): void {
    this.link.send(text);
  }

  /** The requests of that kind. */
  requests<A extends Action>(action: A): RequestOf<A>[] {
    return this.received.filter((request) => request.action === action).map(({ payload }) => payload as unknown as RequestOf<A>);
  }

  /** Resolves when the connection has ended, with the close code. */
  closed(): Promise<number> {
    return new Promise((resolve) => this.link.listen({ closed: ({ code }) => resolve(code) }));
  }

  /** Resolves with the next text of the CSMS. */
  next(): Promise<string> {
    return new Promise((resolve) => {
      let done = false;
      this.link.listen({
        text: (text) => {
          if (!done) resolve(text);
          done = true;
        },
      });
    });
  }
}

/** Connects to the first endpoint with the right credentials, unless told otherwise. */
export const plug = (setup: Setup, overrides: Partial<ConnectOptions> = {}): Promise<Link> =>
  connect({
    url: setup.csms.endpoints[0]?.url ?? '',
    identity: IDENTITY,
    subprotocols: ['ocpp2.0.1'],
    password: PASSWORD,
    clock: setup.clock,
    ...overrides,
  });

export const attach = async (setup: Setup, overrides?: Partial<ConnectOptions>): Promise<ScriptedStation> =>
  new ScriptedStation(await plug(setup, overrides), setup.clock);

/** A CSMS with a station that it has accepted. */
export async function accepted(overrides: Partial<CsmsConfig> = {}, ...faults: string[]): Promise<Setup & { station: ScriptedStation }> {
  const setup = await setUp(overrides, ...faults);
  const station = await attach(setup);
  await station.boot();
  return { ...setup, station };
}

/** The stage and status at which an attempt was refused. @throws an Error if it was not */
export async function refusalOf(attempt: Promise<Link>): Promise<{ stage: string; status?: number }> {
  try {
    await attempt;
  } catch (error) {
    const { refusal } = error as { refusal: { stage: string; upgrade?: { status?: number } } };
    const status = refusal.upgrade?.status;
    return { stage: refusal.stage, ...(status === undefined ? {} : { status }) };
  }
  throw new Error('the attempt succeeded');
}
