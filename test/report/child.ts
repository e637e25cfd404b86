import { type ChildProcess, spawn } from 'node:child_process';
import { packageFile } from '../../src/package-file.ts';

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** What it wrote to the terminal. */
  output: string;
}

/** Runs Node in a process of its own, since Cucumber can load the steps only there. */
export function runNode(args: readonly string[], env: NodeJS.ProcessEnv = {}): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, args, {
    cwd: packageFile('.'),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => parts.push(text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, output: parts.join('') }));
  });
  return { child, ended };
}
