import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

test('each case is on disk before the next one is finished', async () => {
  const directory = temporaryDirectory();
  const store = new ResultStore(directory);
  const [first, second] = played() as [Played, Played];
  store.finished(first.result, first.trace);
  await store.settled();
  expect(linesOf(join(directory, 'cases.jsonl'))).toEqual([{ ...first.result, trace: 'traces/TC_B_01_CS.jsonl' }]);
  expect(linesOf(join(directory, 'traces', 'TC_B_01_CS.jsonl'))).toHaveLength(first.trace.length);
  store.finished(second.result, second.trace);
  await store.settled();
  expect(linesOf(join(directory, 'cases.jsonl')).map(({ id }) => id)).toEqual(['TC_B_01_CS', 'TC_B_02_CS']);
});

test('results.json holds the report', async () => {
  const directory = temporaryDirectory();
  const all = played();
  await play(new ResultStore(directory), all);
  expect(JSON.parse(readFileSync(join(directory, 'results.json'), 'utf8'))).toEqual(reportOf(all.map(({ result }) => result)));
});

test('the examples of a case have traces of their own, and a case without events has none', async () => {
  const directory = temporaryDirectory();
  const store = new ResultStore(directory);
  const [{ result }] = played() as [Played];
  const results = [0, 1, 2].map(() => ({ ...result }));
  const [one, two, three] = results as [typeof result, typeof result, typeof result];
  store.finished(one, traceOf(frame('csms', '1')));
  store.finished(two, traceOf(frame('csms', '2')));
  store.finished(three, []);
  await store.settled();
  expect(results.map(({ trace }) => trace)).toEqual(['traces/TC_B_01_CS.jsonl', 'traces/TC_B_01_CS-2.jsonl', undefined]);
  expect(linesOf(join(directory, 'traces', 'TC_B_01_CS-2.jsonl'))).toMatchObject([{ text: '2' }]);
});

test('a case that cannot be written is told with the next one, and in the end', async () => {
  const directory = temporaryDirectory();
  const store = new ResultStore(directory);
  const [first, second] = played() as [Played, Played];
  mkdirSync(join(directory, 'traces', 'TC_B_01_CS.jsonl'));
  store.finished(first.result, first.trace);
  await store.settled();
  expect(() => store.finished(second.result, second.trace)).toThrow('EISDIR');
  await expect(store.ended(reportOf([first.result]))).rejects.toThrow('EISDIR');
});

test('what an earlier run left is removed, what others left is not', async () => {
  const directory = temporaryDirectory();
  mkdirSync(join(directory, 'traces'));
  const old = ['results.json', 'junit.xml', 'summary.md', 'cases.jsonl', 'traces/TC_B_01_CS.jsonl'];
  for (const name of [...old, 'notes.txt', 'traces/photo.png']) writeFileSync(join(directory, name), 'old');
  await new ResultStore(directory).settled();
  expect(old.filter((name) => existsSync(join(directory, name)))).toEqual([]);
  expect(readdirSync(directory).sort()).toEqual(['notes.txt', 'traces']);
  expect(readdirSync(join(directory, 'traces'))).toEqual(['photo.png']);
});
