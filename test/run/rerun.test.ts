import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CaseResult } from '../../src/scenario/case-result.ts';
import { directoryForFile, temporaryDirectory } from '../kit/temporary-directory.ts';
import { expectValid, FINDING } from '../report/kit.ts';
import { FILTERS, killedAfter, linesIn, ocppspec, read, remains, reportIn } from './kit.ts';

const rerun = (directory: string, ...more: string[]) => ocppspec(['run', ...FILTERS, '--out', directory, '--rerun-failed', ...more]);
const linesOf = (directory: string) => read(directory, 'cases.jsonl').split('\n');

/** Has results say that some cases came to another end than they did. */
function pretend(directory: string, others: Record<number, Partial<CaseResult>>): void {
  const results = linesIn(directory).map((result, index) => ({ ...result, ...others[index] }));
  writeFileSync(join(directory, 'cases.jsonl'), results.map((result) => `${JSON.stringify(result)}\n`).join(''));
  if (existsSync(join(directory, 'results.json')))
    writeFileSync(join(directory, 'results.json'), JSON.stringify({ ...reportIn(directory), cases: results }));
}

describe('--rerun-failed', () => {
  const original = directoryForFile();
  let whole: ReturnType<typeof remains>;
  const notPassed: Record<number, Partial<CaseResult>> = {
    1: { verdict: 'fail', findings: [FINDING] },
    2: { verdict: 'inconclusive', reason: 'nobody was there' },
    7: { verdict: 'error', reason: 'something broke' },
  };

  beforeAll(async () => {
    expect(await ocppspec(['run', ...FILTERS, '--out', original])).toMatchObject({ code: 0 });
    whole = remains(original);
  });

  function failed(): string {
    const directory = temporaryDirectory();
    cpSync(original, directory, { recursive: true });
    pretend(directory, notPassed);
    return directory;
  }

  test('plays what did not pass, and nothing else; the report is complete', async () => {
    const directory = failed();
    const before = linesOf(directory);
    expect(await rerun(directory)).toMatchObject({ code: 0 });
    expectValid(reportIn(directory));
    expect(remains(directory)).toEqual(whole);
    const changed = linesOf(directory).flatMap((line, index) => (line === before[index] ? [] : [index]));
    expect(changed).toEqual(Object.keys(notPassed).map(Number));
  });

  test('that is killed keeps the results that it has not come to', async () => {
    const directory = failed();
    const { cases } = reportIn(directory);
    await ocppspec(['run', ...FILTERS, '--out', directory, '--rerun-failed'], killedAfter(1));
    expect(reportIn(directory).cases).toEqual(cases);
    const verdicts = linesIn(directory).map(({ id, verdict }) => `${id} ${verdict}`);
    expect(verdicts).toEqual([...cases.map(({ id, verdict }) => `${id} ${verdict}`), `${cases[1]?.id} pass`]);
    expect(await rerun(directory)).toMatchObject({ code: 0 });
    expect(remains(directory)).toEqual(whole);
  });

  test('leaves out what an interrupted run did not come to, and says so; with --resume that is played, too', async () => {
    const interrupted = temporaryDirectory();
    await ocppspec(['run', ...FILTERS, '--out', interrupted], killedAfter(4));
    pretend(interrupted, { 1: { verdict: 'fail', findings: [FINDING] } });
    expect(await rerun(interrupted)).toMatchObject({ code: 2, output: expect.stringContaining('interrupted before all cases were run\n') });
    expect(reportIn(interrupted)).toMatchObject({ interrupted: true, cases: [{}, {}, {}, {}].map(() => ({ verdict: 'pass' })) });
    pretend(interrupted, { 1: { verdict: 'fail', findings: [FINDING] } });
    expect(await rerun(interrupted, '--resume')).toMatchObject({ code: 0 });
    expect(remains(interrupted)).toEqual(whole);
  });
});
