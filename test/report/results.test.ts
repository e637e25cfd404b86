import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunReport } from '../../src/report/run-report.ts';
import type { CaseResult } from '../../src/scenario/case-result.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { runNode } from './child.ts';
import { expectValid, FINDING, invalidIn, played, reportOf } from './kit.ts';

const results = () => played().map(({ result }) => result);
const read = async (...path: string[]) => readFile(join(...path), 'utf8');

test('the schema describes results with every verdict', () => {
  expectValid(reportOf(results()));
  expectValid(reportOf([], { interrupted: true, strict: true }));
});

const FIELDS: (keyof CaseResult)[] = [
  'id',
  'role',
  'useCase',
  'title',
  'file',
  'line',
  'requirements',
  'verdict',
  'findings',
  'checks',
  'duration',
  'timeScale',
  'stimuli',
];

test.each(FIELDS)('the schema asks for %s of a case', (field) => {
  const [{ [field]: _, ...rest }] = results() as [CaseResult];
  expect(invalidIn({ ...reportOf([]), cases: [rest] })).toContain(`/cases/0 must have required property '${field}'`);
});

test.each<[string, Partial<CaseResult>]>([
  ['a field that there is not', { colour: 'red' } as Partial<CaseResult>],
  ['another verdict', { verdict: 'skipped' as 'pass' }],
  ['an error without its reason', { verdict: 'error' }],
  ['a failure without a finding', { verdict: 'fail' }],
  ['a trace somewhere else', { trace: '../secrets.jsonl' }],
  ['time that stands still', { timeScale: 0 }],
  ['a finding without requirement', { findings: [{ ...FINDING, requirement: '' }] }],
  ['a stimulus of unknown outcome', { stimuli: [{ name: 'plug-in', carrier: 'http', outcome: 'perhaps' }] }],
])('the schema does not allow %s', (_, more) => {
  const [first] = results() as [CaseResult];
  expect(invalidIn(reportOf([{ ...first, ...more }]))).not.toEqual([]);
});

test('a run writes results as the schema describes them', async () => {
  const directory = temporaryDirectory();
  const cases = ['TC_B_01_CS', 'TC_B_02_CS', 'OS_R_01_CS'];
  const { code, output } = await runNode([
    'bin/ocppspec.js',
    'run',
    '--sut',
    'station',
    ...cases.flatMap((id) => ['--case', id]),
    '--out',
    directory,
  ]).ended;
  expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining(`results: ${directory}/\n`) });
  const report = JSON.parse(await read(directory, 'results.json')) as RunReport;
  expectValid(report);
  expect([...new Set(report.cases.map(({ id }) => id))].sort()).toEqual(cases.toSorted());
  expect(report).toMatchObject({ interrupted: false, summary: { station: { pass: 3, fail: 0 } } });
  const [boot] = report.cases as [CaseResult];
  expect(boot).toMatchObject({
    useCase: 'B01',
    timeScale: 'virtual',
    stimuli: [{ name: 'power-cycle', carrier: 'embedded', outcome: 'done' }],
    trace: 'traces/TC_B_01_CS.jsonl',
  });
  expect(boot.requirements).toContain('B01.FR.01');
  expect(
    (await read(directory, 'cases.jsonl'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual(report.cases);
});

test('a failing case can be followed from the terminal to the message in its trace', async () => {
  const directory = temporaryDirectory();
  const { output } = await runNode(['test/report/faulty-run.ts', directory, 'no-status-after-boot', 'TC_B_01_CS']).ended;
  const report = JSON.parse(await read(directory, 'results.json')) as RunReport;
  expectValid(report);
  const [{ findings, trace = '', file, line }] = report.cases as [CaseResult];
  const [{ requirement, expected, actual, entries }] = findings as [(typeof findings)[0]];
  const entry = (await read(directory, trace)).split('\n').map((text) => text && JSON.parse(text))[entries[0] ?? -1];
  expect(entry).toMatchObject({ seq: entries[0], kind: 'frame', from: 'station' });
  expect(output).toContain(`    ${requirement}  `);
  expect(output).toContain(`      expected  ${expected}\n      actual    ${actual}`);
  expect(output).toContain(`> #${entry.seq}  `);
  expect(output).toContain(entry.text);
  expect(output).toContain(`    scenario    ${file}:${line}\n`);
  expect(output).toContain(`    trace       out/${trace}\n`);
  for (const name of ['junit.xml', 'summary.md']) expect(await read(directory, name)).toContain(`${file}:${line}`);
});
