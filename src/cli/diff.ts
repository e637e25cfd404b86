import { readReport } from '../report/read-results.ts';
import { UnusableResults } from '../report/result-files.ts';
import type { RunReport } from '../report/run-report.ts';
import { diff } from '../run/diff.ts';
import { EXIT, type ExitCode, type OptionValues, UsageError } from './command.ts';
import { diffText } from './diff-text.ts';

/** Says what is different from one result to another. */
export async function run(options: OptionValues, paths: readonly string[]): Promise<ExitCode> {
  const [a, b, ...more] = paths;
  if (a === undefined || b === undefined || more.length > 0)
    throw new UsageError('diff needs two results, first the earlier one: ocppspec diff before/results.json after/results.json');
  const [earlier, later] = [usable(a), usable(b)];
  if (earlier.strict !== later.strict)
    throw new UsageError(`${earlier.strict ? a : b} counts warnings as violations and ${earlier.strict ? b : a} does not: run both alike`);
  const differences = diff(earlier, later);
  const regressions = differences.filter(({ regression }) => regression).length;
  const sides = { earlier: about(a, earlier), later: about(b, later) };
  process.stdout.write(
    options.json === true
      ? `${JSON.stringify({ format: 1, ...sides, regressions, differences }, null, 2)}\n`
      : diffText(sides, differences),
  );
  return regressions > 0 ? EXIT.doesNot : EXIT.conforms;
}

function usable(path: string): RunReport {
  try {
    return readReport(path);
  } catch (error) {
    if (error instanceof UnusableResults) throw new UsageError(error.message);
    throw error;
  }
}

const about = (path: string, { tool, started, interrupted, cases }: RunReport) => ({
  path,
  version: tool.version,
  started,
  interrupted,
  results: cases.length,
});
