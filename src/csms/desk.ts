import { type Action, mayRequest } from '../ocpp/action.ts';
import type { Payload } from '../ocpp/frame.ts';
import { requestViolations, responseViolations } from '../ocpp/validate.ts';
import type { Clock } from '../time/clock.ts';
import type { Link } from '../wire/link.ts';
import { type Handled, type Interceptor, type Outcome, Rpc, refusal } from '../wire/rpc.ts';
import type { Activity } from './activity.ts';
import type { CsmsConfig } from './config.ts';
import type { Answered, Context } from './context.ts';
import type { Fault } from './faults/fault.ts';
import type { FaultName } from './faults/index.ts';
import { HANDLERS } from './handlers/table.ts';
import { joined, merge } from './merge.ts';
import { REQUESTS } from './requests/table.ts';
import type { Station } from './station.ts';
import type { Tokens } from './stores/tokens.ts';

/** What the desks of all stations share. */
export interface Shared {
  readonly config: CsmsConfig;
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly endpoints: Context['endpoints'];
  readonly interceptors: readonly Interceptor[];
  readonly faults: ReadonlyMap<FaultName, Fault>;
  readonly activity: Activity;
  nextId(): number;
  crashed(error: unknown): void;
}

/** The tables without the types of single actions: payloads have been checked before they get there. */
type AnyHandler = (request: Payload, context: Context) => Answered<Action> | Promise<Answered<Action>>;
interface AnyRequestKind {
  compose(context: Context, partial: Payload): object;
  prepare?(context: Context, partial: Payload): Promise<void>;
  split?(request: object, context: Context): object[];
  learn?(response: object, sent: object, context: Context): void;
}

/** Deals with one station: answers what it asks, sends it what it is to get, and notes what comes of it. */
export class Desk implements Context {
  readonly station: Station;
  readonly config: CsmsConfig;
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly endpoints: Context['endpoints'];
  readonly nextId: () => number;
  readonly faulty: (fault: FaultName) => boolean;
  readonly #shared: Shared;

  constructor(station: Station, shared: Shared) {
    this.station = station;
    this.config = shared.config;
    this.clock = shared.clock;
    this.tokens = shared.tokens;
    this.endpoints = shared.endpoints;
    this.nextId = shared.nextId;
    const faulty = (fault: FaultName) => shared.faults.has(fault);
    this.faulty = faulty;
    this.#shared = shared;
  }

  /** Talks over this connection from now on; a station has only one. */
  connect(link: Link, endpointIndex: number): void {
    const { station } = this;
    const { clock, config, faults, crashed } = this.#shared;
    const messageId = [...faults.values()].find((fault) => fault.messageId)?.messageId;
    const rpc = new Rpc({
      party: 'csms',
      link,
      clock,
      timeout: config.messageTimeout,
      interceptors: this.#interceptors(),
      handle: (action, payload) => this.#handle(action, payload),
      crashed,
      ...(messageId ? { messageId } : {}),
    });
    const previous = station.connection;
    station.connection = { link, rpc, endpointIndex };
    link.listen({
      closed: () => {
        if (station.connection?.link === link) station.connection = undefined;
      },
    });
    previous?.link.close(1000, 'replaced by a new connection');
  }

  /** A minimal valid request for the present situation with `partial` on top of it. */
  compose(action: Action, partial: Payload): Payload {
    return merge(requestKind(action).compose(this, partial), partial) as Payload;
  }

  readonly send = (action: Action, partial: Payload): Promise<Outcome> => this.#shared.activity.track(this.#carryOut(action, partial));

  readonly begin = (task: () => Promise<unknown>): void => {
    this.#shared.activity.track(task()).catch(this.#shared.crashed);
  };

  /** Scripts come first, then the faults that the CSMS was told to commit, then whoever notes what goes out. */
  #interceptors(): Iterable<Interceptor> {
    const { registration } = this.station;
    const scripts = this.#shared.interceptors;
    const faults = [...this.#shared.faults.values()].flatMap(({ interceptor }) => interceptor?.() ?? []);
    const witness: Interceptor = {
      request: (action, payload) => {
        registration.sending(action, payload);
        return payload;
      },
    };
    return {
      *[Symbol.iterator]() {
        yield* scripts;
        yield* faults;
        yield witness;
      },
    };
  }

  #handle(action: Action, payload: Payload): Handled | Promise<Handled> {
    if (!this.#admits(action, payload)) return refusal('SecurityError', `${action} is not allowed before the station is accepted`);
    const handler = HANDLERS[action] as AnyHandler | undefined;
    if (!handler || this.config.capabilities.unsupported.includes(action)) return refusal('NotSupported', `${action} is not supported`);
    const answered = handler(payload, this);
    const handled = (answer: Answered<Action>) => this.#handled(action, answer);
    return answered instanceof Promise ? answered.then(handled) : handled(answered);
  }

  #handled(action: Action, answered: Answered<Action>): Handled {
    if (!('payload' in answered)) return { reply: answered };
    return {
      reply: { payload: answered.payload as Payload },
      afterwards: (sent) => {
        if (answered.afterwards && responseViolations(action, sent).length === 0) answered.afterwards(sent as never);
      },
    };
  }

  #admits(action: Action, payload: Payload): boolean {
    const { registration } = this.station;
    if (this.faulty('answers-calls-before-acceptance')) return true;
    if (this.faulty('refuses-triggered-messages') && registration.status === 'Pending') return action === 'BootNotification';
    return registration.allows(action, payload);
  }

  async #carryOut(action: Action, partial: Payload): Promise<Outcome> {
    const kind = requestKind(action);
    await kind.prepare?.(this, partial);
    const request = this.compose(action, partial);
    const parts = kind.split && requestViolations(action, request).length === 0 ? kind.split(request, this) : [request];
    const outcomes: Outcome[] = [];
    for (const part of parts) outcomes.push(await this.#call(action, part as Payload));
    return combine(outcomes);
  }

  async #call(action: Action, request: Payload): Promise<Outcome> {
    const rpc = this.station.connection?.rpc;
    if (!rpc) return { kind: 'closed', sent: request as never };
    const outcome: Outcome = await rpc.call(action, request as never);
    const sent = outcome.sent as Payload;
    if (outcome.kind === 'result' && requestViolations(action, sent).length === 0) requestKind(action).learn?.(outcome.payload, sent, this);
    return outcome;
  }
}

/** @throws an Error for what only stations request */
function requestKind(action: Action): AnyRequestKind {
  const kind = REQUESTS[action] as AnyRequestKind | undefined;
  if (!kind || !mayRequest('csms', action)) throw new Error(`${action} is not a request that a CSMS makes`);
  return kind;
}

/** One outcome for a request that was divided: all results joined, or the first part that did not lead to one. */
function combine(outcomes: readonly Outcome[]): Outcome {
  const [first, ...more] = outcomes as [Outcome, ...Outcome[]];
  const failed = outcomes.find(({ kind }) => kind !== 'result');
  if (failed || more.length === 0) return failed ?? first;
  const payloads = outcomes.map((outcome) => (outcome.kind === 'result' ? outcome.payload : {}));
  return { kind: 'result', payload: joined(payloads) as never, sent: joined(outcomes.map(({ sent }) => sent)) as never };
}
