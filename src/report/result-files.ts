import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CaseResult } from '../scenario/case-result.ts';
import { readCapture } from '../trace/capture.ts';
import type { Entry } from '../trace/entry.ts';

/** Results that cannot be used; the message names the file and what is wrong with it. */
export class UnusableResults extends Error {
  override name = 'UnusableResults';
}

const WRITTEN = ['run.json', 'cases.jsonl', 'results.json', 'junit.xml', 'summary.md'];

/** Makes a directory for results, if there is none. */
export const makeResultDirectory = (directory: string): void => void mkdirSync(join(directory, 'traces'), { recursive: true });

/** Removes what an earlier run left, and nothing else. @returns what resolves when the traces are gone, of which there may be many */
export function removeResults(directory: string): Promise<void> {
  for (const name of WRITTEN) rmSync(join(directory, name), { force: true });
  return removeTraces(directory);
}

async function removeTraces(directory: string): Promise<void> {
  const traces = exists(join(directory, 'traces')) ? readdirSync(join(directory, 'traces')).filter((name) => name.endsWith('.jsonl')) : [];
  // One at a time, since what else is read from the disk has to wait for them.
  for (const trace of traces) await unlink(join(directory, 'traces', trace));
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
