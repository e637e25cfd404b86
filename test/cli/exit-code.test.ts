import { expect, test } from 'vitest';
import { exitCode } from '../../src/cli/exit-code.ts';
import { type RunReport, summarize } from '../../src/report/run-report.ts';
import type { CaseResult } from '../../src/scenario/case-result.ts';
import type { Verdict } from '../../src/scenario/verdict.ts';

const report = (verdicts: Verdict[], interrupted = false): RunReport => {
  const cases = verdicts.map((verdict, index) => ({ id: `TC_B_0${index}_CS`, role: 'station', verdict }) as CaseResult);
  return { summary: summarize(cases), interrupted, cases } as unknown as RunReport;
};

test.each<[number, Verdict[], boolean?]>([
  [0, ['pass', 'pass']],
  [0, ['pass', 'not applicable']],
  [1, ['pass', 'fail']],
  [1, ['fail', 'error', 'inconclusive']],
  [1, ['fail'], true],
  [2, ['pass', 'error']],
  [2, ['pass', 'inconclusive']],
  [2, ['pass'], true],
  [2, []],
])('exit code %d for %j', (code, verdicts, interrupted) => expect(exitCode(report(verdicts, interrupted))).toBe(code));
