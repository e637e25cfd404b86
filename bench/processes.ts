import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { packageFile } from '../src/package-file.ts';
import { timed } from './measure.ts';

const PEAK_MEMORY = new URL('peak-memory.ts', import.meta.url).href;

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

/** The most memory, in MB, that such a process has at any moment. */
export async function peakOf(...args: string[]): Promise<number> {
  const directory = mkdtempSync(join(tmpdir(), 'ocppspec-bench-'));
  process.env.PEAK_MEMORY = join(directory, 'peak');
  try {
    await node('--import', PEAK_MEMORY, ...args);
    return Number(readFileSync(process.env.PEAK_MEMORY, 'utf8')) / 1024;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Milliseconds of wall time from the start of a process to its end. */
export const lifeOf = (...args: string[]): Promise<number> => timed(() => node(...args));
