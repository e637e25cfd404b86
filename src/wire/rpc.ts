import { randomUUID } from 'node:crypto';
import { type Action, isAction, mayRequest, type RequestOf, type ResponseOf } from '../ocpp/action.ts';
import { codesForFrame, codesForViolations, type ErrorCode, UNREADABLE_MESSAGE_ID } from '../ocpp/error-code.ts';
import { type Call, type Decoded, encode, type Frame, type Payload } from '../ocpp/frame.ts';
import { otherParty, type Party } from '../ocpp/party.ts';
import { frameViolations } from '../ocpp/validate.ts';
import { type Clock, SECOND, type Timer } from '../time/clock.ts';
import type { Link } from './link.ts';

/** An answer to a CALL. */
export type Reply = { payload: Payload } | { error: ErrorCode; description: string } | { silence: true };

/** An answer and what the party does once it has been sent; `sent` is the payload that really went out. */
export interface Handled {
  reply: Reply;
  afterwards?(sent: Payload): void;
}

/** How a CALL of ours ended. `payload` is valid according to the official schema. */
export type Outcome<A extends Action = Action> =
  | { kind: 'result'; payload: ResponseOf<A>; sent: RequestOf<A> }
  | { kind: 'error'; code: string; sent: RequestOf<A> }
  /** No (valid) answer came in time, or the connection went away first. */
  | { kind: 'timeout' | 'closed'; sent: RequestOf<A> };

/** Sees and may change what a party sends: the script of a scenario, or a fault. */
export interface Interceptor {
  request?(action: Action, payload: Payload): Payload | Promise<Payload>;
  reply?(call: Call, reply: Reply): Reply | Promise<Reply>;
  /** The texts to put on the wire in place of this frame. */
  frame?(frame: Frame, text: string): string[];
}

export interface RpcOptions {
  party: Party;
  link: Link;
  clock: Clock;
  /** Seconds after which an unanswered CALL has timed out. */
  timeout: number;
  /** Asked anew for everything that is sent. */
  interceptors: Iterable<Interceptor>;
  /** Answers a CALL whose action and payload have been found valid. */
  handle(action: Action, payload: Payload): Handled | Promise<Handled>;
  /** Hears of exceptions in `handle`, which the peer only sees as InternalError. */
  crashed(error: unknown): void;
  /** Sends a CALL without waiting for the answer to the one before; only a fault does that. */
  concurrent?: boolean;
  /** Makes the id of the next CALL, a new UUID unless told otherwise; only a fault does that. */
  messageId?(): string;
}

interface OpenCall {
  action: Action;
  settle(answer: { payload: Payload } | { code: string } | 'timeout' | 'closed'): void;
}

/** The RPC layer of one party on one connection: one outstanding CALL, answers matched by message id. */
export class Rpc {
  readonly #options: RpcOptions;
  readonly #open = new Map<string, OpenCall>();
  #tail: Promise<unknown> = Promise.resolve();

  constructor(options: RpcOptions) {
    this.#options = options;
    options.link.listen({
      text: (_text, decoded) => this.#received(decoded),
      closed: () => {
        for (const call of this.#open.values()) call.settle('closed');
      },
    });
  }

  /** Sends a CALL as soon as the one before is settled. */
  call<A extends Action>(action: A, payload: RequestOf<A>): Promise<Outcome<A>> {
    const turn = this.#options.concurrent ? this.#transact(action, payload) : this.#tail.then(() => this.#transact(action, payload));
    this.#tail = turn.catch(nothing);
    return turn;
  }

  /** Puts a frame on the wire as it is, past the queue and the interceptors. */
  sendRaw(text: string): void {
    this.#options.link.send(text);
  }

  #transact<A extends Action>(action: A, payload: RequestOf<A>): Promise<Outcome<A>> {
    for (const { request } of this.#options.interceptors)
      if (request) return this.#changed(action, payload as Payload).then((sent) => this.#ask(action, sent));
    return this.#ask(action, payload as Payload);
  }

  async #changed(action: Action, payload: Payload): Promise<Payload> {
    let sent = payload;
    for (const interceptor of this.#options.interceptors) sent = (await interceptor.request?.(action, sent)) ?? sent;
    return sent;
  }

  #ask<A extends Action>(action: A, sent: Payload): Promise<Outcome<A>> {
    const messageId = this.#options.messageId?.() ?? randomUUID();
    return new Promise<Outcome<A>>((resolve) => {
      let timer: Timer | undefined;
      const settle: OpenCall['settle'] = (answer) => {
        timer?.cancel();
        this.#open.delete(messageId);
        const request = sent as unknown as RequestOf<A>;
        if (typeof answer === 'string') resolve({ kind: answer, sent: request });
        else if ('code' in answer) resolve({ kind: 'error', code: answer.code, sent: request });
        else resolve({ kind: 'result', payload: answer.payload as unknown as ResponseOf<A>, sent: request });
      };
      this.#open.set(messageId, { action, settle });
      if (!this.#put({ type: 'CALL', messageId, action, payload: sent })) return settle('closed');
      timer = this.#options.clock.after(this.#options.timeout * SECOND, () => settle('timeout'));
    });
  }

  #put(frame: Frame): boolean {
    const { interceptors, link } = this.#options;
    let texts = [encode(frame)];
    for (const interceptor of interceptors)
      if (interceptor.frame) texts = texts.flatMap((text) => interceptor.frame?.(frame, text) ?? [text]);
    return texts.every((text) => link.send(text));
  }

