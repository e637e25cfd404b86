import type { RunReport } from '../report/run-report.ts';
import { EXIT, type ExitCode } from './command.ts';

/** What scripts learn from a run: a violation outweighs what could not be judged. */
export function exitCode({ summary, interrupted, cases }: RunReport): ExitCode {
  const total = (verdict: 'fail' | 'error' | 'inconclusive') => Object.values(summary).reduce((sum, counts) => sum + counts[verdict], 0);
  if (total('fail') > 0) return EXIT.doesNot;
  if (total('error') + total('inconclusive') > 0 || interrupted || cases.length === 0) return EXIT.couldNotJudge;
  return EXIT.conforms;
}
