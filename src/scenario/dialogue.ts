import { type Party, partyName } from '../ocpp/party.ts';
import type { Code } from '../rules/catalogue.ts';
import { type Finding, finding, type Severity } from '../rules/finding.ts';
import { SECOND } from '../time/clock.ts';
import type { Entry, FrameEntry } from '../trace/entry.ts';
import { type Abortion, abortion } from './abortion.ts';
import type { Environment } from './environment.ts';
import { Gate } from './gate.ts';
import { lookUp } from './lookups.ts';
import { Sends } from './ops/sends.ts';
import type { PlayedCsms, PlayedStation } from './played.ts';
import { Scope, UnknownName } from './scope.ts';
import type { Line, Operation, Step } from './script.ts';
import { Sessions } from './states/sessions.ts';
import { FeatureError, type Row } from './table.ts';
import { contactOf } from './upkeep/contact.ts';
import { Inconclusive, Unmet } from './verdict.ts';

/** What is held against the system under test; the dialogue adds who and which requirement. */
export interface Complaint {
  expected: string;
  actual: string;
  entries?: readonly { seq: number }[];
  pointer?: string;
  requirement?: string;
  severity?: Severity;
}

/** One scenario being played: its operations, what they have claimed of the trace so far, and what went wrong. */
export class Dialogue {
  readonly environment: Environment;
  readonly scope: Scope;
  readonly findings: Finding[] = [];
  readonly gate: Gate;
  /** Id and title of the case, for people. */
  caseName = '';
  /** Expectations that were looked at; a case without any proves nothing. */
  checks = 0;
  /** Entries from this position on may answer what was last set in motion. */
  anchor = 0;
  /** Where the trace stood when somebody last did something, or had the CSMS do it: what follows may answer that. */
  acted = 0;
  /** Variables to be set back, with the values they had. */
  readonly restore = new Map<string, string>();
  /** What the played CSMS says of tokens because a line told it to, by token. */
  readonly judgements = new Map<string, readonly Row[]>();
  /** A line said that there is nothing more to do. */
  ended = false;
  /** The messages of the report that was last received in parts. */
  parts: readonly FrameEntry[] = [];
  /** When the last message, connection or stimulus of the dialogue happened; a stimulus no sooner than that. */
  lastEventAt: number;
  /** When the last stimulus had been carried out for certain. */
  lastActAt = 0;
  readonly operations: readonly Operation[];
  /** How far the charging sessions have come. */
  readonly sessions: Sessions;
  readonly #steps: readonly Step[];
  readonly #requirements: readonly string[];
  readonly #claimed = new Set<number>();
  #settled = 0;
  #step = 0;
  #current = 0;
  #opened = false;
  #preparing = false;
  #connected = false;
  #resume: () => void;
  #flows = 0;
  readonly #abortion: Abortion;

  constructor(environment: Environment, steps: readonly Step[], requirements: readonly string[]) {
    this.environment = environment;
    this.#steps = steps;
    this.operations = steps.flatMap(({ operations }) => operations);
    this.sessions = new Sessions(environment.settings);
    this.#requirements = requirements;
    this.scope = new Scope(environment.names, () => environment.clock.now());
    this.lastEventAt = environment.clock.now();
    this.#abortion = abortion(environment.signal);
    this.gate = new Gate(this);
    // Between waiting operations no time passes, so that what a scenario does next happens next.
    this.#resume = environment.clock.hold();
  }

  get sut(): Party {
    return this.environment.sut;
  }

  /** @throws if the SUT is the station, because then a CSMS is played */
  get station(): PlayedStation {
    const { played } = this.environment;
    if (played.party !== 'station') throw new Error('no station is played here');
    return played;
  }

  /** @throws if the SUT is the CSMS, because then a station is played */
  get csms(): PlayedCsms {
    const { played } = this.environment;
    if (played.party !== 'csms') throw new Error('no CSMS is played here');
    return played;
  }

