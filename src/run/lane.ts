import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { packageFile } from '../package-file.ts';

/** One of several runs side by side, in a process of its own: Cucumber goes through the scenarios of one run at a time. */
export class Lane {
  readonly #child: ChildProcess;
  /** Its exit code, once all it had to say has been said; undefined if it was killed. */
  readonly ended: Promise<number | undefined>;

  /**
   * @param args of `ocppspec`
   * @param hear is told every line that it writes
   */
  constructor(args: readonly string[], hear: (stream: 'stdout' | 'stderr', line: string) => void) {
    this.#child = spawn(process.execPath, [packageFile('bin/ocppspec.js'), ...args], {
      // Nobody can answer questions of several runs at one terminal. By the channel a lane notices that we are gone.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A terminal would interrupt all processes of a group, and then each lane again through us, which ends it at once.
      detached: process.platform !== 'win32',
    });
    for (const name of ['stdout', 'stderr'] as const)
      createInterface({ input: this.#child[name] as Readable }).on('line', (line) => hear(name, line));
    this.ended = new Promise((resolve, reject) => {
      this.#child.once('error', reject);
      this.#child.once('close', (code) => resolve(code ?? undefined));
    });
  }

  /** Ends it, with reports about what was done; the second time at once. */
  interrupt(): void {
    this.#child.kill('SIGTERM');
  }
}
