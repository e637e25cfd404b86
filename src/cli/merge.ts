import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConsoleReport } from '../report/console.ts';
import { readReport } from '../report/read-results.ts';
import { readTrace, resultDirectoryOf, UnusableResults } from '../report/result-files.ts';
import type { RunListener } from '../report/run-report.ts';
import { ResultStore } from '../report/store.ts';
import { WholeReports } from '../report/whole-reports.ts';
import { MergeError, merge, type Part } from '../run/merge.ts';
import { type ExitCode, type OptionValues, UsageError } from './command.ts';
import { exitCode } from './exit-code.ts';

/** Puts the results of shards together, and writes the reports that a single run would have written. */
export async function run(options: OptionValues, paths: readonly string[]): Promise<ExitCode> {
  const out = String(options.out ?? 'reports/latest');
  const { parts, merged } = usable(() => {
    const [first, ...others] = paths.map((path): Part => ({ path, report: readReport(path) }));
    if (!first) throw new UsageError('merge needs the directories with the results of the shards');
    const parts = [first, ...others] as const;
    return { parts, merged: merge(parts) };
  });
  for (const { path } of parts)
    if (isSame(resultDirectoryOf(path), out)) throw new UsageError(`--out ${out} is one of the results to merge, which would be lost`);
  const { report, missing } = merged;
  const from = new Map(parts.flatMap(({ path, report }) => report.cases.map((result) => [result, resultDirectoryOf(path)] as const)));
  const { finished: _, interrupted, summary, warnings, cases, ...header } = report;
  const store = new ResultStore(out);
  store.begin(header);
  const listeners: RunListener[] = [
    store,
    new WholeReports({ write: (name, text) => store.write(name, text), traceOf: (result) => readTrace(out, result) }),
    new ConsoleReport({ write: (text) => void process.stdout.write(text), live: false, directory: out }),
  ];
  for (const result of cases) {
    const entries = readTrace(from.get(result) ?? '', result);
    // The store says where the trace is now, if there still is one.
    delete result.trace;
    for (const listener of listeners) listener.finished?.(result, entries);
  }
  for (const listener of listeners) await listener.ended?.(report);
  for (const { index, of } of missing) process.stderr.write(`ocppspec: shard ${index}/${of} is missing\n`);
  process.stdout.write(`results: ${out}/\n`);
  return exitCode(report);
}

function usable<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnusableResults || error instanceof MergeError) throw new UsageError(error.message);
    throw error;
  }
}

function isSame(directory: string, other: string): boolean {
  const real = (path: string) => {
    try {
      return realpathSync(path);
    } catch {
      return resolve(path);
    }
  };
  return real(directory) === real(other);
}