  /** Plays the operations of the next line. @throws Unmet, Inconclusive */
  async next(): Promise<void> {
    const step = this.#steps[this.#step++];
    if (!step) throw new Error('the scenario has more lines than operations');
    try {
      for (const operation of step.operations) {
        if (this.ended) return;
        await this.#play(operation).catch((error: unknown) => {
          throw error instanceof UnknownName ? new FeatureError(operation.line.source, error.message) : error;
        });
      }
    } catch (error) {
      if (step.line.keyword === 'Context' && error instanceof Unmet) this.#notReached(error);
      throw error;
    }
  }

  async #play(operation: Operation): Promise<void> {
    this.environment.trace.append({ kind: 'step', connection: 0, text: operation.line.text });
    this.#preparing = true;
    await this.#prepare(operation);
    await lookUp(this, operation.line);
    this.#preparing = false;
    if (operation.initiates) {
      await this.flow(this.gate.settled());
      this.mark();
      // A state may go on from what the line above has done.
      if (!operation.composite) this.acted = this.anchor;
    }
    if (operation.composite) this.#settled = Number.POSITIVE_INFINITY;
    await operation.run(this);
    if (operation.composite) this.#settled = this.environment.trace.entries.length;
    this.#current++;
  }

  async #prepare({ needs }: Operation): Promise<void> {
    if (needs === 'nothing' || this.#connected) return;
    await this.flow(this.environment.open());
    this.#opened = true;
    this.gate.attach();
    if (needs === 'connection') await this.flow(this.environment.ready());
    if (!this.#connected && needs === 'connection') await this.#expectFreeWay();
    this.#connected = needs !== 'running';
  }

  /** What an earlier case has left must not be taken for what this one is about. @throws Inconclusive */
  async #expectFreeWay(): Promise<void> {
    const { upkeep } = this.environment;
    if (!upkeep) return;
    const text = this.#steps.flatMap(({ line, operations }) => [line, ...operations.map((operation) => operation.line)]).map(textOf);
    const leftover = await this.flow(this.gate.unscripted(() => upkeep.inTheWayOf(text.join('\n'), contactOf(this.environment))));
    if (leftover)
      throw new Inconclusive(
        `${leftover.what} could not be put back to how it was before the first case: ${leftover.why} (after ${leftover.after})`,
      );
  }

  /** What goes wrong on the way to the beginning of a case is not what the case is about. */
  #notReached(error: Unmet): never {
    for (const found of error.findings) this.findings.splice(this.findings.indexOf(found), 1);
    throw new Inconclusive(`a precondition was not reached: ${error.message}`);
  }

  /** Looks for what follows from here on. */
  mark(): void {
    this.anchor = this.environment.trace.entries.length;
    this.lastEventAt = this.environment.clock.now();
  }

  /** The operations whose messages may come now: the current one and those after it up to the next that initiates something. */
  *live(): Generator<Operation> {
    // What happens on the way to the first line is no line's business.
    if (this.#preparing) return;
    for (let at = this.#current; at < this.operations.length; at++) {
      const operation = this.operations[at] as Operation;
      if (at > this.#current && operation.initiates) return;
      yield operation;
    }
  }

  /** Entries since the anchor, or another position, that no operation has claimed. */
  *unclaimed(from = this.anchor): Generator<Entry> {
    const { entries } = this.environment.trace;
    for (let at = from; at < entries.length; at++) if (!this.#claimed.has(at)) yield entries[at] as Entry;
  }

  /** Whether an entry belongs to the time of an operation of many messages: lines below take it only if it is just what they say. */
  inPassing({ seq }: Entry): boolean {
    return seq < this.#settled;
  }

  claim(entry: Entry): void {
    this.#claimed.add(entry.seq);
    this.lastEventAt = Math.max(this.lastEventAt, entry.at);
  }

  isClaimed(entry: Entry): boolean {
    return this.#claimed.has(entry.seq);
  }

  /** Lets time pass until the promise is settled. @throws Interrupted, Stuck */
  async flow<T>(promise: Promise<T>): Promise<T> {
    if (this.#flows++ === 0) this.#resume();
    try {
      return await Promise.race([promise, this.#abortion.rejected]);
    } finally {
      if (--this.#flows === 0) this.#resume = this.environment.clock.hold();
    }
  }

  /**
   * The one way of waiting for the other side: looks again at every new entry of the trace.
   * @param deadline OCPP time in milliseconds
   * @param orUntil gives up early, too, when this is settled
   */
  async until<T>(find: () => T | undefined, deadline: number, orUntil?: Promise<unknown>): Promise<T | undefined> {
    const found = find();
    if (found !== undefined) return found;
    const { trace, clock } = this.environment;
    let stop = () => {};
    const looking = new Promise<T | undefined>((resolve) => {
      const done = () => {
        stop();
        resolve(find());
      };
      const unwatch = trace.watch(() => {
        if (find() !== undefined) done();
      });
      const timer = clock.after(Math.max(deadline - clock.now(), 0), done);
      stop = () => {
        unwatch();
        timer.cancel();
      };
      orUntil?.then(done, done);
    });
    return this.flow(looking).finally(stop);
  }

  /** Seconds from the last event of the dialogue as an instant in OCPP time. */
  after(seconds: number): number {
    return this.lastEventAt + seconds * SECOND;
  }

  /** Puts a complaint on record without stopping the scenario. */
  complain(code: Code, { entries = [], requirement, ...rest }: Complaint): Finding {
    const made = finding(code, { party: this.sut, ...rest, entries, requirement: requirement ?? (this.#requirements.join(', ') || '-') });
    this.findings.push(made);
    return made;
  }

  /** Puts a complaint on record and stops the scenario. */
  unmet(code: Code, complaint: Complaint): never {
    throw new Unmet([this.complain(code, complaint)]);
  }

  /** Stops the scenario because of the complaints on record. */
  stop(): never {
    throw new Unmet([...this.findings]);
  }

  /**
   * Expects a CALLRESULT to every request of the played party that has been answered since something was last set in
   * motion, unless a line of the scenario speaks about the answer.
   */
  expectAnswers(): void {
    for (const entry of this.environment.trace.entries.slice(this.anchor)) {
      if (entry.kind !== 'frame' || entry.from !== this.sut || !entry.answers || this.isClaimed(entry)) continue;
      this.checks++;
      const { frame } = entry.decoded;
      const { frame: request } = entry.answers.decoded;
      if (frame?.type !== 'CALLERROR' || request?.type !== 'CALL' || this.#spoken(entry.answers)) continue;
      this.unmet('reply-kind', {
        expected: `a response to ${request.action}`,
        actual: `it was refused with ${frame.errorCode}`,
        entries: [entry],
      });
    }
  }

  /** Whether a line of the scenario speaks about the answer to this request. */
  #spoken(request: Entry): boolean {
    return this.operations.some((operation) => Sends.in(operation).some(({ taken, answer }) => taken === request && answer !== undefined));
  }

  /** Whether the parties have been set up at all. */
  get opened(): boolean {
    return this.#opened;
  }

  /** Lets go of everything that is still held, answers included. */
  end(): void {
    this.#abortion.forget();
    this.gate.close();
    if (this.#opened) {
      const { interceptors } = this.environment.played;
      interceptors.splice(interceptors.indexOf(this.gate), 1);
    }
    this.#resume();
  }

  get sutName(): string {
    return partyName(this.sut);
  }
}

const textOf = ({ text, table = [] }: Line): string => [text, ...table.flatMap(({ cells }) => cells)].join(' ');
