import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { packageFile } from '../src/package-file.ts';
import { timed } from './measure.ts';

export const OCPPSPEC = packageFile('bin/ocppspec.js');

/** Runs Node with these arguments, in a process of its own. @returns what it printed @throws if it fails */
export async function node(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const printed = await text(child.stdout);
  const code = await exited;
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}:\n${printed}`);
  return printed;
}

/** Milliseconds of wall time from the start of a process to its end. */
export const lifeOf = (...args: string[]): Promise<number> => timed(() => node(...args));
