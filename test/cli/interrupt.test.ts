import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { RunReport } from '../../src/report/run-report.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { runNode } from '../report/child.ts';
import { expectValid } from '../report/kit.ts';
import { elementsOf } from '../report/xml.ts';
import { fallingSilent } from './falling-silent.ts';

/** Sends a signal to a run while its second case is being played. */
async function stopped(directory: string, signal: NodeJS.Signals) {
  const url = await fallingSilent(() => child.kill(signal));
  const cases = ['--case', 'TC_B_01_CSMS', '--case', 'TC_B_06_CSMS'];
  const { child, ended } = runNode(['bin/ocppspec.js', 'run', '--url', url, ...cases, '--out', directory], {
    OCPPSPEC_PASSWORD: 'a-password-for-the-test',
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return ended;
}

const read = (...path: string[]) => readFileSync(join(...path), 'utf8');
const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test.each(['SIGINT', 'SIGTERM'] as const)('after %s all reports are there, about the cases that were done', async (signal) => {
  const directory = temporaryDirectory();
  const { code, output } = await stopped(directory, signal);
  expect({ code, output }).toMatchObject({ code: 2, output: expect.stringContaining('interrupted before all cases were run\n') });
  const report = JSON.parse(read(directory, 'results.json')) as RunReport;
  expectValid(report);
  expect(report).toMatchObject({ interrupted: true, summary: { csms: { pass: 1 } }, cases: [{ id: 'TC_B_01_CSMS', verdict: 'pass' }] });
  expect(report.cases).toHaveLength(1);
  const tests = elementsOf(read(directory, 'junit.xml')).filter(({ name }) => name === 'testcase');
  expect(tests.map(({ attributes }) => attributes.name)).toEqual([expect.stringMatching(/^TC_B_01_CSMS /)]);
  expect(read(directory, 'summary.md')).toContain('The run was interrupted: not all cases were run.');
});

test('what was done is there even if the process is killed', async () => {
  const directory = temporaryDirectory();
  expect(await stopped(directory, 'SIGKILL')).toMatchObject({ code: null, signal: 'SIGKILL' });
  const [result, ...more] = linesOf(read(directory, 'cases.jsonl'));
  expect(result).toMatchObject({ id: 'TC_B_01_CSMS', verdict: 'pass', trace: 'traces/TC_B_01_CSMS.jsonl' });
  expect(more).toEqual([]);
  const kinds = linesOf(read(directory, result.trace)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'connected')).toHaveLength(1);
  expect(existsSync(join(directory, 'results.json'))).toBe(false);
});
