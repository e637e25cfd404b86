import type { Action } from '../ocpp/action.ts';
import type { Call, Payload } from '../ocpp/frame.ts';
import { SECOND } from '../time/clock.ts';
import type { FrameEntry } from '../trace/entry.ts';
import type { Interceptor, Reply } from '../wire/rpc.ts';
import type { Dialogue } from './dialogue.ts';
import { judged } from './ops/knows.ts';
import { scriptedReception } from './ops/receives.ts';
import { Sends } from './ops/sends.ts';
import { UnknownName } from './scope.ts';

/** The part of the message timeout for which an answer may be held back. */
const HOLD = 0.8;
/** Milliseconds before an answer. Whoever answers at once never sees that the other side does not wait for answers. */
const REACTION = 20;

interface Held {
  own: Reply;
  release(reply: Reply | Promise<Reply>): void;
}

/**
 * Stands between the played party and the wire: what the scenario scripts wins over what the simulator would send, and
 * requests that a line below answers are held back until that line is reached.
 */
export class Gate implements Interceptor {
  readonly #dialogue: Dialogue;
  readonly #held = new Map<string, Held>();
  readonly #unwatch: () => void;
  /** Answers that are about to be sent. */
  readonly #reactions = new Map<Promise<Reply>, () => void>();
  /** A scripted request that is about to appear in the trace. */
  #leaving: Sends | undefined;
  #unscripted = 0;
  #closed = false;

  constructor(dialogue: Dialogue) {
    this.#dialogue = dialogue;
    this.#unwatch = dialogue.environment.trace.watch((entry) => {
      if (entry.kind !== 'frame' || entry.from === dialogue.sut || entry.decoded.frame?.type !== 'CALL' || !this.#leaving) return;
      this.#leaving.taken = entry;
      this.#leaving = undefined;
    });
  }

  /** Takes its place, as soon as there is a played party. */
  attach(): void {
    const { played } = this.#dialogue.environment;
    if (played.interceptors.includes(this)) return;
    played.interceptors.push(this);
    const nextReception = () => (this.#closed ? undefined : scriptedReception(this.#dialogue));
    if (played.party === 'csms') played.nextReception = nextReception;
  }

  /** Sends something that no line of the scenario is about, reading a variable say. */
  async unscripted<T>(send: () => Promise<T>): Promise<T> {
    this.#unscripted++;
    try {
      return await send();
    } finally {
      this.#unscripted--;
    }
  }

  request(action: Action, payload: Payload): Payload {
    if (this.#unscripted > 0 || this.#closed) return payload;
    const sends = this.#next().find((candidate) => candidate.covers(action, payload));
    this.#leaving = sends;
    if (sends?.answer && 'errors' in sends.answer.kind) this.#dialogue.environment.trace.expectDeliberate(sends.party);
    return sends ? sends.shape(payload, this.#dialogue) : payload;
  }

  reply(call: Call, usual: Reply): Reply | Promise<Reply> {
    const own = 'payload' in usual ? { payload: judged(this.#dialogue, call.payload, usual.payload) } : usual;
    const sends = this.#closed ? undefined : this.#lineFor(call);
    if (sends) sends.taken ??= this.#entryOf(call);
    if (!sends?.answer) return this.#inAMoment(own);
    if ('silence' in sends.answer.kind) {
      this.#entryOf(call).unanswered = true;
      return sends.answer.kind;
    }
    const { clock, settings } = this.#dialogue.environment;
    // Whoever waits for an answer must not be let down by a scenario that waits for something else.
    const tooLong = clock.after(settings.timeouts.reply * SECOND * HOLD, () => this.release(call.messageId, own));
    return new Promise<Reply>((release) => this.#held.set(call.messageId, { own, release })).finally(() => tooLong.cancel());
  }

  /** The line that has seen this request in the trace already, or the one that is waiting for it. */
  #lineFor({ messageId, action, payload }: Call): Sends | undefined {
    const lines = this.#dialogue.operations.flatMap((operation) => Sends.in(operation));
    const seen = lines.find((sends) => sends.party === this.#dialogue.sut && sends.taken?.decoded.messageId === messageId);
    const entry = this.#entryOf({ messageId });
    const expected = this.#waiting().filter((sends) => !sends.isPerformed(this.#dialogue));
    return seen ?? expected.find((sends) => orNotYet(() => sends.takes(entry, action, payload, this.#dialogue)));
  }

  /** The messages of live lines that have not been on the wire yet. */
  #waiting(): Sends[] {
    return [...this.#dialogue.live()].flatMap((operation) => Sends.in(operation)).filter(({ taken }) => !taken);
  }

  /** Those that the played party may send now: what follows from a message that an operator has asked for is not among them before it came. */
  #next(): Sends[] {
    const waiting = this.#waiting();
    const awaited = waiting.findIndex((sends) => sends.asked && !sends.isPerformed(this.#dialogue));
    return waiting.slice(0, awaited < 0 ? waiting.length : awaited).filter((sends) => sends.isPerformed(this.#dialogue));
  }

  #entryOf({ messageId }: Pick<Call, 'messageId'>): FrameEntry {
    const entry = this.#dialogue.environment.trace.entries.findLast(
      (candidate): candidate is FrameEntry =>
        candidate.kind === 'frame' && candidate.decoded.frame?.type === 'CALL' && candidate.decoded.messageId === messageId,
    );
    if (!entry) throw new Error(`no entry for the request ${messageId}`);
    return entry;
  }

  /** What the simulator itself would reply to a request that is held back. */
  heldReply(messageId: string): Reply | undefined {
    return this.#held.get(messageId)?.own;
  }

  release(messageId: string, reply: Reply): void {
    this.#held.get(messageId)?.release(this.#inAMoment(reply));
    this.#held.delete(messageId);
  }

  /** Resolves when all answers have been sent that are on their way. */
  async settled(): Promise<void> {
    while (this.#reactions.size > 0) await Promise.all(this.#reactions.keys());
  }

  #inAMoment(reply: Reply): Reply | Promise<Reply> {
    if (this.#closed || 'silence' in reply) return reply;
    const { promise, resolve } = Promise.withResolvers<Reply>();
    const send = () => {
      timer.cancel();
      resolve(reply);
      this.#reactions.delete(promise);
    };
    const timer = this.#dialogue.environment.clock.after(REACTION, send);
    this.#reactions.set(promise, send);
    return promise;
  }

  close(): void {
    this.#closed = true;
    this.#unwatch();
    for (const send of this.#reactions.values()) send();
    for (const { own, release } of this.#held.values()) release(own);
    this.#held.clear();
  }
}

/** A line further down may speak of what a line before it is yet to find out. */
function orNotYet(takes: () => boolean): boolean {
  try {
    return takes();
  } catch (error) {
    if (error instanceof UnknownName) return false;
    throw error;
  }
}
