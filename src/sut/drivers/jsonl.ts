import type { Carried, DriverEvent } from '../../scenario/driver.ts';
import type { StimulusName, StimulusParameters } from '../../stimuli/stimuli.ts';
import { holds, jsonIn, outcomeOf, quoted } from './answer.ts';
import { Child } from './child.ts';
import { DriverError, type LastingDriver } from './lasting.ts';
import { fillIn, render } from './template.ts';
import { type Lookup, TemplateValues } from './values.ts';

type Ended = Omit<Carried, 'carrier'>;
/** A message, to which an id is added; or the child is ended and started again, as if its power was off. */
export type JsonlMessage = 'restart' | Readonly<Record<string, unknown>>;

export interface JsonlOptions {
  /** The program with its arguments. */
  command: readonly string[];
  env?: Readonly<Record<string, string>>;
  cwd?: string;
  /** A line with this text says that the child is ready. */
  ready?: string;
  /** What every new child is told first. */
  opening?: readonly Readonly<Record<string, unknown>>[];
  /** Messages for single stimuli; several are sent one after the other. Without any, `{"id","stimulus","parameters"}`. */
  stimuli?: Partial<Record<StimulusName, JsonlMessage | readonly JsonlMessage[]>>;
  /** What an answer must have to mean success. */
  answer?: unknown;
  lookups?: Readonly<Record<string, Lookup>>;
  /** The messages say what the system under test is to send. */
  dictates?: boolean;
  identity?: string;
  /** How often a child that has ended is started again. */
  respawns: number;
  /** Seconds to wait for an answer, and for the child to be ready. */
  timeout: number;
}

const CARRIER = 'jsonl';

/**
 * Carries out stimuli by a program that goes on running, and that is told JSON objects line by line. It answers with the
 * id of what it was told; every other line is its own business.
 */
export class JsonlDriver implements LastingDriver {
  readonly #options: JsonlOptions;
  readonly #values: TemplateValues;
  readonly #waiting = new Map<string, (ended: Ended) => void>();
  readonly #events: DriverEvent[] = [];
  #watcher: ((event: DriverEvent) => void) | undefined;
  #child: Child | undefined;
  #isReady: Promise<boolean> = Promise.resolve(false);
  #markReady: (ready: boolean) => void = () => {};
  #respawned = 0;
  #ids = 0;
  #lastEnd = '';
  #expected: 'restart' | 'close' | undefined;

  constructor(options: JsonlOptions) {
    this.#options = options;
    this.#values = new TemplateValues({ identity: '', ...options });
  }

  async start(): Promise<void> {
    if (!this.#child) this.#spawn();
    if (!(await this.#ready()))
      throw new DriverError(`the child of the jsonl driver ${this.#lastEnd || `was not ready within ${this.#options.timeout} s`}`);
  }

  async stimulate(name: StimulusName, parameters: StimulusParameters): Promise<Carried> {
    const { stimuli, dictates } = this.#options;
    const standard = { stimulus: name, parameters: '{parameters}' };
    const messages = [(stimuli ? stimuli[name] : standard) ?? []].flat() as JsonlMessage[];
    if (messages.length === 0) return { outcome: 'unsupported', carrier: CARRIER };
    const missing = this.#values.missing(parameters, messages);
    if (missing !== undefined) return { outcome: 'unsupported', carrier: CARRIER, note: missing };
    let ended: Ended = { outcome: 'done' };
    for (const message of messages) {
      ended = message === 'restart' ? await this.#restart() : await this.#ask(render(message, this.#values.of(parameters)));
      if (ended.outcome !== 'done') break;
    }
    this.#values.done(name, parameters);
    return { ...ended, carrier: CARRIER, ...(dictates && ended.outcome === 'done' ? { dictated: true } : {}) };
  }

  watch(watcher: (event: DriverEvent) => void): () => void {
    for (const event of this.#events.splice(0)) watcher(event);
    this.#watcher = watcher;
    return () => {
      if (this.#watcher === watcher) this.#watcher = undefined;
    };
  }

  close(): void {
    this.#expected = 'close';
    this.#child?.end();
  }

  #spawn(): void {
    this.#expected = undefined;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    this.#isReady = promise;
    this.#markReady = resolve;
    const { command, env = {}, cwd, ready, opening = [] } = this.#options;
    const values = this.#values.of({});
    const child = new Child(
      { command: command.map((text) => fillIn(text, values)), env: render(env, values), ...(cwd === undefined ? {} : { cwd }) },
      { line: (text) => this.#heard(text), ended: (how) => this.#ended(how) },
    );
    this.#child = child;
    for (const message of opening) child.write(JSON.stringify({ id: this.#nextId(), ...render(message, values) }));
    if (ready === undefined) child.started.then(() => resolve(true));
  }

  /** Whether the child is there and says so in time. */
  async #ready(): Promise<boolean> {
    const timeout = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => timeout.resolve(false), this.#options.timeout * 1000);
    const ready = await Promise.race([this.#isReady, timeout.promise]);
    clearTimeout(timer);
    return ready;
  }

  #heard(text: string): void {
    const { ready, answer } = this.#options;
    if (ready !== undefined && text.includes(ready)) this.#markReady(true);
    const said = jsonIn(text) as { id?: unknown; ok?: unknown; error?: unknown } | null | undefined;
    const ended = this.#waiting.get(String(said?.id));
    if (!ended || typeof said !== 'object' || said === null) return;
    const failed = answer === undefined ? said.ok === false || Boolean(said.error) : !holds(said, answer);
    if (failed) ended({ outcome: 'skipped', note: typeof said.error === 'string' ? said.error : `it answered ${quoted(text)}` });
    else ended(outcomeOf(said));
  }

  #ended(how: string): void {
    this.#child = undefined;
    this.#lastEnd = how;
    this.#markReady(false);
    for (const ended of this.#waiting.values()) ended({ outcome: 'skipped', note: `the child ${how} before it answered` });
    if (this.#expected) return;
    const again = this.#respawned < this.#options.respawns;
    this.#tell(`the child ${how}${again ? ' and is started again' : `; it is not started again (respawns: ${this.#options.respawns})`}`);
    if (!again) return;
    this.#respawned++;
    this.#spawn();
  }

  #tell(text: string): void {
    const event = { carrier: CARRIER, text };
    if (this.#watcher) this.#watcher(event);
    else this.#events.push(event);
  }

  async #restart(): Promise<Ended> {
    const child = this.#child;
    if (child) {
      this.#expected = 'restart';
      child.end();
      await child.gone;
    }
    this.#spawn();
    return (await this.#ready())
      ? { outcome: 'done' }
      : { outcome: 'skipped', note: `the child was not ready within ${this.#options.timeout} s` };
  }

  async #ask(message: object): Promise<Ended> {
    if (!this.#child && this.#lastEnd === '') this.#spawn();
    if (!(await this.#ready()) || !this.#child)
      return { outcome: 'skipped', note: `the child is not there: it ${this.#lastEnd || 'was not ready in time'}` };
    const id = this.#nextId();
    const { promise, resolve } = Promise.withResolvers<Ended>();
    const { timeout } = this.#options;
    const timer = setTimeout(() => resolve({ outcome: 'skipped', note: `the child did not answer within ${timeout} s` }), timeout * 1000);
    this.#waiting.set(id, resolve);
    this.#child.write(JSON.stringify({ id, ...message }));
    const ended = await promise;
    clearTimeout(timer);
    this.#waiting.delete(id);
    return ended;
  }

  #nextId(): string {
    return `ocppspec-${++this.#ids}`;
  }
}
