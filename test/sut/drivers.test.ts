import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { configured } from '../../src/cli/drivers.ts';
import type { Carried } from '../../src/scenario/driver.ts';
import type { DriversConfig } from '../../src/sut/drivers/config.ts';
import { FirstAbleDriver } from '../../src/sut/drivers/first-able.ts';
import { LineReader } from '../../src/sut/drivers/line-reader.ts';
import { makeDriver } from '../../src/sut/drivers/make.ts';
import { fillIn, render } from '../../src/sut/drivers/template.ts';
import { TemplateValues } from '../../src/sut/drivers/values.ts';
import { system } from '../kit/http-system.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';

afterEach(() => vi.unstubAllEnvs());

const terminal = { input: new PassThrough(), output: new PassThrough() };
const made = (config: DriversConfig) =>
  makeDriver(['http', 'exec', 'jsonl'].filter((name) => name in config) as never, config, { identity: 'CS1', terminal });

describe('secrets', () => {
  test('come from the environment or a file, and are told', async () => {
    vi.stubEnv('LAB_TOKEN', 'Bearer of-the-lab');
    const { url, asked } = await system('{}');
    const file = join(temporaryDirectory(), 'key');
    writeFileSync(file, 'key-of-the-file\n');
    const { driver, secrets } = made({
      http: {
        headers: { Authorization: { env: 'LAB_TOKEN' }, 'X-Tenant': 'lab' },
        stimuli: { park: { method: 'GET', url, headers: { 'X-Key': { file } } } },
      },
    });
    expect(secrets.sort()).toEqual(['Bearer of-the-lab', 'key-of-the-file']);
    expect(await driver.stimulate('park', {})).toMatchObject({ outcome: 'done' });
    expect(asked).toMatchObject([{ headers: { authorization: 'Bearer of-the-lab', 'x-tenant': 'lab', 'x-key': 'key-of-the-file' } }]);
  });

  test('of Basic authentication', async () => {
    vi.stubEnv('LAB_PASSWORD', 'open sesame');
    const { url, asked } = await system('{}');
    const { driver, secrets } = made({ http: { base: url, basic: { username: 'admin', password: { env: 'LAB_PASSWORD' } } } });
    const token = Buffer.from('admin:open sesame').toString('base64');
    expect(secrets).toEqual(['open sesame', token]);
    await driver.stimulate('park', {});
    expect(asked).toMatchObject([{ headers: { authorization: `Basic ${token}` } }]);
  });

  test('of programs', async () => {
    vi.stubEnv('LAB_TOKEN', 'token-of-the-lab');
    const command = [process.execPath, '-e', 'console.log(JSON.stringify({ note: process.env.TOKEN }))'];
    const { driver, secrets } = made({ exec: { stimuli: { park: { command, env: { TOKEN: { env: 'LAB_TOKEN' } } } } } });
    expect(secrets).toEqual(['token-of-the-lab']);
    expect(await driver.stimulate('park', {})).toMatchObject({ note: 'token-of-the-lab' });
  });

  test('that are not there', () => {
    vi.stubEnv('LAB_TOKEN', undefined);
    const jsonl = { command: ['x'], env: { TOKEN: { env: 'LAB_TOKEN' } } };
    expect(() => made({ jsonl })).toThrow('drivers.jsonl.env.TOKEN: the environment variable LAB_TOKEN is not set');
    const http = { headers: { A: { file: '/no/such/file' } } };
    expect(() => made({ http })).toThrow('drivers.http.headers.A: /no/such/file: ENOENT');
  });
});

describe('who is asked', () => {
  const one = (name: string, outcome: Carried['outcome'], note?: string) => ({
    stimulate: async (): Promise<Carried> => ({ outcome, carrier: name, ...(note ? { note } : {}) }),
  });

  test('for single stimuli, others than for the rest', async () => {
    const [a, b] = [one('a', 'done'), one('b', 'done')];
    const driver = new FirstAbleDriver([a, b], { park: [b], show: [] });
    expect((await driver.stimulate('park', {})).carrier).toBe('b');
    expect((await driver.stimulate('leave', {})).carrier).toBe('a');
    expect(await driver.stimulate('show', {})).toEqual({ outcome: 'unsupported', carrier: 'none' });
  });

  test('if nobody can, they say why', async () => {
    const driver = new FirstAbleDriver([one('a', 'unsupported', 'no cable'), one('b', 'unsupported'), one('c', 'unsupported', 'no EV')]);
    expect((await driver.stimulate('park', {})).note).toBe('a: no cable; c: no EV');
  });

  test('in the order of the file, a person at last and only if there is one', () => {
    const jsonl = { command: ['x'] };
    expect(configured({ jsonl, use: {}, http: {} }, true)).toEqual(['jsonl', 'http', 'prompt']);
    expect(configured({ prompt: {}, http: {} }, true)).toEqual(['prompt', 'http']);
    expect(configured({ prompt: {}, http: {} }, false)).toEqual(['http']);
  });

  test('as the configuration says', async () => {
    const { url } = await system('{}');
    const command = [process.execPath, '-e', ''];
    const { driver } = made({ use: { park: ['exec'] }, http: { base: url }, exec: { command } });
    expect(await driver.stimulate('park', {})).toMatchObject({ carrier: 'exec' });
    expect(await driver.stimulate('leave', {})).toMatchObject({ carrier: 'http' });
  });
});

describe('templates', () => {
  const values = new TemplateValues({
    identity: 'CS1',
    lookups: { module: { of: 'action', values: { Reset: 'configuration', GetLog: 7 } } },
  });

  test('take parameters, tables and the identity', () => {
    const of = values.of({ action: 'Reset', payload: { type: 'OnIdle' } });
    expect(fillIn('/{module}/{action:uncapitalized}?id={identity}&{nobody}', of)).toBe('/configuration/reset?id=CS1&');
    expect(render({ all: '{parameters}', n: 1 }, of)).toEqual({ all: { action: 'Reset', payload: { type: 'OnIdle' } }, n: 1 });
    expect(render(['{module}'], values.of({ action: 'GetLog' }))).toEqual([7]);
    expect(fillIn('{action}', values.of({ action: 'a/b c' }), encodeURIComponent)).toBe('a%2Fb%20c');
  });

  test('say what a table does not have, if they need it', () => {
    expect(values.missing({ action: 'Reset' }, { url: '/{module}' })).toBeUndefined();
    expect(values.missing({ action: 'Bake' }, { url: '/{action}' })).toBeUndefined();
    expect(values.missing({ action: 'Bake' }, { url: '/{module}' })).toBe('module is not known for action Bake');
  });

  test('have an id and a number for each charging session', () => {
    const session = (evseId: number) => render(['{session}', '{count}'], values.of({ evseId }));
    const [id, first] = session(1);
    expect([first, ...session(1)]).toEqual([0, id, 1]);
    expect(session(2)[0]).not.toBe(id);
    values.done('unplug', { evseId: 1 });
    expect(session(1)[0]).not.toBe(id);
    expect(Date.parse(render('{now}', values.of({})))).not.toBeNaN();
  });
});

test('lines are put together from pieces, and endless ones are let go', () => {
  const lines: string[] = [];
  const reader = new LineReader((text) => lines.push(text));
  for (const text of ['a', 'b\r\nc\n\nd', 'x'.repeat(1_000_001), '\ne']) reader.read(text);
  reader.end();
  expect(lines).toEqual(['ab', 'c', 'e']);
});
