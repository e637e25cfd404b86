import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Asked, RunReport } from '../../src/report/run-report.ts';
import { ResultStore } from '../../src/report/store.ts';
import type { CaseResult } from '../../src/scenario/case-result.ts';
import { ocppspec as inProcess } from '../cli/in-process.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { expectValid, play, played } from '../report/kit.ts';
import { FILTERS, ocppspec, read, remains, reportIn } from './kit.ts';

const ASKED: Asked = { target: { kind: 'external', sut: 'csms', address: 'ws://127.0.0.1:1' }, filters: {}, configuration: 'one' };
const shard = (index: number, of: number): Partial<RunReport> => ({ asked: { ...ASKED, shard: { index, of } } });

/** Writes results about some of the cases of the kit. */
async function part(positions: readonly number[], more: Partial<RunReport> = {}): Promise<string> {
  const directory = temporaryDirectory();
  const all = played();
  await play(
    new ResultStore(directory),
    positions.flatMap((position) => all[position] ?? []),
    more,
  );
  return directory;
}

const reason = async (...parts: string[]) => {
  const { exit, err } = await inProcess('merge', ...parts, '--out', temporaryDirectory());
  expect(exit).toBe(3);
  return parts.reduce((text, path, index) => text.replaceAll(path, `part ${index + 1}`), err);
};

test('the shards of a run make up what one run leaves, to the letter of the traces', async () => {
  const [whole, one, two, merged] = [1, 2, 3, 4].map(temporaryDirectory) as [string, string, string, string];
  const runs = await Promise.all([
    ocppspec(['run', ...FILTERS, '--out', whole]),
    ocppspec(['run', ...FILTERS, '--shard', '1/2', '--out', one]),
    ocppspec(['run', ...FILTERS, '--shard', '2/2', '--out', two]),
  ]);
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
  // In any order, named by the directory or by the file.
  const { exit, out, err } = await inProcess('merge', join(two, 'results.json'), one, '--out', merged);
  expect({ exit, out, err }).toEqual({ exit: 0, out: expect.stringContaining(`results: ${merged}/\n`), err: '' });
  expectValid(reportIn(merged));
  const { traces, ...rest } = remains(merged);
  const { traces: expected, ...others } = remains(whole);
  expect(rest).toEqual(others);
  expect(traces).toEqual(expected);
  for (const from of [one, two]) for (const { trace = '' } of reportIn(from).cases) expect(read(merged, trace)).toBe(read(from, trace));
  const parts = [reportIn(one), reportIn(two)];
  expect(reportIn(merged)).toMatchObject({
    started: parts.map(({ started }) => started).sort()[0],
    finished: parts.map(({ finished }) => finished).sort()[1],
  });
  // What was merged can be gone on with as if it were of one run.
  expect(await ocppspec(['run', ...FILTERS, '--out', merged, '--resume'])).toMatchObject({ code: 0 });
});

test('verdicts, proof and exit code are those of the parts', async () => {
  const out = temporaryDirectory();
  const { exit, out: said } = await inProcess(
    'merge',
    await part([0, 1], shard(2, 2)),
    await part([2, 3, 4, 5], shard(1, 2)),
    '--out',
    out,
  );
  expect(exit).toBe(1);
  expect(said).toContain('✗ TC_B_02_CS  A station waits  [fail]');
  expect(said).toContain(`trace       ${out}/traces/TC_B_02_CS.jsonl`);
  expect(reportIn(out)).toMatchObject({ interrupted: false, asked: ASKED, summary: { station: { fail: 1, pass: 1 }, csms: { error: 1 } } });
  expect(read(out, 'junit.xml')).toContain('&quot;Unknown&quot;');
  expect(read(out, 'junit.xml')).toContain('> #2  2.000 s  station → CSMS  [2,"1","BootNotification",{"reason":"Unknown"}]');
  expect(read(out, 'summary.md')).toContain('## TC_B_02_CS: fail');
});

test('shards that are missing are told, and the whole could not be judged', async () => {
  const out = temporaryDirectory();
  const { exit, err } = await inProcess('merge', await part([0], shard(2, 4)), await part([5], shard(3, 4)), '--out', out);
  expect({ exit, err }).toEqual({ exit: 2, err: 'ocppspec: shard 1/4 is missing\nocppspec: shard 4/4 is missing\n' });
  expect(reportIn(out)).toMatchObject({ interrupted: true });
});

test('a part that was interrupted makes the whole interrupted', async () => {
  const out = temporaryDirectory();
  const parts = [await part([0], shard(1, 2)), await part([5], { ...shard(2, 2), interrupted: true })];
  expect(await inProcess('merge', ...parts, '--out', out)).toMatchObject({ exit: 2, err: '' });
  expect(reportIn(out).interrupted).toBe(true);
});

