import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';

const MISSING = 'the program openssl is needed to check against; on Debian: apt-get install openssl';

const explained = (error: NodeJS.ErrnoException): Error => (error.code === 'ENOENT' ? new Error(MISSING, { cause: error }) : error);

/** Runs Debian's openssl, which knows nothing of our code. @throws an Error with what it said if it fails */
export function openssl(args: readonly string[], input?: string): string {
  try {
    return execFileSync('openssl', args, { encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'], ...(input === undefined ? {} : { input }) });
  } catch (error) {
    throw explained(error as NodeJS.ErrnoException);
  }
}

/** An openssl that talks to somebody. It may say nothing for as long as it likes, so a test waits for what it has to say. */
export class Talker {
  /** All that it has said, in both of its outputs. */
  said = '';
  readonly #child: ChildProcess;
  readonly #ended: Promise<string>;
  #heard: () => void = () => {};

  constructor(...args: string[]) {
    this.#child = spawn('openssl', args, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child.stdin?.on('error', () => {});
    for (const output of [this.#child.stdout, this.#child.stderr])
      output?.on('data', (bytes: Buffer) => {
        this.said += bytes.toString('latin1');
        this.#heard();
      });
    this.#ended = new Promise((resolve, reject) => {
      this.#child.once('error', (error) => reject(explained(error)));
      this.#child.once('close', () => {
        resolve(this.said);
        this.#heard();
      });
    });
    this.#ended.catch(() => this.#heard());
    onTestFinished(() => void this.#child.kill());
  }

  write(text: string): void {
    this.#child.stdin?.write(text);
  }

  /** Its input comes to an end, at which it goes away. */
  end(): void {
    this.#child.stdin?.end();
  }

  /** Resolves with all that it has said when it has ended. */
  ended(): Promise<string> {
    return this.#ended;
  }

  /** Resolves with what a pattern finds as soon as it has been said. @throws an Error if it ends without having said that */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    let over = false;
    const ended = this.#ended.then(() => {
      over = true;
    });
    for (;;) {
      const found = pattern.exec(this.said);
      if (found) return found;
      if (over) throw new Error(`openssl has not said ${pattern}, but ${JSON.stringify(this.said)}`);
      await Promise.race([
        ended,
        new Promise<void>((resolve) => {
          this.#heard = resolve;
        }),
      ]);
    }
  }
}

/** The alert that openssl has received, by its number. */
export const alertIn = (said: string): number | undefined => {
  const [, number] = /SSL alert number (\d+)/.exec(said) ?? [];
  return number === undefined ? undefined : Number(number);
};
