import type { MessageInfoType } from '../ocpp/generated/messages.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { remember } from './state.ts';
import { callOf, requestIn, responseIn } from './violations.ts';

/** What a trace says of one message: that the station has it, or why it cannot have it any more. */
export interface KnownMessage {
  message: MessageInfoType;
  /** The answer because of which that is known. */
  entry: FrameEntry;
  /** The requirement by which the message has gone. */
  goneBy?: string;
}

const MOST = 1000;

/** The display messages that a station has, as far as a trace proves it. */
export class KnownDisplayMessages {
  readonly #messages = new Map<number, KnownMessage>();
  /** Transactions that have ended, with the events that say so. */
  readonly #ended = new Map<string, FrameEntry>();
  /** Messages about which a request is on its way, or has had no answer. */
  readonly #paused = new Set<number>();

  learn(entry: FrameEntry): void {
    const event = requestIn(entry, 'TransactionEvent');
    if (event?.eventType === 'Ended') remember(this.#ended, event.transactionInfo.transactionId, entry, MOST);
    const asked = requestIn(entry, 'SetDisplayMessage')?.message;
    // Until there is an answer, nobody knows what has become of the message, and of what it may replace.
    if (asked) this.#doubt(asked);
    const cleared = requestIn(entry, 'ClearDisplayMessage')?.id;
    if (cleared !== undefined) this.#pause(cleared);
    const call = callOf(entry);
    if (call) this.#answered(entry, call);
  }

  all(): Iterable<KnownMessage> {
    return this.#messages.values();
  }

  get(id: number): KnownMessage | undefined {
    const known = this.#messages.get(id);
    return known && this.#paused.has(id) ? undefined : known;
  }

  /** The event that has ended the transaction of a message. */
  endOf({ transactionId }: MessageInfoType): FrameEntry | undefined {
    return transactionId === undefined ? undefined : this.#ended.get(transactionId);
  }

  isSettled({ message: { id } }: KnownMessage): boolean {
    return !this.#paused.has(id);
  }

  #pause(id: number): void {
    if (this.#messages.has(id)) this.#paused.add(id);
  }

  #doubt({ id, priority }: MessageInfoType): void {
    this.#pause(id);
    if (priority === 'AlwaysFront')
      for (const { message } of this.#messages.values()) if (message.priority === 'AlwaysFront') this.#pause(message.id);
  }

  #answered(entry: FrameEntry, call: FrameEntry): void {
    const message = requestIn(call, 'SetDisplayMessage')?.message;
    if (message) this.#wasSet(entry, message, responseIn(entry, 'SetDisplayMessage')?.status === 'Accepted');
    const id = requestIn(call, 'ClearDisplayMessage')?.id;
    if (id === undefined) return;
    const known = this.#messages.get(id);
    this.#paused.delete(id);
    const cleared = responseIn(entry, 'ClearDisplayMessage')?.status === 'Accepted';
    if (known && cleared) this.#messages.set(id, { ...known, entry, goneBy: 'O05.FR.01' });
    // An error, or a message that is not known, leaves open what the station has.
    else if (!known?.goneBy) this.#messages.delete(id);
  }

  #wasSet(entry: FrameEntry, message: MessageInfoType, accepted: boolean): void {
    const fronts = [...this.#messages.values()].filter(
      (known) => message.priority === 'AlwaysFront' && known.message.priority === 'AlwaysFront' && known.message.id !== message.id,
    );
    for (const known of fronts) {
      this.#paused.delete(known.message.id);
      if (!accepted) continue;
      // Which displays there are, and what is in front on each of them, no trace tells.
      const sameDisplay = !known.message.display && !message.display;
      if (sameDisplay) this.#messages.set(known.message.id, { ...known, entry, goneBy: known.goneBy ?? 'O01.FR.16' });
      else if (!known.goneBy) this.#messages.delete(known.message.id);
    }
    this.#paused.delete(message.id);
    this.#messages.delete(message.id);
    if (accepted) remember(this.#messages, message.id, { message, entry }, MOST);
  }
}
