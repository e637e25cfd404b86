import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { plantedFaults } from '../../src/cli/faults.ts';

interface Assessment {
  healthy: { party: string; cases: number; notPassed: string[] }[];
  faults: { name: string; killed: boolean }[];
}

test('healthy systems pass every case, and every fault is found by what is meant to find it', { timeout: 300_000 }, async () => {
  // In a process of its own: Cucumber loads the steps once for each process.
  const command = ['--import', './test/run/frozen-frames.mjs', 'bin/ocppspec.js', 'assess', '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, command, { maxBuffer: 2 ** 26 });
  const { healthy, faults }: Assessment = JSON.parse(stdout);
  expect(healthy.map(({ party, notPassed }) => [party, notPassed])).toEqual([
    ['station', []],
    ['csms', []],
  ]);
  expect(faults.map(({ name }) => name).toSorted()).toEqual(
    plantedFaults()
      .map(({ name }) => name)
      .toSorted(),
  );
  expect(faults.filter(({ killed }) => !killed).map(({ name }) => name)).toEqual([]);
});
