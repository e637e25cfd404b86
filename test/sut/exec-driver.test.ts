import { expect, test, vi } from 'vitest';
import { ExecDriver, type ExecOptions } from '../../src/sut/drivers/exec.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';

/** A program of Node. */
const node = (code: string, ...args: string[]) => [process.execPath, '-e', code, ...args];
const driver = (options: Partial<ExecOptions>) => new ExecDriver({ timeout: 10, ...options });
const doing = (code: string, more: Partial<ExecOptions> = {}) => driver({ command: node(code), ...more }).stimulate('plug-in', PLACE);
const PLACE = { evseId: 2, connectorId: 1 };

test('a program that ends well has carried it out', async () => {
  expect(await doing('')).toEqual({ outcome: 'done', carrier: 'exec' });
});

test('parameters go into arguments as they are, and into the environment', async () => {
  const tell = 'console.log(JSON.stringify({ note: [process.argv.slice(1), process.env.PLACE, process.env.TOKEN].join("|") }))';
  const stimuli = { 'present-token': { command: node(tell, '{idToken}', 'of {type}'), env: { PLACE: 'EVSE {evseId}' } } };
  const carried = await driver({ stimuli, env: { TOKEN: 'all' } }).stimulate('present-token', {
    evseId: 2,
    idToken: '$(id) "x"',
    type: 'Local',
  });
  expect(carried).toEqual({ outcome: 'done', carrier: 'exec', note: '$(id) "x",of Local|EVSE 2|all' });
});

test('a program for everything is told the stimulus', async () => {
  const tell = 'console.log(JSON.stringify({ note: [process.env.OCPPSPEC_STIMULUS, process.env.OCPPSPEC_PARAMETERS].join(" ") }))';
  expect(await doing(tell)).toMatchObject({ note: `plug-in ${JSON.stringify(PLACE)}` });
});

test('the password of the station is nothing that programs need', async () => {
  vi.stubEnv('OCPPSPEC_PASSWORD', 'secret-0123456789');
  expect(await doing('console.log(JSON.stringify({ note: String(process.env.OCPPSPEC_PASSWORD) }))')).toMatchObject({ note: 'undefined' });
  vi.unstubAllEnvs();
});

test('a program runs where it is told to', async () => {
  const cwd = temporaryDirectory();
  expect(await doing('console.log(JSON.stringify({ note: process.cwd() }))', { cwd })).toMatchObject({ note: cwd });
});

test.each([
  ['console.log(`{"outcome":"denied","note":"it shows 60"}`)', { outcome: 'denied', note: 'it shows 60' }],
  ['console.log(`{"outcome":"unsupported"}`)', { outcome: 'unsupported' }],
  ['console.log(`plugging\\nplugged`)', { outcome: 'done' }],
  ['console.log(`{"outcome":"done"`)', { outcome: 'done' }],
  ['console.log(`{"outcome":"perhaps"}`)', { outcome: 'skipped', note: expect.stringContaining('outcome is "perhaps", none of') }],
  [
    'console.error("no such EVSE"); process.exit(3)',
    { outcome: 'skipped', note: expect.stringMatching(/ ended with exit code 3: no such EVSE$/) },
  ],
  ['process.kill(process.pid, "SIGKILL")', { outcome: 'skipped', note: expect.stringContaining('was ended by SIGKILL') }],
])('%s', async (code, carried) => {
  expect(await doing(code)).toEqual({ carrier: 'exec', ...carried });
});

test('a program that takes too long is ended', async () => {
  const carried = await doing('setInterval(() => {}, 1000)', { timeout: 0.3 });
  expect(carried).toEqual({ outcome: 'skipped', carrier: 'exec', note: `${process.execPath} was not done within 0.3 s` });
});

test('a program that is not there', async () => {
  const carried = await driver({ command: ['/no/such/program'] }).stimulate('park', {});
  expect(carried).toMatchObject({ outcome: 'skipped', note: expect.stringMatching(/^\/no\/such\/program could not be started: .*ENOENT/) });
});

test('what nobody has described is not supported', async () => {
  expect(await driver({ stimuli: { park: { command: node('') } } }).stimulate('leave', {})).toEqual({
    outcome: 'unsupported',
    carrier: 'exec',
  });
});
