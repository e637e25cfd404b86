import type { Carried } from '../../scenario/driver.ts';
import type { StimulusName, StimulusParameters } from '../../stimuli/stimuli.ts';
import { jsonIn, outcomeOf, quoted } from './answer.ts';
import { Child } from './child.ts';
import type { LastingDriver } from './lasting.ts';
import { fillIn, render, type Values } from './template.ts';
import { type Lookup, TemplateValues } from './values.ts';

/** One program that carries out a stimulus; `{name}` stands for a parameter in every text. */
export interface ExecStimulus {
  /** The program with its arguments. */
  command: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Seconds it may take. */
  timeout?: number;
}

export interface ExecOptions {
  /** Carries out all stimuli that have no program of their own, and says which it cannot. */
  command?: readonly string[];
  stimuli?: Partial<Record<StimulusName, ExecStimulus>>;
  /** Environment of all programs. */
  env?: Readonly<Record<string, string>>;
  cwd?: string;
  lookups?: Readonly<Record<string, Lookup>>;
  /** The programs say what the system under test is to send. */
  dictates?: boolean;
  identity?: string;
  /** Seconds that a program may take. */
  timeout: number;
}

/** Carries out each stimulus by a program of its own. Its exit code says how it went, or the JSON in its last line. */
export class ExecDriver implements LastingDriver {
  readonly #options: ExecOptions;
  readonly #values: TemplateValues;
  readonly #running = new Set<Child>();

  constructor(options: ExecOptions) {
    this.#options = options;
    this.#values = new TemplateValues({ identity: '', ...options });
  }

  async stimulate(name: StimulusName, parameters: StimulusParameters): Promise<Carried> {
    const carrier = 'exec';
    const { command, stimuli, dictates } = this.#options;
    const stimulus = stimuli?.[name] ?? (command && { command });
    if (!stimulus) return { outcome: 'unsupported', carrier };
    const missing = this.#values.missing(parameters, stimulus);
    if (missing !== undefined) return { outcome: 'unsupported', carrier, note: missing };
    const env = { OCPPSPEC_STIMULUS: name, OCPPSPEC_PARAMETERS: JSON.stringify(parameters) };
    const carried = await this.#execute(stimulus, env, this.#values.of(parameters));
    this.#values.done(name, parameters);
    return { ...carried, carrier, ...(dictates && carried.outcome === 'done' ? { dictated: true } : {}) };
  }

  close(): void {
    for (const child of this.#running) child.end();
  }

  async #execute(stimulus: ExecStimulus, own: Record<string, string>, values: Values): Promise<Omit<Carried, 'carrier'>> {
    const { env, cwd, timeout } = this.#options;
    const command = stimulus.command.map((text) => fillIn(text, values));
    const seconds = stimulus.timeout ?? timeout;
    let last = '';
    const child = new Child(
      { command, env: { ...render({ ...env, ...stimulus.env }, values), ...own }, ...(cwd === undefined ? {} : { cwd }) },
      { line: (text) => (last = text.trim() || last), ended: () => {} },
    );
    this.#running.add(child);
    child.hush();
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.end();
    }, seconds * 1000);
    const how = await child.gone;
    clearTimeout(timer);
    this.#running.delete(child);
    if (late) return { outcome: 'skipped', note: `${command[0]} was not done within ${seconds} s` };
    if (!how.startsWith('ended with exit code 0')) return { outcome: 'skipped', note: quoted(`${command[0]} ${how}`) };
    return outcomeOf(jsonIn(last));
  }
}
