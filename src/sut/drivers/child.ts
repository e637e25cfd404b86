import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { LineReader } from './line-reader.ts';

export interface ChildOptions {
  /** The program with its arguments; no shell takes them apart. */
  command: readonly string[];
  /** Beside the environment of ocppspec, without its password. */
  env?: Readonly<Record<string, string>>;
  cwd?: string;
}

export interface ChildWatcher {
  /** A line of its standard output. */
  line(text: string): void;
  /** It is gone, and how: `ended with exit code 1: no such file`. */
  ended(how: string): void;
}

/** How long a child may take to go when it is told to, in milliseconds. */
const GRACE = 2000;
/** How much of what it says at last is kept. */
const LAST_WORDS = 300;

/** A program that runs beside ocppspec, told by lines and telling lines. */
export class Child {
  readonly #process: ChildProcessWithoutNullStreams;
  /** It is there; never settled if it could not be started. */
  readonly started: Promise<void>;
  /** How it ended. */
  readonly gone: Promise<string>;
  #lastWords = '';

  constructor({ command, env = {}, cwd }: ChildOptions, watcher: ChildWatcher) {
    const [program = '', ...args] = command;
    const { OCPPSPEC_PASSWORD: _, ...inherited } = process.env;
    const child = spawn(program, args, { env: { ...inherited, ...env }, stdio: 'pipe', ...(cwd === undefined ? {} : { cwd }) });
    this.#process = child;
    const reader = new LineReader(watcher.line);
    child.stdout.setEncoding('utf8').on('data', (text: string) => reader.read(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#lastWords = (this.#lastWords + text).slice(-LAST_WORDS);
    });
    // Who writes to a child that is about to end hears of it by its end.
    child.stdin.on('error', () => {});
    this.started = new Promise((resolve) => child.once('spawn', () => resolve()));
    this.gone = new Promise((resolve) => {
      child.on('error', (error) => resolve(`could not be started: ${error.message}`));
      child.on('close', (code, signal) =>
        resolve(`${code === null ? `was ended by ${signal}` : `ended with exit code ${code}`}${this.#said}`),
      );
    });
    // Whoever ends ocppspec at once does not mean to leave its children behind.
    const kill = () => void child.kill('SIGKILL');
    process.once('exit', kill);
    this.gone.then((how) => {
      process.off('exit', kill);
      reader.end();
      watcher.ended(how);
    });
  }

  get #said(): string {
    const words = this.#lastWords.trim();
    return words ? `: ${words}` : '';
  }

  write(line: string): void {
    this.#process.stdin.write(`${line}\n`);
  }

  /** Nothing more is said to it. */
  hush(): void {
    this.#process.stdin.end();
  }

  /** Tells it to end, and does not ask again. */
  end(): void {
    this.#process.stdin.end();
    this.#process.kill('SIGTERM');
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), GRACE);
    timer.unref();
    this.gone.then(() => clearTimeout(timer));
  }
}
