import { existsSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { worstOf } from '../../src/cli/lanes.ts';
import { lanesSummary } from '../../src/report/lanes-summary.ts';
import { fallingSilent } from '../cli/falling-silent.ts';
import { ocppspec as inProcess } from '../cli/in-process.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { runNode } from '../report/child.ts';
import { expectValid, FINDING, played, reportOf } from '../report/kit.ts';
import { ocppspec, read, remains, reportIn } from './kit.ts';

/** Writes configurations, and says how they are asked for. */
function configured(contents: Record<string, string>): { directory: string; options: string[] } {
  const directory = temporaryDirectory();
  const files = Object.entries(contents).map(([name, text]) => {
    const file = join(directory, name);
    writeFileSync(file, text);
    return file;
  });
  return { directory, options: files.flatMap((file) => ['--config', file]) };
}

test('each system has results of its own, as if it had been tested alone', async () => {
  const { directory, options } = configured({ 'north.yaml': 'identity: N1\n', 's.yaml': 'features: { C-13: false }\n' });
  const cases = ['--case', 'TC_B_01_CS', '--case', 'TC_B_25_CSMS'];
  const out = join(directory, 'out');
  const { code, output } = await ocppspec(['run', ...options, ...cases, '--strict', '--out', out]);
  expect(code).toBe(0);
  const said = output.split('\n');
  for (const line of ['north | Charging Station: 1 case: 1 pass, 0 fail', `s     | results: ${out}/s/`]) expect(said).toContain(line);
  expect(output).toMatch(
    /\nnorth {2}Charging Station: 1 case: 1 pass, 0 fail; CSMS: 1 case: 1 pass, 0 fail\ns {6}Charging Station: 1 case: /,
  );
  expect(said.at(-2)).toBe(`results: ${out}/north/, ${out}/s/`);
  for (const name of ['north', 's']) {
    const alone = temporaryDirectory();
    await ocppspec(['run', '--config', join(directory, `${name}.yaml`), ...cases, '--strict', '--out', alone]);
    expectValid(reportIn(join(out, name)));
    expect(remains(join(out, name))).toEqual(remains(alone));
  }
  expect(read(out, 'summary.md')).toContain('| [north](north/summary.md) | built-in | Charging Station: 1 case: 1 pass, 0 fail; CSMS: ');
  expect(existsSync(join(out, 'results.json'))).toBe(false);
});

test('a system that is not there keeps no other from being tested', async () => {
  const { directory, options } = configured({ 'gone.yaml': 'url: ws://127.0.0.1:1/ocpp\n', 'here.yaml': '' });
  const env = { OCPPSPEC_PASSWORD: 'a-password-for-the-test' };
  const { code, output } = await ocppspec(['run', ...options, '--case', 'TC_B_01_CSMS', '--out', directory], [], env);
  expect({ code, output }).toMatchObject({
    code: 2,
    output: expect.stringContaining('gone | ocppspec: cannot connect to ws://127.0.0.1:1'),
  });
  expect(output).toContain('\ngone  no case was run; interrupted\nhere  CSMS: 1 case: 1 pass, 0 fail\n');
  expect(read(directory, 'summary.md')).toContain('| TC_B_01_CSMS | not run | pass |');
});

describe('a run of several that ends early', () => {
  /** Sends a signal while both lanes play their second case. */
  async function stopped(signal: NodeJS.Signals) {
    let silent = 0;
    const onSilence = () => void (++silent === 2 && child.kill(signal));
    const [one, two] = [await fallingSilent(onSilence), await fallingSilent(onSilence)];
    const { directory, options } = configured({ 'one.yaml': `url: ${one}\n`, 'two.yaml': `url: ${two}\n` });
    const cases = ['--case', 'TC_B_01_CSMS', '--case', 'TC_B_06_CSMS'];
    const { child, ended } = runNode(['bin/ocppspec.js', 'run', ...options, ...cases, '--out', directory], {
      OCPPSPEC_PASSWORD: 'a-password-for-the-test',
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    return { directory, ...(await ended) };
  }

  test.each(['SIGINT', 'SIGTERM'] as const)('by %s has reports of every lane', async (signal) => {
    const { directory, code, output } = await stopped(signal);
    expect({ code, output }).toMatchObject({
      code: 2,
      output: expect.stringContaining('two  CSMS: 1 case: 1 pass, 0 fail; interrupted\n'),
    });
    for (const lane of ['one', 'two'])
      expect(reportIn(join(directory, lane))).toMatchObject({ interrupted: true, cases: [{ id: 'TC_B_01_CSMS' }] });
  });

  test('by being killed leaves no lane behind', async () => {
    const { directory } = await stopped('SIGKILL');
    for (const lane of ['one', 'two']) {
      await appears(join(directory, lane), 'results.json');
      expect(reportIn(join(directory, lane))).toMatchObject({ interrupted: true, cases: [{ id: 'TC_B_01_CSMS' }] });
    }
  });
});

/** Waits until there is a file. */
const appears = (directory: string, name: string): Promise<void> =>
  new Promise((resolve) => {
    const watcher = watch(directory, look);
    look();
    function look(): void {
      if (!existsSync(join(directory, name))) return;
      watcher.close();
      resolve();
    }
  });

test('the exit code is that of the worst lane', () => {
  expect(
    [
      [0, 0],
      [0, 2],
      [0, 3],
      [3, 2],
      [2, 1, 3],
      [0, undefined],
    ].map(worstOf),
  ).toEqual([0, 2, 3, 3, 1, 2]);
});

test('the overview names what did not pass everywhere', () => {
  const [passed, failed] = played().map(({ result }) => result);
  if (!passed || !failed) throw new Error('the kit has no such results');
  const lanes = [
    { name: 'a', report: reportOf([passed, failed]) },
    { name: 'b_2', report: reportOf([passed, { ...failed, verdict: 'pass', findings: [] }], { interrupted: true }) },
    { name: 'c', report: undefined },
  ];
  expect(failed.findings).toEqual([FINDING]);
  expect(lanesSummary(lanes)).toMatchInlineSnapshot(`
    "# OCPP conformance, side by side

    | lane | tested | result |
    |---|---|---|
    | [a](a/summary.md) |  | Charging Station: 2 cases: 1 pass, 1 fail |
    | [b\\_2](b_2/summary.md) |  | Charging Station: 2 cases: 2 pass, 0 fail; interrupted |
    | c |  | no results |

    ## Cases that did not pass everywhere

    | case | a | b\\_2 | c |
    |---|---|---|---|
    | TC_B_01_CS | pass | pass | not run |
    | TC_B_02_CS | fail | pass | not run |
    "
  `);
  expect(lanesSummary([{ name: 'a', report: reportOf([passed]) }])).not.toContain('did not pass');
});

describe('wrong usage is told before any lane begins', () => {
  const STATION = 'listen: 127.0.0.1:9000\n';
  test.each<[string, Record<string, string>, string[], string]>([
    ['an address for all', { 'a.yaml': '', 'b.yaml': '' }, ['--url', 'ws://127.0.0.1:1'], 'each says by url or listen where its system is'],
    ['one terminal for all', { 'a.yaml': '', 'b.yaml': '' }, ['--driver', 'prompt'], 'several systems cannot be told apart'],
    ['one name for two', { 'a.yaml': '', 'a.yml': '' }, [], 'rename one of the files'],
    ['a configuration with a slip', { 'a.yaml': '', 'b.yaml': 'identiy: x\n' }, [], 'b.yaml:1: there is no field "identiy"'],
    ['an address that is none', { 'a.yaml': '', 'b.yaml': 'url: here\n' }, [], 'b.yaml: url in --config is a WebSocket URL like'],
    [
      'both kinds of systems',
      { 'a.yaml': '', 'b.yaml': `url: ws://h\n${STATION}` },
      [],
      'listen: a station connects here, but url is where a CSMS is',
    ],
    ['no password', { 'a.yaml': STATION, 'b.yaml': '' }, [], 'a.yaml: security profile 1 needs the password of station CS001'],
    ['no TLS', { 'a.yaml': 'url: wss://h\npasswordFile: a.yaml\n', 'b.yaml': '' }, [], 'a.yaml: security profile 1'],
    [
      'one port for two',
      { 'a.yaml': `${STATION}passwordFile: a.yaml\n`, 'b.yaml': `${STATION}passwordFile: a.yaml\n` },
      [],
      'b.yaml both listen at 127.0.0.1:9000: give one of them another port',
    ],
  ])('%s', async (_, contents, more, message) => {
    vi.stubEnv('OCPPSPEC_PASSWORD', undefined);
    const { directory, options } = configured(contents);
    const { exit, out, err } = await inProcess('run', ...options, ...more, '--out', join(directory, 'out'));
    vi.unstubAllEnvs();
    expect({ exit, out }).toEqual({ exit: 3, out: '' });
    expect(err).toMatch(/^ocppspec: .*\n$/);
    expect(err).toContain(message);
    expect(existsSync(join(directory, 'out'))).toBe(false);
  });
});
