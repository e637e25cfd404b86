import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Carried, Occasion } from '../../scenario/driver.ts';
import { OBSERVATIONS, STIMULI, type StimulusName, type StimulusParameters } from '../../stimuli/stimuli.ts';
import type { Clock } from '../../time/clock.ts';
import type { LastingDriver } from './lasting.ts';
import { fillIn } from './template.ts';

export interface PromptOptions {
  input: Readable;
  output: Writable;
  clock: Clock;
  /** Seconds after which nobody is taken to be there. */
  patience: number;
}

/** Asks a person to do what a scenario needs, and whether they see what it expects. */
export class PromptDriver implements LastingDriver {
  readonly #options: PromptOptions;
  readonly #lines: Interface;
  readonly #answers: string[] = [];
  #waiting: ((answer: string) => void) | undefined;
  #gone = false;

  constructor(options: PromptOptions) {
    this.#options = options;
    this.#lines = createInterface({ input: options.input });
    this.#lines.on('line', (line) => {
      if (this.#waiting) this.#waiting(line);
      else this.#answers.push(line);
    });
    this.#lines.on('close', () => {
      this.#gone = true;
      this.#waiting?.('s nobody is at the terminal');
    });
  }

  async stimulate(name: StimulusName, parameters: StimulusParameters, occasion?: Occasion): Promise<Carried> {
    const question = OBSERVATIONS.has(name);
    const hint = question ? 'y + Enter if so, n + Enter if not, s to skip' : 'Enter when done, s to skip, a note may follow';
    const instruction = fillIn(STIMULI[name].instruction, (parameter) => parameters[parameter]);
    const reason = occasion ? `  ${occasion.case}\n  ${occasion.why}\n` : '';
    this.#options.output.write(`\n${reason}  → ${instruction}\n    [${hint}] `);
    const answer = await this.#answer();
    if (answer === undefined) return { outcome: 'skipped', carrier: 'prompt', note: `nobody answered within ${this.#options.patience} s` };
    const [, letter = '', note = ''] = /^\s*([a-z]?)\b\s*(.*?)\s*$/i.exec(answer) ?? [];
    const outcome = letter.toLowerCase() === 's' ? 'skipped' : question && letter.toLowerCase() !== 'y' ? 'denied' : 'done';
    return { outcome, carrier: 'prompt', ...(note ? { note } : {}) };
  }

  close(): void {
    this.#lines.close();
  }

  #answer(): Promise<string | undefined> {
    const early = this.#answers.shift();
    if (early !== undefined) return Promise.resolve(early);
    if (this.#gone) return Promise.resolve('s nobody is at the terminal');
    return new Promise((resolve) => {
      const answered = (answer: string | undefined) => {
        timer.cancel();
        this.#waiting = undefined;
        resolve(answer);
      };
      const timer = this.#options.clock.after(this.#options.patience * 1000, () => answered(undefined));
      this.#waiting = answered;
    });
  }
}
