import { appendFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ocppspec as inProcess } from '../cli/in-process.ts';
import { directoryForFile, temporaryDirectory } from '../kit/temporary-directory.ts';
import { expectValid } from '../report/kit.ts';
import { cutAt, FILTERS, killedAfter, linesIn, ocppspec, read, remains, reportIn } from './kit.ts';

/** Refuses before it loads any step. */
const refused = (directory: string, ...more: string[]) => inProcess('run', ...FILTERS, '--out', directory, ...more);
const run = (directory: string, ...more: string[]) => ocppspec(['run', ...FILTERS, '--out', directory, ...more]);

describe('a run that was killed', () => {
  const uninterrupted = directoryForFile();
  let whole: ReturnType<typeof remains>;
  beforeAll(async () => {
    expect(await run(uninterrupted)).toMatchObject({ code: 0 });
    whole = remains(uninterrupted);
  });

  test.each([
    ['after its first case', killedAfter(1), 1],
    ['between the examples of a case', killedAfter(3), 3],
    ['between the roles', killedAfter(6), 6],
    ['within a line', cutAt(4), 3],
  ])('%s leaves in the end what an uninterrupted one does', async (_, killer, done) => {
    const directory = temporaryDirectory();
    expect(await ocppspec(['run', ...FILTERS, '--out', directory], killer)).toMatchObject({ signal: 'SIGKILL' });
    expect(existsSync(join(directory, 'results.json'))).toBe(false);
    const before = read(directory, 'cases.jsonl').split('\n').slice(0, done);
    const resumed = await run(directory, '--resume');
    expect(resumed).toMatchObject({ code: 0, output: expect.stringContaining(`results: ${directory}/\n`) });
    expectValid(reportIn(directory));
    expect(remains(directory)).toEqual(whole);
    // What was done is kept to the letter: it was not played again.
    expect(read(directory, 'cases.jsonl').split('\n').slice(0, done)).toEqual(before);
  });

  test('and killed again goes on from there', async () => {
    const directory = temporaryDirectory();
    await ocppspec(['run', ...FILTERS, '--out', directory], killedAfter(2));
    await ocppspec(['run', ...FILTERS, '--out', directory, '--resume'], cutAt(2));
    expect(await run(directory, '--resume')).toMatchObject({ code: 0 });
    expect(remains(directory)).toEqual(whole);
  });

  test('before a trace was there plays that case again', async () => {
    const directory = temporaryDirectory();
    await ocppspec(['run', ...FILTERS, '--out', directory], killedAfter(3));
    rmSync(join(directory, 'traces', 'TC_A_05_CS-2.jsonl'));
    expect(await run(directory, '--resume')).toMatchObject({ code: 0 });
    expect(remains(directory)).toEqual(whole);
  });

  test('that was complete has nothing to play, and the same reports', async () => {
    const directory = temporaryDirectory();
    await run(directory);
    const lines = read(directory, 'cases.jsonl');
    expect(await run(directory, '--resume')).toMatchObject({ code: 0 });
    expect(read(directory, 'cases.jsonl')).toBe(lines);
    expect(remains(directory)).toEqual(whole);
  });

  describe('is not gone on with', () => {
    const directory = directoryForFile();
    beforeAll(async () => {
      await ocppspec(['run', ...FILTERS, '--out', directory], killedAfter(2));
      writeFileSync(join(directory, 'other.yaml'), 'identity: CS002\n');
    });

    test.each([
      ['other cases', ['--case', 'TC_B_06_CS'], 'other filters'],
      ['a shard', ['--shard', '1/2'], 'another --shard'],
      ['another system', ['--sut', 'station'], 'another system under test'],
      ['--strict', ['--strict'], 'no --strict'],
    ])('with %s', async (_, options, difference) => {
      const kept = linesIn(directory);
      expect(await refused(directory, '--resume', ...options)).toEqual({
        exit: 3,
        out: '',
        err: `ocppspec: --resume: the results in ${directory} are of another run, with ${difference}; without --resume all cases are run anew\n`,
      });
      expect(linesIn(directory)).toEqual(kept);
    });

    test('with another configuration, and every difference is told', async () => {
      const { exit, err } = await refused(directory, '--rerun-failed', '--strict', '--config', join(directory, 'other.yaml'));
      expect({ exit, err }).toMatchObject({ exit: 3, err: expect.stringContaining('with no --strict and another configuration;') });
    });

    test('by another version', async () => {
      const header = read(directory, 'run.json');
      writeFileSync(join(directory, 'run.json'), header.replace(/"version": "[^"]*"/, '"version": "0.0.1"'));
      const { exit, err } = await refused(directory, '--resume');
      writeFileSync(join(directory, 'run.json'), header);
      expect({ exit, err }).toMatchObject({ exit: 3, err: expect.stringContaining('are of another run, with ocppspec 0.0.1;') });
    });

    test('with a result of a scenario that is elsewhere now', async () => {
      const [first] = linesIn(directory);
      appendFileSync(join(directory, 'cases.jsonl'), `${JSON.stringify({ ...first, line: 9999 })}\n`);
      const { exit, err } = await refused(directory, '--resume');
      expect({ exit, err }).toMatchObject({ exit: 3, err: expect.stringContaining(`${first?.file}:9999, where it is not now;`) });
    });

    test('with a line that is no result', async () => {
      appendFileSync(join(directory, 'cases.jsonl'), '{"id":7}\n');
      const { exit, err } = await refused(directory, '--resume');
      expect({ exit, err }).toMatchObject({ exit: 3, err: expect.stringContaining('cases.jsonl:4 is not what ocppspec writes:') });
    });

    test('if there is none', async () => {
      const empty = temporaryDirectory();
      expect(await refused(empty, '--resume')).toMatchObject({
        exit: 3,
        err: `ocppspec: --resume: there is nothing to go on with: ${join(empty, 'run.json')}: there is no such file; without --resume all cases are run anew\n`,
      });
    });
  });
});

test('what a run was asked to do is written without secrets, and words that happen to be one stay', async () => {
  const directory = temporaryDirectory();
  const url = 'ws://someone:something-secret@127.0.0.1:1/ocpp';
  const { code } = await ocppspec(['run', ...FILTERS, '--url', url, '--out', directory], [], { OCPPSPEC_PASSWORD: 'external' });
  expect(code).toBe(2);
  expectValid(reportIn(directory));
  const { asked } = reportIn(directory);
  expect(asked?.target).toEqual({ kind: 'external', sut: 'csms', address: 'ws://someone:[redacted]@127.0.0.1:1/ocpp' });
  expect(JSON.parse(read(directory, 'run.json')).asked).toEqual(asked);
});
