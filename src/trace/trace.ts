import { decode } from '../ocpp/frame.ts';
import { otherParty, type Party } from '../ocpp/party.ts';
import { actionOf } from './action-of.ts';
import type { Entry, EntryBody, FrameEntry } from './entry.ts';

/**
 * The append-only record of everything that happened between two parties: the one thing that expectations, rules,
 * verdicts and reports look at.
 */
export class Trace {
  readonly entries: Entry[] = [];
  readonly #now: () => number;
  #deliberate: Party | undefined;
  readonly #watchers = new Set<(entry: Entry) => void>();
  /** The latest CALL of each party by message id, which answers refer to. */
  readonly #calls = { station: new Map<string, FrameEntry>(), csms: new Map<string, FrameEntry>() };

  /** @param now OCPP time in milliseconds since the epoch, or the time at which a captured event happened */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Notes that the next frame of a party is wrong on purpose. */
  expectDeliberate(party: Party): void {
    this.#deliberate = party;
  }

  append(body: EntryBody): Entry {
    const seq = this.entries.length;
    const at = this.#now();
    const entry = body.kind === 'frame' ? this.#frame(body, seq, at) : { ...body, seq, at };
    this.entries.push(entry);
    for (const watch of this.#watchers) watch(entry);
    return entry;
  }

  /** Hears of every entry from now on. @returns how to stop that */
  watch(watcher: (entry: Entry) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #frame(body: EntryBody & { kind: 'frame' }, seq: number, at: number): FrameEntry {
    const { kind, connection, from, text, decoded = decode(text) } = body;
    const entry: FrameEntry = { seq, at, connection, kind, from, text, decoded };
    const { frame } = decoded;
    if (body.unanswered) entry.unanswered = true;
    if (body.deliberate || this.#deliberate === from) entry.deliberate = true;
    if (this.#deliberate === from) this.#deliberate = undefined;
    if (frame?.type === 'CALL') this.#calls[from].set(frame.messageId, entry);
    else if (frame) {
      const call = this.#calls[otherParty(from)].get(frame.messageId);
      if (call) entry.answers = call;
    }
    const action = actionOf(entry);
    if (action) entry.action = action;
    return entry;
  }
}
