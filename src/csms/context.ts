import type { Action, RequestOf, ResponseOf } from '../ocpp/action.ts';
import type { ErrorCode } from '../ocpp/error-code.ts';
import type { Payload } from '../ocpp/frame.ts';
import type { Clock } from '../time/clock.ts';
import type { Outcome } from '../wire/rpc.ts';
import type { CsmsConfig } from './config.ts';
import type { Endpoint } from './endpoint.ts';
import type { FaultName } from './faults/index.ts';
import type { Station } from './station.ts';
import type { Tokens } from './stores/tokens.ts';

/** What dealing with one station stands on. Its functions need no `this`. */
export interface Context {
  readonly station: Station;
  readonly config: CsmsConfig;
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly endpoints: readonly Pick<Endpoint, 'url' | 'securityProfile' | 'isListening'>[];
  /** Whether the CSMS was told to commit that violation. */
  readonly faulty: (fault: FaultName) => boolean;
  /** An id that the CSMS has not used before. */
  readonly nextId: () => number;
  /** Sends a request, as a minimal valid one with `partial` on top of it. */
  readonly send: (action: Action, partial: Payload) => Promise<Outcome>;
  /** Does something of its own accord, which nobody waits for. */
  readonly begin: (task: () => Promise<unknown>) => void;
}

/** The answer of a handler; `afterwards` hears what was really sent, if that is valid. */
export type Answered<A extends Action> =
  | { payload: ResponseOf<A>; afterwards?(sent: ResponseOf<A>): void }
  | { error: ErrorCode; description: string }
  | { silence: true };

/** Answers one kind of request that stations make. The request is valid according to its schema. */
export type Handler<A extends Action> = (request: RequestOf<A>, context: Context) => Answered<A> | Promise<Answered<A>>;

/** One kind of request that the CSMS makes. */
export interface RequestKind<A extends Action> {
  /** A minimal valid request for the present situation. @param partial what the operator said, which goes on top of it */
  compose(context: Context, partial: Payload): RequestOf<A>;
  /** Asks the station what composing needs to know. */
  prepare?(context: Context, partial: Payload): Promise<void>;
  /** Divides a valid request into several that a station can take. */
  split?(request: RequestOf<A>, context: Context): RequestOf<A>[];
  /** Notes what a response means. Both are valid according to their schemas. */
  learn?(response: ResponseOf<A>, sent: RequestOf<A>, context: Context): void;
}