test('jobs that chose their cases by filters can be merged, too', async () => {
  const out = temporaryDirectory();
  const block = (name: string): Partial<RunReport> => ({ asked: { ...ASKED, filters: { block: [name] } } });
  expect(await inProcess('merge', await part([0], block('A')), await part([5], block('B')), '--out', out)).toMatchObject({ exit: 0 });
  expect(reportIn(out).asked).toBeUndefined();
  expectValid(reportIn(out));
});

test('a trace that did not come along is not named any more', async () => {
  const directory = await part([1]);
  rmSync(join(directory, 'traces'), { recursive: true });
  const out = temporaryDirectory();
  expect(await inProcess('merge', directory, '--out', out)).toMatchObject({ exit: 1 });
  expect(reportIn(out).cases[0]).toMatchObject({ id: 'TC_B_02_CS', verdict: 'fail' });
  expect(reportIn(out).cases[0]?.trace).toBeUndefined();
});

describe('what does not belong together is refused:', () => {
  test.each<[string, Partial<RunReport>, Partial<RunReport>]>([
    ['version of ocppspec', { tool: { name: 'ocppspec', version: '1.2.4' } }, {}],
    ['--strict', { strict: true }, {}],
    ['kind of system under test', { asked: ASKED }, { asked: { ...ASKED, target: { kind: 'built-in', sut: 'csms' } } }],
    ['kind of system under test', { asked: ASKED }, { asked: { ...ASKED, target: { kind: 'external', sut: 'station' } } }],
    ['configuration', { asked: ASKED }, { asked: { ...ASKED, configuration: 'two' } }],
    ['number of shards', shard(1, 2), shard(2, 3)],
    ['number of shards', shard(1, 2), { asked: ASKED }],
    ['choice of cases for its shards', shard(1, 2), { asked: { ...ASKED, filters: { block: ['B'] }, shard: { index: 2, of: 2 } } }],
  ])('another %s', async (what, one, other) => {
    expect(await reason(await part([0], one), await part([5], other))).toBe(
      `ocppspec: part 1 and part 2 are not of one run: the ${what} is not the same\n`,
    );
  });

  test('addresses may differ', async () => {
    const other = { asked: { ...ASKED, target: { ...ASKED.target, address: 'ws://127.0.0.1:2' } } };
    const parts = [await part([0], { asked: ASKED }), await part([5], other)];
    expect(await inProcess('merge', ...parts, '--out', temporaryDirectory())).toMatchObject({ exit: 0, err: '' });
  });

  test('the same case twice', async () => {
    expect(await reason(await part([0, 5]), await part([1, 5]))).toBe('ocppspec: part 1 and part 2 overlap: both have TC_B_06_CSMS\n');
  });

  test('results that are not there, or are none', async () => {
    const empty = temporaryDirectory();
    expect(await reason(empty)).toBe('ocppspec: part 1/results.json: there is no such file\n');
    writeFileSync(join(empty, 'results.json'), '{"format": 1');
    expect(await reason(empty)).toMatch(/^ocppspec: part 1\/results.json is not JSON: /);
    writeFileSync(join(empty, 'results.json'), '{"format": 2}');
    expect(await reason(empty)).toMatch(/^ocppspec: part 1\/results.json is not what ocppspec writes: /);
    expect(await reason()).toBe('ocppspec: merge needs the directories with the results of the shards\n');
  });

  test('a trace outside of the results', async () => {
    const directory = await part([0]);
    const report = reportIn(directory);
    const cases = report.cases.map((result): CaseResult => ({ ...result, trace: '../secret.jsonl' }));
    writeFileSync(join(directory, 'results.json'), JSON.stringify({ ...report, cases }));
    expect(await reason(directory)).toContain('/cases/0/trace must match pattern');
  });

  test('an output that is one of the parts, by whatever name', async () => {
    const directory = await part([0]);
    mkdirSync(join(directory, 'more'));
    const before = readFileSync(join(directory, 'results.json'));
    const again = join(directory, 'more', '..');
    expect(await inProcess('merge', directory, '--out', again)).toMatchObject({
      exit: 3,
      err: `ocppspec: --out ${again} is one of the results to merge, which would be lost\n`,
    });
    expect(readFileSync(join(directory, 'results.json'))).toEqual(before);
  });
});

test('fields that a later version adds are passed over', async () => {
  const directory = await part([0]);
  writeFileSync(join(directory, 'results.json'), JSON.stringify({ ...reportIn(directory), colour: 'red' }));
  const out = temporaryDirectory();
  expect(await inProcess('merge', directory, '--out', out)).toMatchObject({ exit: 0 });
  expect(existsSync(join(out, 'results.json'))).toBe(true);
  expect(reportIn(out)).not.toHaveProperty('colour');
});
