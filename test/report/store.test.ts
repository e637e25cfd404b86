import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ResultStore } from '../../src/report/store.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { frame, type Played, play, played, reportOf, traceOf } from './kit.ts';

const linesOf = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

test('each case is on disk as soon as it is finished', () => {
  const directory = temporaryDirectory();
  const store = new ResultStore(directory);
  const [first, second] = played() as [Played, Played];
  store.finished(first.result, first.trace);
  expect(linesOf(join(directory, 'cases.jsonl'))).toEqual([{ ...first.result, trace: 'traces/TC_B_01_CS.jsonl' }]);
  expect(linesOf(join(directory, 'traces', 'TC_B_01_CS.jsonl'))).toHaveLength(first.trace.length);
  store.finished(second.result, second.trace);
  expect(linesOf(join(directory, 'cases.jsonl')).map(({ id }) => id)).toEqual(['TC_B_01_CS', 'TC_B_02_CS']);
});

test('results.json holds the report', async () => {
  const directory = temporaryDirectory();
  const all = played();
  await play(new ResultStore(directory), all);
  expect(JSON.parse(readFileSync(join(directory, 'results.json'), 'utf8'))).toEqual(reportOf(all.map(({ result }) => result)));
});

test('the examples of a case have traces of their own, and a case without events has none', () => {
  const directory = temporaryDirectory();
  const store = new ResultStore(directory);
  const [{ result }] = played() as [Played];
  const results = [0, 1, 2].map(() => ({ ...result }));
  const [one, two, three] = results as [typeof result, typeof result, typeof result];
  store.finished(one, traceOf(frame('csms', '1')));
  store.finished(two, traceOf(frame('csms', '2')));
  store.finished(three, []);
  expect(results.map(({ trace }) => trace)).toEqual(['traces/TC_B_01_CS.jsonl', 'traces/TC_B_01_CS-2.jsonl', undefined]);
  expect(linesOf(join(directory, 'traces', 'TC_B_01_CS-2.jsonl'))).toMatchObject([{ text: '2' }]);
});

test('a case that cannot be written is told', () => {
  const directory = temporaryDirectory();
  const store = new ResultStore(directory);
  const [{ result, trace }] = played() as [Played];
  mkdirSync(join(directory, 'traces', 'TC_B_01_CS.jsonl'));
  expect(() => store.finished(result, trace)).toThrow(`cannot write results to ${directory}: EISDIR`);
});

test('what an earlier run left is gone in the end, what others left is not', async () => {
  const directory = temporaryDirectory();
  for (const name of ['traces', 'traces/mine.jsonl']) mkdirSync(join(directory, name));
  const reports = ['results.json', 'junit.xml', 'summary.md', 'cases.jsonl'];
  const traces = ['traces/TC_B_01_CS.jsonl', 'traces/TC_B_09_CS.jsonl'];
  for (const name of [...reports, ...traces, 'notes.txt', 'traces/photo.png']) writeFileSync(join(directory, name), 'old'.repeat(10000));
  const store = new ResultStore(directory);
  expect(readdirSync(directory).sort()).toEqual(['notes.txt', 'traces']);
  const [{ result, trace }] = played() as [Played];
  await play(store, [{ result, trace }]);
  expect(readdirSync(directory).sort()).toEqual(['cases.jsonl', 'notes.txt', 'results.json', 'traces']);
  expect(readdirSync(join(directory, 'traces')).sort()).toEqual(['TC_B_01_CS.jsonl', 'mine.jsonl', 'photo.png']);
  expect(linesOf(join(directory, 'traces', 'TC_B_01_CS.jsonl'))).toHaveLength(trace.length);
});
