import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunReport } from '../../src/report/run-report.ts';
import type { CaseResult } from '../../src/scenario/case-result.ts';
import { type Ended, runNode } from '../report/child.ts';

/** A few cases of each role, one of them with examples. */
export const CASES = ['TC_B_01_CS', 'TC_B_02_CS', 'TC_A_05_CS', 'TC_B_01_CSMS', 'TC_B_02_CSMS', 'TC_B_06_CSMS'];
export const FILTERS = CASES.flatMap((id) => ['--case', id]);

/** `ocppspec` in a process of its own. @param before options of Node */
export const ocppspec = (args: readonly string[], before: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  runNode([...before, 'bin/ocppspec.js', ...args], env).ended;

/** A module that does something to the process when so many cases are on disk. @param code has `fs`, `file`, `line` and `append` */
export const atCase = (count: number, code: string): string[] => [
  '--import',
  `data:text/javascript,${encodeURIComponent(`
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const append = fs.appendFileSync;
    let cases = 0;
    fs.appendFileSync = (file, line) => { if (++cases === ${count}) { ${code} } else append(file, line); };
    syncBuiltinESMExports();`)}`,
];

/** What no handler can see coming, right after so many cases. */
export const killedAfter = (count: number): string[] => atCase(count, `append(file, line); process.kill(process.pid, 'SIGKILL');`);

/** As if the machine had gone down while a result was being written. */
export const cutAt = (count: number): string[] =>
  atCase(count, `append(file, line.slice(0, line.length / 2)); process.kill(process.pid, 'SIGKILL');`);

export const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');
export const reportIn = (directory: string): RunReport => JSON.parse(read(directory, 'results.json'));
export const linesIn = (directory: string): CaseResult[] =>
  read(directory, 'cases.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Everything that a run leaves, without what differs from run to run: times, and what simulators make up. */
export function remains(directory: string) {
  const { started, finished, ...report } = reportIn(directory);
  return {
    report: { ...report, cases: report.cases.map(timeless) },
    lines: linesIn(directory).map(timeless),
    junit: read(directory, 'junit.xml').replaceAll(/ time="[^"]*"/g, ''),
    summary: read(directory, 'summary.md').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, ''),
    files: readdirSync(directory).toSorted(),
    traces: readdirSync(join(directory, 'traces'))
      .toSorted()
      .map((name) => [name, ...read(directory, 'traces', name).matchAll(/"kind":"step".*"text":"([^"]*)"/g)].map(String)),
  };
}

const timeless = ({ duration, ...result }: CaseResult) => ({ ...result, wall: typeof duration.wall });
