import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { runNode } from '../report/child.ts';

/** Runs ocppspec with nobody to read what it writes. */
function unread(...args: string[]) {
  const { child, ended } = runNode(['bin/ocppspec.js', ...args]);
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdout?.destroy();
  return ended;
}

test('a list ends quietly', async () => {
  expect(await unread('list', '--faults')).toEqual({ code: 0, signal: null, output: '' });
});

test('a run is played to its end, and its verdict counts', async () => {
  const directory = temporaryDirectory();
  const cases = ['--case', 'TC_P_01_CS', '--case', 'TC_P_02_CSMS'];
  expect(await unread('run', ...cases, '--out', directory)).toEqual({ code: 0, signal: null, output: '' });
  expect(existsSync(join(directory, 'results.json'))).toBe(true);
});
