import { join } from 'node:path';
import type { CaseResult } from '../scenario/case-result.ts';
import { exists, isDirectory, readText, UnusableResults } from './result-files.ts';
import { problemIn } from './results-schema.ts';
import { type RunHeader, type RunReport, resultKey } from './run-report.ts';

/** What results.json holds. @param path the file, or the directory that it is in. @throws UnusableResults */
export function readReport(path: string): RunReport {
  const file = isDirectory(path) ? join(path, 'results.json') : path;
  return checked('report', parsed(readText(file), file), file) as RunReport;
}

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
