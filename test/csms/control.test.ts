import { describe, expect, onTestFinished, test } from 'vitest';
import { type Control, startControl } from '../../src/csms/control.ts';
import { accepted, IDENTITY, PASSWORD, plug, type ScriptedStation, type Setup, setUp } from './kit.ts';

type Body = Record<string, unknown>;

async function controlOf({ csms, clock }: Setup): Promise<Control> {
  const control = await startControl({ csms, clock, port: 0 });
  onTestFinished(() => control.close());
  return control;
}

async function controlled(faults: string[] = []): Promise<Setup & { station: ScriptedStation; control: Control }> {
  const setup = await accepted({}, ...faults);
  return { ...setup, control: await controlOf(setup) };
}

const get = async ({ url }: Control, path: string) => reply(await fetch(url + path));
const post = async ({ url }: Control, path: string, body: unknown, type = 'application/json') =>
  reply(
    await fetch(url + path, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
const reply = async (response: Response) => ({ status: response.status, body: (await response.json()) as Body });

test('it listens on loopback', async () => {
  const { control } = await controlled();
  expect(control.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('GET /stimuli lists what an operator can do', async () => {
  const { control } = await controlled();
  const { body } = await get(control, '/stimuli');
  expect(Object.keys(body)).toEqual(['send', 'set-registration', 'show']);
  expect(body.send).toMatchObject({ parameters: { action: 'string', payload: 'object' }, required: ['action', 'payload'] });
});

describe('POST /stimuli/<name>', () => {
  test('send begins to send', async () => {
    const { control, csms, station } = await controlled();
    expect(await post(control, '/stimuli/send', { action: 'Reset', payload: { evseId: 1 } })).toEqual({
      status: 200,
      body: { outcome: 'done' },
    });
    await csms.idle();
    expect(station.requests('Reset')).toEqual([{ type: 'OnIdle', evseId: 1 }]);
  });

  test('set-registration is for the next BootNotification', async () => {
    const { control, station } = await controlled();
    expect(await post(control, '/stimuli/set-registration', { status: 'Pending' })).toMatchObject({ status: 200 });
    expect([(await station.boot()).status, (await station.boot()).status]).toEqual(['Pending', 'Accepted']);
  });

  test('show compares', async () => {
    const { control } = await controlled();
    expect((await post(control, '/stimuli/show', { what: 'registration', expected: 'Pending' })).body).toEqual({
      outcome: 'denied',
      note: 'registration is shown as Accepted',
    });
  });

  test.each([
    ['/stimuli/send', { action: 'Rest', payload: {} }, 'action', 'action: a CSMS cannot request "Rest"; did you mean "Reset"?'],
    ['/stimuli/show', { what: 'registration' }, 'expected', 'expected: a text is needed'],
    ['/stimuli/set-registration', { status: 'Maybe' }, 'status', 'status: "Maybe" is not one of Accepted, Pending, Rejected'],
    ['/stimuli/send?station=CS9', { action: 'Reset' }, 'station', 'station: "CS9" is not known; known are: CS001'],
    ['/stimuli/send', { action: 'Reset', station: 9 }, 'station', 'station: the identity of a station is needed'],
  ])('%s with a wrong field is answered with 400 and its name', async (path, body, field, error) => {
    const { control } = await controlled();
    expect(await post(control, path, body)).toEqual({ status: 400, body: { error, field } });
  });

  test('an unknown name is answered with 404 and the nearest one', async () => {
    const { control } = await controlled();
    expect(await post(control, '/stimuli/sent', {})).toEqual({
      status: 404,
      body: { error: 'a CSMS has no stimulus "sent"; did you mean "send"?' },
    });
  });
});

describe('POST /send', () => {
  test('waits for the outcome', async () => {
    const { control, station } = await controlled();
    station.answers.Reset = () => ({ status: 'Scheduled' });
    expect(await post(control, '/send', { action: 'Reset', payload: { type: 'OnIdle' }, station: IDENTITY })).toEqual({
      status: 200,
      body: { kind: 'result', payload: { status: 'Scheduled' }, sent: { type: 'OnIdle' } },
    });
  });

  test('does not keep a virtual clock from going on', async () => {
    const setup = await setUp();
    await plug(setup);
    const control = await controlOf(setup);
    expect((await post(control, '/send', { action: 'Reset' })).body).toEqual({ kind: 'timeout', sent: { type: 'OnIdle' } });
  });

  test('refuses what the schema refuses, by field', async () => {
    const { control, station } = await controlled();
    expect(await post(control, '/send', { action: 'Reset', payload: { type: 'Soon' } })).toEqual({
      status: 400,
      body: { error: 'payload/type: expected one of Immediate, OnIdle', field: 'payload/type' },
    });
    expect(station.received).toEqual([]);
  });

  test('says that the station is not connected', async () => {
    const control = await controlOf(await setUp());
    expect(await post(control, '/send', { action: 'Reset' })).toMatchObject({ status: 400, body: { field: 'station' } });
  });
});

test('GET /show', async () => {
  const { control } = await controlled();
  expect((await get(control, '/show?what=registration')).body).toEqual({ what: 'registration', shown: 'Accepted' });
  expect((await get(control, `/show?what=firmware%207&station=${IDENTITY}`)).body).toEqual({ what: 'firmware 7', shown: null });
  expect(await get(control, '/show')).toEqual({ status: 400, body: { error: 'what: a text is needed', field: 'what' } });
});

test('GET /state has no secrets', async () => {
  const { control } = await controlled();
  const { body } = await get(control, '/state');
  expect(body).toMatchObject({ stations: [{ identity: IDENTITY, connected: true }] });
  expect(JSON.stringify(body)).not.toContain(PASSWORD);
});

test('GET /faults says which ones are active', async () => {
  const { control } = await controlled(['answers-twice']);
  const faults = (await get(control, '/faults')).body as unknown as Body[];
  expect(faults.filter(({ active }) => active)).toMatchObject([{ name: 'answers-twice', requirement: 'Part 4, 4.1.4' }]);
});

test.each(['https://example.org', 'null'])('serves no web pages, such as one of origin %s', async (origin) => {
  const { control, station } = await controlled();
  const headers = { Origin: origin, 'Content-Type': 'application/json' };
  const response = await fetch(`${control.url}/send`, { method: 'POST', headers, body: '{"action":"Reset"}' });
  expect([response.status, await response.json()]).toEqual([403, { error: 'requests of web pages are not served' }]);
  expect(station.received).toEqual([]);
});

describe('what cannot be understood', () => {
  test.each([
    ['/send', '{', 'application/json', 400, /^body: not JSON/],
    ['/send', '[]', 'application/json', 400, /^body: a JSON object is needed/],
    ['/send', '{}', 'text/plain', 415, /application\/json/],
    ['/send', `"${'x'.repeat(1024 * 1024)}"`, 'application/json', 413, /at most 1048576 bytes/],
    ['/sned', '{}', 'application/json', 404, /there is no POST \/sned; did you mean POST \/send\?/],
  ])('POST %s', async (path, body, type, status, error) => {
    const { control } = await controlled();
    expect(await post(control, path, body, type)).toEqual({ status, body: { error: expect.stringMatching(error) } });
  });
});
