import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { packageFile } from '../../src/package-file.ts';

export const PASSWORD = 'a-password-of-tests-01';

export interface Ended {
  code: number;
  out: string;
  err: string;
}

/** A directory that is gone when the test is over. */
export function directory(): string {
  const made = mkdtempSync(join(tmpdir(), 'ocppspec-cli-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** `ocppspec` in a process of its own. */
export class Ocppspec {
  readonly #child: ChildProcess;
  readonly #ended: Promise<Ended>;
  readonly #waiting: { pattern: RegExp; resolve: (match: RegExpExecArray) => void; reject: (error: Error) => void }[] = [];
  #out = '';
  #err = '';

  constructor(...args: string[]) {
    this.#child = spawn(process.execPath, [packageFile('bin/ocppspec.js'), ...args], {
      cwd: packageFile('.'),
      env: { ...process.env, OCPPSPEC_PASSWORD: PASSWORD },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout?.on('data', (chunk) => {
      this.#out += chunk;
      this.#look();
    });
    this.#child.stderr?.on('data', (chunk) => {
      this.#err += chunk;
      this.#look();
    });
    this.#ended = new Promise((resolve) => {
      this.#child.on('close', (code) => {
        resolve({ code: code ?? -1, out: this.#out, err: this.#err });
        for (const { pattern, reject } of this.#waiting) reject(new Error(`it ended without ${pattern}: ${this.#out}${this.#err}`));
      });
    });
    onTestFinished(() => void this.#child.kill('SIGKILL'));
  }

  /** Resolves when its output has come to match. */
  says(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ pattern, resolve, reject });
      this.#look();
    });
  }

  stop(signal: 'SIGINT' | 'SIGTERM'): Promise<Ended> {
    this.#child.kill(signal);
    return this.#ended;
  }

  get ended(): Promise<Ended> {
    return this.#ended;
  }

  #look(): void {
    for (const [index, { pattern, resolve }] of [...this.#waiting.entries()].reverse()) {
      const match = pattern.exec(this.#out) ?? pattern.exec(this.#err);
      if (!match) continue;
      this.#waiting.splice(index, 1);
      resolve(match);
    }
  }
}
