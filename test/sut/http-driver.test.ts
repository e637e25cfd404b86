import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { HttpDriver, type HttpOptions } from '../../src/sut/drivers/http.ts';
import { system } from '../kit/http-system.ts';

const says = (text: string, status = 200) => system((response) => void response.writeHead(status).end(text));
const driver = (options: Partial<HttpOptions>) => new HttpDriver({ timeout: 10, ...options });
const TOKEN = { evseId: 2, connectorId: 1, idToken: 'A1', type: 'Local' };

test('a control API is told the stimulus and its parameters', async () => {
  const { url, asked } = await says('{"outcome":"done"}');
  expect(await driver({ base: `${url}/api/` }).stimulate('present-token', TOKEN)).toEqual({ outcome: 'done', carrier: 'http' });
  expect(asked).toMatchObject([{ method: 'POST', path: '/api/stimuli/present-token', headers: { 'content-type': 'application/json' } }]);
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual(TOKEN);
});

test('requests of its own take parameters into texts, and with their types where they stand alone', async () => {
  const { url, asked } = await says('');
  const stimuli: HttpOptions['stimuli'] = {
    'present-token': {
      method: 'PUT',
      url: `${url}/evse/{evseId}/card?of={nobody}`,
      headers: { 'x-card': '{type} {idToken}' },
      body: { evse: '{evseId}', cards: ['{idToken}', '#{idToken}'], beep: true, none: null },
    },
  };
  expect(await driver({ stimuli }).stimulate('present-token', TOKEN)).toEqual({ outcome: 'done', carrier: 'http' });
  expect(asked).toMatchObject([{ method: 'PUT', path: '/evse/2/card?of=', headers: { 'x-card': 'Local A1' } }]);
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ evse: 2, cards: ['A1', '#A1'], beep: true, none: null });
});

test('what nobody has described is not supported, and nothing is asked', async () => {
  const { url, asked } = await says('{"outcome":"done"}');
  const stimuli = { park: { method: 'GET', url } };
  expect(await driver({ stimuli }).stimulate('leave', {})).toEqual({ outcome: 'unsupported', carrier: 'http' });
  expect(asked).toEqual([]);
});

test('a request without a body has no content type', async () => {
  const { url, asked } = await says('');
  await driver({ stimuli: { park: { method: 'GET', url } } }).stimulate('park', {});
  expect(asked).toMatchObject([{ method: 'GET', body: '' }]);
  expect(asked[0]?.headers).not.toHaveProperty('content-type');
});

test.each([
  ['{"outcome":"denied","note":"it shows 60"}', { outcome: 'denied', note: 'it shows 60' }],
  ['{"outcome":"unsupported"}', { outcome: 'unsupported' }],
  ['{"outcome":"skipped","note":"later"}', { outcome: 'skipped', note: 'later' }],
  ['{"result":"fine"}', { outcome: 'done' }],
  ['as you wish', { outcome: 'done' }],
  ['null', { outcome: 'done' }],
  ['{"outcome":"done","note":7}', { outcome: 'done' }],
  ['{"outcome":"failed"}', { outcome: 'skipped', note: 'outcome is "failed", none of done, denied, skipped, unsupported' }],
])('an answer of %s', async (text, carried) => {
  const { url } = await says(text);
  expect(await driver({ base: url }).stimulate('show', { what: 'x', expected: 'y' })).toEqual({ carrier: 'http', ...carried });
});

test('an HTTP error is not success, unless it is the status that is asked for', async () => {
  const { url } = await says('no such EVSE', 404);
  expect(await driver({ base: url }).stimulate('park', {})).toEqual({
    outcome: 'skipped',
    carrier: 'http',
    note: `POST ${url}/stimuli/park answered 404: no such EVSE`,
  });
  const stimuli = { park: { method: 'DELETE', url, status: 404 } };
  expect(await driver({ stimuli }).stimulate('park', {})).toEqual({ outcome: 'done', carrier: 'http' });
  const other = { park: { method: 'DELETE', url, status: 204 } };
  expect(await driver({ stimuli: other }).stimulate('park', {})).toMatchObject({ outcome: 'skipped' });
});

test('a system that cannot be reached', async () => {
  const gone = createServer();
  await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
  const { port } = gone.address() as AddressInfo;
  await new Promise((resolve) => gone.close(resolve));
  const { outcome, note } = await driver({ base: `http://127.0.0.1:${port}` }).stimulate('park', {});
  expect({ outcome, note }).toEqual({ outcome: 'skipped', note: expect.stringContaining('ECONNREFUSED') });
});

test('a system that does not answer in time', async () => {
  const { url } = await system(() => {});
  const { outcome, note } = await driver({ base: url, timeout: 0.05 }).stimulate('park', {});
  expect({ outcome, note }).toEqual({ outcome: 'skipped', note: expect.stringContaining('timeout') });
});

test('an answer has to have what it is expected to have', async () => {
  const { url } = await says('[{"success":true,"payload":"queued"},{}]');
  const having = (answer: unknown) => driver({ stimuli: { park: { method: 'GET', url, answer } } }).stimulate('park', {});
  expect(await having([{ success: true }])).toEqual({ outcome: 'done', carrier: 'http' });
  expect(await having([{ success: false }])).toMatchObject({
    outcome: 'skipped',
    note: expect.stringContaining('not [{"success":false}]'),
  });
  expect(await having({ success: true })).toMatchObject({ outcome: 'skipped' });
});

test('several requests are sent one after the other, until one fails', async () => {
  const { url, asked } = await system((response, { path }) => void response.writeHead(path === '/b' ? 500 : 200).end());
  const request = (path: string) => ({ method: 'POST', url: path });
  const several = driver({ server: `${url}/`, stimuli: { park: [request('/a'), request('/c')], leave: [request('/b'), request('/d')] } });
  expect(await several.stimulate('park', {})).toMatchObject({ outcome: 'done' });
  expect(await several.stimulate('leave', {})).toMatchObject({ outcome: 'skipped' });
  expect(asked.map(({ path }) => path)).toEqual(['/a', '/c', '/b']);
});

test('parameters cannot break out of a URL', async () => {
  const { url, asked } = await says('');
  await driver({ stimuli: { show: { method: 'GET', url: `${url}/{what}` } } }).stimulate('show', { what: '../x?y=1' });
  expect(asked).toMatchObject([{ path: '/..%2Fx%3Fy%3D1' }]);
});

test('requests that dictate say so, if they were carried out', async () => {
  const { url } = await says('');
  const dictating = driver({ dictates: true, stimuli: { park: { method: 'GET', url }, leave: { method: 'GET', url, status: 204 } } });
  expect(await dictating.stimulate('park', {})).toEqual({ outcome: 'done', carrier: 'http', dictated: true });
  expect(await dictating.stimulate('leave', {})).not.toHaveProperty('dictated');
});
