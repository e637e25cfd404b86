import type { Action } from '../../ocpp/action.ts';
import type { Entry } from '../../trace/entry.ts';
import { payloadOf } from '../payload.ts';
import {
  type Configuration,
  isPassword,
  learn,
  nameOf,
  notePassword,
  type Reference,
  readConfiguration,
  restoreVariable,
  variablesSet,
} from './configuration.ts';
import { ask, type Contact, until } from './contact.ts';
import { type Items, type Kept, restore } from './kept.ts';
import { STORES } from './stores.ts';

/** Something that could not be put back to how it was before the first case. */
export interface Leftover {
  /** What it is: `OCPPCommCtrlr.HeartbeatInterval`, `certificates`. */
  what: string;
  /** Why it could not be put back. */
  why: string;
  /** The case that left it. */
  after: string;
  /** Words of scenarios that depend on it; every scenario does if there are none. */
  words: readonly string[];
  /** The transaction that it is, which may end by itself. */
  transactionId?: string;
}

/** How a station was before the first case. */
interface Before {
  configuration: Configuration;
  listVersion: unknown;
  stores: ReadonlyMap<Kept, Items>;
}

const LIST = { what: 'the local list', words: ['LocalList', 'LocalAuthList'] };

/** Keeps a station the same from case to case, and knows where that did not succeed. */
export class Upkeep {
  /** The case that is being played. */
  playing = '';
  readonly #before: Before;
  readonly #leftovers = new Map<string, Leftover>();

  private constructor(before: Before) {
    this.#before = before;
  }

  /** Reads how a station is; what it does not support needs no upkeep. @param password which no station tells */
  static async begin(contact: Contact, password = ''): Promise<Upkeep> {
    const configuration = await readConfiguration(contact);
    notePassword(configuration, password);
    const listVersion = (await ask(contact, 'GetLocalListVersion'))?.versionNumber;
    const stores = new Map<Kept, Items>();
    for (const kept of STORES) {
      const items = await kept.list(contact);
      if (items) stores.set(kept, items);
    }
    return new Upkeep({ configuration, listVersion, stores });
  }

  /** Notes what variables are before the CSMS sets them, where the report of the beginning does not say. */
  async learn(contact: Contact, variables: readonly Reference[]): Promise<void> {
    await learn(contact, this.#before.configuration, variables);
  }

  get leftovers(): readonly Leftover[] {
    return [...this.#leftovers.values()];
  }

  /** Notes whether something is as it was; `why` not, if not. */
  note(about: Omit<Leftover, 'why' | 'after'>, why: string | undefined): void {
    if (why === undefined) this.#leftovers.delete(about.what);
    else this.#leftovers.set(about.what, { ...about, why, after: this.playing });
  }

  /** What stands in the way of a scenario with this text; what an earlier row of the same case has set is that case's business. */
  async inTheWayOf(text: string, contact: Contact): Promise<Leftover | undefined> {
    for (const { what, transactionId } of this.leftovers) {
      const status = transactionId === undefined ? undefined : await ask(contact, 'GetTransactionStatus', { transactionId });
      if (status && status.ongoingIndicator !== true) this.#leftovers.delete(what);
    }
    return this.leftovers.find(
      ({ words, after }) => words.length === 0 || (after !== this.playing && words.some((word) => text.includes(word))),
    );
  }

  /** Takes back what the requests in a trace have changed. @returns whether the station has to restart for that */
  async restore(contact: Contact, entries: readonly Entry[]): Promise<boolean> {
    const changed = new Set(answered(entries));
    const set = variablesSet(entries);
    const others = await this.#restoreVariables(
      contact,
      set.filter((variable) => !isPassword(variable)),
    );
    for (const [kept, items] of this.#before.stores) {
      if (!kept.changedBy.some((action) => changed.has(action))) continue;
      const left = await restore(kept, contact, items);
      this.note({ what: kept.name, words: kept.words }, left.length > 0 ? `not as before: ${left.join(', ')}` : undefined);
    }
    if (changed.has('SendLocalList')) this.note(LIST, await this.#emptyList(contact));
    if (mayHaveCached(entries)) await ask(contact, 'ClearCache');
    return (await this.#restorePassword(contact, set.filter(isPassword))) || others;
  }

  /** With another password the station connects anew, so that nothing can be asked of it for a while. */
  async #restorePassword(contact: Contact, passwords: ReturnType<typeof variablesSet>): Promise<boolean> {
    const begin = contact.trace.entries.length;
    const reboot = await this.#restoreVariables(contact, passwords);
    if (passwords.length > 0 && !reboot)
      await until(contact, () => contact.trace.entries.slice(begin).some(({ kind }) => kind === 'connected'));
    return reboot;
  }

  /** @returns whether one of them needs a reboot to be what it was */
  async #restoreVariables(contact: Contact, variables: ReturnType<typeof variablesSet>): Promise<boolean> {
    let reboot = false;
    for (const variable of variables) {
      const restored = await restoreVariable(contact, this.#before.configuration, variable);
      reboot ||= restored === 'after a reboot';
      const because = typeof restored === 'string' ? undefined : restored.because;
      this.note({ what: nameOf(variable), words: [variable.variable.name] }, because);
    }
    return reboot;
  }

  async #emptyList(contact: Contact): Promise<string | undefined> {
    if (this.#before.listVersion !== 0) return 'what was in it before cannot be read';
    const version = Number((await ask(contact, 'GetLocalListVersion'))?.versionNumber);
    if (version === 0) return undefined;
    const answer = await ask(contact, 'SendLocalList', { updateType: 'Full', versionNumber: version + 1 });
    return answer?.status === 'Accepted' ? undefined : `emptying it: ${answer?.status ?? 'no answer'}`;
  }
}

/** The actions of the requests in a trace that the station has answered with a result. */
const answered = (entries: readonly Entry[]): Action[] =>
  entries.flatMap((entry) => {
    const request = entry.kind === 'frame' && entry.from === 'station' ? entry.answers?.decoded.frame : undefined;
    return request?.type === 'CALL' && entry.kind === 'frame' && entry.decoded.frame?.type === 'CALLRESULT'
      ? [request.action as Action]
      : [];
  });

/** Whether the CSMS has said anything about a token that a station may remember. */
const mayHaveCached = (entries: readonly Entry[]): boolean =>
  entries.some((entry) => entry.kind === 'frame' && entry.from === 'csms' && payloadOf(entry).idTokenInfo !== undefined);
