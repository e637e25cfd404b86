import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RunReport } from '../../src/report/run-report.ts';
import { diff } from '../../src/run/diff.ts';
import type { CaseResult } from '../../src/scenario/case-result.ts';
import type { Verdict } from '../../src/scenario/verdict.ts';
import { ocppspec } from '../cli/in-process.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { FINDING, type Played, played, reportOf, WARNING } from '../report/kit.ts';

const [{ result: PASSED }] = played() as [Played];

/** What a case may come to, as far as a result has to say it. */
const come = (verdict: Verdict, more: Partial<CaseResult> = {}): CaseResult => ({
  ...PASSED,
  verdict,
  ...(verdict === 'pass' || verdict === 'fail' ? {} : { reason: 'it did' }),
  findings: verdict === 'fail' ? [FINDING] : [],
  ...more,
});
const compare = (before: CaseResult[], after: CaseResult[]) => diff(reportOf(before), reportOf(after));

describe('a verdict that changes', () => {
  test.each<[Verdict | 'none', Verdict | 'none', string, boolean]>([
    ['pass', 'fail', 'newly failing', true],
    ['inconclusive', 'fail', 'newly failing', true],
    ['not applicable', 'fail', 'newly failing', true],
    ['error', 'fail', 'newly failing', true],
    ['none', 'fail', 'newly failing', true],
    ['pass', 'inconclusive', 'no longer judged', true],
    ['pass', 'error', 'no longer judged', true],
    ['fail', 'inconclusive', 'no longer judged', false],
    ['fail', 'error', 'no longer judged', false],
    ['pass', 'none', 'removed', true],
    ['fail', 'none', 'removed', false],
    ['not applicable', 'none', 'removed', false],
    ['fail', 'pass', 'newly passing', false],
    ['inconclusive', 'pass', 'newly passing', false],
    ['pass', 'not applicable', 'verdict changed', false],
    ['inconclusive', 'error', 'verdict changed', false],
    ['not applicable', 'inconclusive', 'verdict changed', false],
    ['none', 'pass', 'added', false],
    ['none', 'inconclusive', 'added', false],
  ])('from %s to %s is %s', (before, after, change, regression) => {
    const [one, ...more] = compare(before === 'none' ? [] : [come(before)], after === 'none' ? [] : [come(after)]);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ id: PASSED.id, change, regression });
    expect([one?.before ?? 'none', one?.after ?? 'none']).toEqual([before, after]);
  });

  test.each<Verdict>(['pass', 'fail', 'inconclusive', 'not applicable', 'error'])('from %s to the same is no difference', (verdict) => {
    expect(compare([come(verdict)], [come(verdict)])).toEqual([]);
  });
});

describe('a finding', () => {
  const failing = (...findings: (typeof FINDING)[]) => [come('fail', { findings })];
  const other = { ...FINDING, code: 'message-missing' as const };

  test('is the same whatever was sent when', () => {
    const again = { ...FINDING, actual: 'it is "Other"', expected: 'another', entries: [7, 9] };
    expect(compare(failing(FINDING), failing(again, again))).toEqual([]);
  });

  test.each([
    ['code', { code: 'message-missing' as const }],
    ['requirement', { requirement: 'B01.FR.02' }],
    ['pointer', { pointer: '/interval' }],
  ])('with another %s is another one', (_, change) => {
    const [one] = compare(failing(FINDING), failing({ ...FINDING, ...change }));
    expect(one).toMatchObject({ change: 'findings changed', regression: true, before: 'fail', after: 'fail' });
    expect(one?.appeared).toEqual([expect.objectContaining(change)]);
    expect(one?.gone).toEqual([{ requirement: FINDING.requirement, code: FINDING.code, severity: 'violation', pointer: '/reason' }]);
  });

  test('that is gone is no regression, one that appears is', () => {
    expect(compare(failing(FINDING, other), failing(FINDING))).toMatchObject([{ change: 'findings changed', regression: false }]);
    expect(compare(failing(FINDING), failing(FINDING, other))).toMatchObject([{ change: 'findings changed', regression: true }]);
  });

  test('that is a warning is no regression, unless it becomes a violation', () => {
    const warned = [come('pass', { findings: [WARNING] })];
    expect(compare([come('pass')], warned)).toMatchObject([{ change: 'findings changed', regression: false, appeared: [{}] }]);
    expect(compare(failing(FINDING, WARNING), failing(FINDING, { ...WARNING, severity: 'violation' }))).toMatchObject([
      { change: 'findings changed', regression: true },
    ]);
  });
});

