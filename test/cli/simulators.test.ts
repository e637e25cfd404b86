import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { directory, Ocppspec, PASSWORD } from './kit.ts';

const ask = async (url: string, method = 'GET', body?: object): Promise<{ status: number; body: unknown }> => {
  const response = await fetch(url, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, body: await response.json() };
};

async function simulatedCsms(...args: string[]) {
  const csms = new Ocppspec('csms', ...args);
  const [, url = '', control = ''] = await csms.says(/^CSMS for \S+ at (\S+), control API at (\S+)$/m);
  return { csms, url, control };
}

test('a station and a CSMS find each other, answer on their control APIs and end when they are told to', async () => {
  const { csms, url, control } = await simulatedCsms('--identity', 'CS-7');
  const station = new Ocppspec('station', '--url', url, '--identity', 'CS-7');
  const [, api = ''] = await station.says(/^station CS-7 for \S+, control API at (\S+)$/m);
  await station.says(/^connected, subprotocol ocpp2\.0\.1$/m);
  await csms.says(/^station CS-7 is connected$/m);

  const strange = { station: 'CS-7', action: 'GetBaseReport', payload: { requestId: 1, reportBase: 'Nothing' } };
  expect(await ask(`${control}/send`, 'POST', strange)).toMatchObject({ status: 400 });
  expect(await ask(`${control}/show?what=connection&station=CS-7`)).toMatchObject({ body: { what: 'connection', shown: 'connected' } });
  expect(await ask(`${api}/stimuli/plug-in`, 'POST', { evseId: 1 })).toMatchObject({ status: 200 });
  expect(await ask(`${api}/state`)).toMatchObject({ status: 200, body: { faults: [] } });
  expect(await ask(`${api}/stat`)).toMatchObject({ status: 404, body: { error: expect.stringContaining('did you mean GET /state?') } });
  expect(await ask(`${control}/stat`)).toMatchObject({ status: 404 });

  expect(await station.stop('SIGTERM')).toMatchObject({ code: 0, err: '' });
  const ended = await csms.stop('SIGINT');
  expect(ended).toMatchObject({ code: 0, err: '' });
  expect(ended.out).not.toContain(PASSWORD);
});

test('a CSMS that lets in whoever comes fails, a whole one passes', async () => {
  const verdictOn = async (...faults: string[]) => {
    const { csms, url } = await simulatedCsms(...faults.flatMap((fault) => ['--fault', fault]));
    const out = directory();
    const run = await new Ocppspec('run', '--url', url, '--case', 'TC_A_03_CSMS', '--out', out).ended;
    await csms.stop('SIGTERM');
    return { ...run, results: readFileSync(join(out, 'results.json'), 'utf8') };
  };
  const [faulty, whole] = await Promise.all([verdictOn('accepts-missing-credentials'), verdictOn()]);
  expect(faulty).toMatchObject({ code: 1, out: expect.stringContaining('TC_A_03_CSMS') });
  expect(JSON.parse(faulty.results).cases[0].findings).toContainEqual(
    expect.objectContaining({ code: 'connection-forbidden', party: 'csms' }),
  );
  expect(whole).toMatchObject({ code: 0, out: expect.stringContaining('1 pass') });
  expect(faulty.results + whole.results + faulty.out).not.toContain(PASSWORD);
});