  #received(decoded: Decoded): void {
    const { frame, faults, messageId, messageType } = decoded;
    if (frame?.type === 'CALL') {
      this.#answer(frame, decoded);
    } else if (frame) {
      const call = this.#open.get(frame.messageId);
      if (frame.type === 'CALLERROR') call?.settle({ code: frame.errorCode });
      else if (call && frameViolations(decoded, call.action).length === 0) call.settle({ payload: frame.payload });
    } else if (messageType === undefined || messageType === 2) {
      const [error = 'RpcFrameworkError'] = codesForFrame(faults);
      this.#refuse(messageId ?? UNREADABLE_MESSAGE_ID, error, faults.join(', '));
    }
    // A response that cannot be read and a message type that is not known are ignored (Part 4, 4.1.3).
  }

  /** At once, unless somebody takes time over it. */
  #answer(call: Call, decoded: Decoded): void {
    const { interceptors, crashed } = this.#options;
    const handled = this.#handle(call, decoded);
    let takesTime = handled instanceof Promise;
    for (const { reply } of interceptors) takesTime ||= reply !== undefined;
    if (takesTime) return void this.#answerLater(call, handled).catch(crashed);
    try {
      this.#reply(call, handled as Handled);
    } catch (error) {
      crashed(error);
    }
  }

  async #answerLater(call: Call, handling: Handled | Promise<Handled>): Promise<void> {
    const handled = await handling;
    let { reply } = handled;
    for (const interceptor of this.#options.interceptors) reply = (await interceptor.reply?.(call, reply)) ?? reply;
    this.#reply(call, { ...handled, reply });
  }

  #reply({ messageId }: Call, { reply, afterwards }: Handled): void {
    if ('silence' in reply) return;
    if ('error' in reply) return this.#refuse(messageId, reply.error, reply.description);
    this.#put({ type: 'CALLRESULT', messageId, payload: reply.payload });
    afterwards?.(reply.payload);
  }

  #handle({ action, payload }: Call, decoded: Decoded): Handled | Promise<Handled> {
    const { party, handle, crashed } = this.#options;
    if (!isAction(action) || !mayRequest(otherParty(party), action)) return refusal('NotImplemented', `unknown action ${action}`);
    const violations = frameViolations(decoded, action);
    const [first] = violations;
    const [code] = first ? codesForViolations(violations) : [];
    if (first && code) return refusal(code, `${first.pointer}: expected ${first.expected}`);
    const failed = (error: unknown) => {
      crashed(error);
      return refusal('InternalError', '');
    };
    try {
      const handled = handle(action, payload);
      return handled instanceof Promise ? handled.catch(failed) : handled;
    } catch (error) {
      return failed(error);
    }
  }

  #refuse(messageId: string, errorCode: string, errorDescription: string): void {
    this.#put({ type: 'CALLERROR', messageId, errorCode, errorDescription, errorDetails: {} });
  }
}

const nothing = () => {};

/** A CALLERROR as the answer of a handler. */
export const refusal = (error: ErrorCode, description: string): Handled => ({ reply: { error, description } });
