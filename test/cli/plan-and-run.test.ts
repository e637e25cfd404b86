import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { defaultCsmsConfig } from '../../src/csms/config.ts';
import { Csms } from '../../src/csms/csms.ts';
import type { RunReport } from '../../src/report/run-report.ts';
import { RealClock } from '../../src/time/real-clock.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { ocppspec } from './in-process.ts';

const PASSWORD = 'a-password-of-the-lab';
const FILTERS = ['--case', 'TC_B_25_CSMS', '--case', 'TC_B_26_CSMS', '--case', 'TC_B_58_CSMS'];

/** A process of its own, because Cucumber loads the steps there. */
const runInProcess = (args: readonly string[]): Promise<void> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['bin/ocppspec.js', 'run', ...args], () => resolve());
  });

test('what the plan calls not applicable is not played, and the reason is the same', async () => {
  const csms = new Csms({ config: defaultCsmsConfig({ stations: [{ identity: 'CS001', password: PASSWORD }] }), clock: new RealClock() });
  await csms.listen();
  onTestFinished(() => csms.close());
  const directory = temporaryDirectory();
  const config = join(directory, 'sut.yaml');
  writeFileSync(join(directory, 'password'), PASSWORD);
  writeFileSync(config, 'passwordFile: password\nfeatures:\n  C-13: false\n');
  const { out } = await ocppspec('plan', '--json', '--config', config, ...FILTERS);
  const { cases } = JSON.parse(out) as { cases: { id: string; standing: string; played: boolean; expression: string | null }[] };
  await runInProcess(['--url', csms.endpoints[0]?.url ?? '', '--config', config, '--out', join(directory, 'out'), ...FILTERS]);
  const report = JSON.parse(readFileSync(join(directory, 'out', 'results.json'), 'utf8')) as RunReport;
  expect(report.cases.filter(({ verdict }) => verdict === 'not applicable').map(({ id, reason }) => [id, reason])).toEqual(
    cases.filter(({ played }) => !played).map(({ id, expression }) => [id, expression]),
  );
  expect(report.cases.map(({ id }) => id).sort()).toEqual(cases.map(({ id }) => id).sort());
  expect(cases.map(({ standing }) => standing)).toEqual(['not applicable', 'not applicable', 'mandatory']);
});
