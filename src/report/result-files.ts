import {
  closeSync,
  constants,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { CaseResult } from '../scenario/case-result.ts';
import { readCapture } from '../trace/capture.ts';
import type { Entry } from '../trace/entry.ts';

/** Results that cannot be used; the message names the file and what is wrong with it. */
export class UnusableResults extends Error {
  override name = 'UnusableResults';
}

/** Results that cannot be written down; the message names the directory and why. */
export class UnwritableResults extends Error {
  override name = 'UnwritableResults';
}

const WRITTEN = ['run.json', 'cases.jsonl', 'results.json', 'junit.xml', 'summary.md'];

/** Makes a directory for results, if there is none. */
export const makeResultDirectory = (directory: string): void => void mkdirSync(join(directory, 'traces'), { recursive: true });

/** Removes what an earlier run left, but its traces. */
export function removeReports(directory: string): void {
  for (const name of WRITTEN) rmSync(join(directory, name), { force: true });
}

/** Removes the traces of an earlier run. @param kept the names of those that stay, as results tell them */
export function removeTraces(directory: string, kept: ReadonlySet<string | undefined> = new Set()): void {
  if (!exists(join(directory, 'traces'))) return;
  for (const entry of readdirSync(join(directory, 'traces'), { withFileTypes: true })) {
    const name = `traces/${entry.name}`;
    if (entry.isFile() && name.endsWith('.jsonl') && !kept.has(name)) rmSync(join(directory, name));
  }
}

/**
 * Writes over what a file holds, if there is one. A file system like ext4 takes many times longer to empty a file first, and
 * longer still to make one where many have just been removed.
 */
export function overwriteFile(path: string, text: string): void {
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT, 0o666);
  try {
    writeFileSync(file, text);
    ftruncateSync(file, Buffer.byteLength(text));
  } finally {
    closeSync(file);
  }
}

/** Writes a file so that at every moment either the old or the new one is there as a whole. */
export function replaceFile(path: string, text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

/** The directory of results that are named by it or by their results.json. */
export const resultDirectoryOf = (path: string): string => (isDirectory(path) ? path : dirname(path));

/** The trace of a result. @returns nothing if there is none. @throws UnusableResults */
export function readTrace(directory: string, { trace }: CaseResult): Entry[] {
  if (trace === undefined) return [];
  const file = join(directory, trace);
  try {
    return readCapture(readText(file, ''));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UnusableResults(`${file} is no trace: ${error.message}`);
    throw error;
  }
}

/** @param without what to take if there is no such file */
export function readText(path: string, without?: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (missing && without !== undefined) return without;
    throw new UnusableResults(missing ? `${path}: there is no such file` : `${path}: ${(error as Error).message}`);
  }
}

export const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;
export const isDirectory = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
