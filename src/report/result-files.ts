import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CaseResult } from '../scenario/case-result.ts';
import { readCapture } from '../trace/capture.ts';
import type { Entry } from '../trace/entry.ts';
import { problemIn } from './results-schema.ts';
import { type RunHeader, type RunReport, resultKey } from './run-report.ts';

/** Results that cannot be used; the message names the file and what is wrong with it. */
export class UnusableResults extends Error {
  override name = 'UnusableResults';
}

const WRITTEN = ['run.json', 'cases.jsonl', 'results.json', 'junit.xml', 'summary.md'];

/** Makes a directory for results, if there is none. */
export const makeResultDirectory = (directory: string): void => void mkdirSync(join(directory, 'traces'), { recursive: true });

/** Removes what an earlier run left, and nothing else. */
export function removeResults(directory: string): void {
  const traces = exists(join(directory, 'traces')) ? readdirSync(join(directory, 'traces')).filter((name) => name.endsWith('.jsonl')) : [];
  for (const name of [...traces.map((trace) => join('traces', trace)), ...WRITTEN]) rmSync(join(directory, name), { force: true });
}

/** Writes a file so that at every moment either the old or the new one is there as a whole. */
export function replaceFile(path: string, text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

/** What results.json holds. @param path the file, or the directory that it is in. @throws UnusableResults */
export function readReport(path: string): RunReport {
  const file = isDirectory(path) ? join(path, 'results.json') : path;
  return checked('report', parsed(readText(file), file), file) as RunReport;
}

/** The directory of results that are named by it or by their results.json. */
export const resultDirectoryOf = (path: string): string => (isDirectory(path) ? path : dirname(path));

/** What is known of the run whose results are in a directory. @throws UnusableResults */
export function readHeader(directory: string): RunHeader {
  const file = join(directory, 'run.json');
  return checked('header', parsed(readText(file), file), file) as RunHeader;
}

/**
 * The cases that were done, even if the run was killed: what is left of a line that was being written does not count,
 * nor does a result without its trace. The latest result of a case stands. @throws UnusableResults
 */
export function readCases(directory: string): CaseResult[] {
  const file = join(directory, 'cases.jsonl');
  const lines = readText(file, '').split('\n').slice(0, -1);
  const results = lines.map((line, index) => checked('case', parsed(line, `${file}:${index + 1}`), `${file}:${index + 1}`) as CaseResult);
  const latest = new Map(results.map((result) => [resultKey(result), result]));
  return [...latest.values()].filter(({ trace }) => trace === undefined || exists(join(directory, trace)));
}

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

function checked(kind: 'report' | 'case' | 'header', value: unknown, where: string): unknown {
  const problem = problemIn(kind, value);
  if (problem !== undefined) throw new UnusableResults(`${where} is not what ocppspec writes: ${problem}`);
  return value;
}

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnusableResults(`${where} is not JSON: ${(error as Error).message}`);
  }
}

/** @param without what to take if there is no such file */
function readText(path: string, without?: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (missing && without !== undefined) return without;
    throw new UnusableResults(missing ? `${path}: there is no such file` : `${path}: ${(error as Error).message}`);
  }
}

export const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;
const isDirectory = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