test('examples and scenarios of one case are told apart', () => {
  const rows = (...verdicts: Verdict[]) => verdicts.map((verdict, index) => come(verdict, { example: `row ${index}` }));
  expect(compare(rows('pass', 'pass'), rows('pass', 'fail'))).toMatchObject([{ example: 'row 1', change: 'newly failing' }]);
  expect(compare([come('pass'), come('pass')], [come('pass'), come('fail')])).toMatchObject([{ change: 'newly failing' }]);
});

test('lines of features may move', () => {
  expect(compare([come('pass')], [come('pass', { file: 'features/elsewhere.feature', line: 99, title: 'Another title' })])).toEqual([]);
});

describe('ocppspec diff', () => {
  /** The paths of two results, the first by its directory and the second by its file. */
  function written(before: Partial<RunReport>, after: Partial<RunReport>): [string, string] {
    const directories = [before, after].map((more) => {
      const directory = temporaryDirectory();
      writeFileSync(join(directory, 'results.json'), JSON.stringify(reportOf(more.cases ?? [], more)));
      return directory;
    }) as [string, string];
    return [directories[0], join(directories[1], 'results.json')];
  }
  const second = (verdict: Verdict) => come(verdict, { id: 'TC_B_02_CS', title: 'A station waits' });

  test('tells regressions first, and fails', async () => {
    const [a, b] = written(
      { cases: [come('pass'), second('fail')] },
      { cases: [come('fail'), second('pass')], interrupted: true, started: '2026-03-02T12:00:00.000Z' },
    );
    const { exit, out, err } = await ocppspec('diff', a, b);
    expect({ exit, err }).toEqual({ exit: 1, err: '' });
    expect(out.replace(a, 'A').replace(b, 'B')).toMatchInlineSnapshot(`
      "- A  ocppspec 1.2.3, 2026-03-01T12:00:00.000Z, 2 results
      + B  ocppspec 1.2.3, 2026-03-02T12:00:00.000Z, 2 results, interrupted

      newly failing:
        ! TC_B_01_CS  A station boots  [pass → fail]
            + B01.FR.01  message-content  at /reason

      newly passing:
          TC_B_02_CS  A station waits  [fail → pass]
            - B01.FR.01  message-content  at /reason

      1 regression
      "
    `);
  });

  test('finds no regression', async () => {
    const [a, b] = written({ cases: [second('fail')] }, { cases: [second('pass')] });
    expect(await ocppspec('diff', a, b)).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/newly passing:\n[\s\S]*\nno regression\n$/),
    });
    expect(await ocppspec('diff', b, b)).toMatchObject({ exit: 0, out: expect.stringMatching(/\n\nno difference\n$/) });
  });

  test('as JSON', async () => {
    const [a, b] = written({ cases: [come('pass')] }, { cases: [come('fail')] });
    const { exit, out } = await ocppspec('diff', '--json', a, b);
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toEqual({
      format: 1,
      earlier: { path: a, version: '1.2.3', started: '2026-03-01T12:00:00.000Z', interrupted: false, results: 1 },
      later: { path: b, version: '1.2.3', started: '2026-03-01T12:00:00.000Z', interrupted: false, results: 1 },
      regressions: 1,
      differences: [
        {
          id: 'TC_B_01_CS',
          role: 'station',
          title: 'A station boots',
          change: 'newly failing',
          regression: true,
          before: 'pass',
          after: 'fail',
          appeared: [{ requirement: 'B01.FR.01', code: 'message-content', severity: 'violation', pointer: '/reason' }],
          gone: [],
        },
      ],
    });
  });

  test('what cannot be compared is wrong usage', async () => {
    const [a, b] = written({ cases: [] }, { cases: [], strict: true });
    const usage = 'ocppspec: diff needs two results, first the earlier one: ocppspec diff before/results.json after/results.json\n';
    expect(await ocppspec('diff', a)).toMatchObject({ exit: 3, out: '', err: usage });
    expect(await ocppspec('diff', a, b, b)).toMatchObject({ exit: 3, out: '', err: usage });
    expect(await ocppspec('diff', a, b)).toMatchObject({
      exit: 3,
      err: `ocppspec: ${b} counts warnings as violations and ${a} does not: run both alike\n`,
    });
    const nowhere = join(a, 'nowhere.json');
    expect(await ocppspec('diff', a, nowhere)).toMatchObject({ exit: 3, err: `ocppspec: ${nowhere}: there is no such file\n` });
    writeFileSync(nowhere, '[]');
    expect(await ocppspec('diff', nowhere, a)).toMatchObject({
      exit: 3,
      err: `ocppspec: ${nowhere} is not what ocppspec writes: it must be object\n`,
    });
  });
});
