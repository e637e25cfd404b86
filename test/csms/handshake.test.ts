import { describe, expect, onTestFinished, test } from 'vitest';
import { defaultCsmsConfig, defaultEndpoint } from '../../src/csms/config.ts';
import { Csms } from '../../src/csms/csms.ts';
import type { Endpoint } from '../../src/csms/endpoint.ts';
import type { Refusal } from '../../src/ocpp/handshake.ts';
import { VirtualClock } from '../../src/time/virtual-clock.ts';
import { basicAuthorization } from '../../src/wire/credentials.ts';
import { attach, IDENTITY, PASSWORD, plug, refusalOf, setUp } from './kit.ts';

test('the right credentials and subprotocol lead to a connection', async () => {
  const link = await plug(await setUp());
  expect(link.upgrade).toMatchObject({ status: 101, selected: 'ocpp2.0.1' });
});

test('the known version is chosen among several (Part 4, 3.1.2)', async () => {
  const link = await plug(await setUp(), { subprotocols: ['ocpp0.1', 'ocpp2.0.1', 'ocpp1.6'] });
  expect(link.upgrade.selected).toBe('ocpp2.0.1');
});

test('without a common subprotocol the handshake is completed without the header and the connection closed (Part 4, 3.2)', async () => {
  const setup = await setUp();
  const closings: number[] = [];
  setup.csms.watch({ linked: (link) => link.listen({ closed: ({ code }) => closings.push(code) }) });
  expect(await refusalOf(plug(setup, { subprotocols: ['ocpp0.1'] }))).toMatchObject({ status: 101 });
  expect(setup.csms.stations({ connected: true })).toEqual([]);
});

describe('refusals', () => {
  test.each([
    ['an unknown identity (Part 4, 3.2)', { identity: 'CS002' }, 404],
    ['an identity that is none', { identity: 'CS:01' }, 404],
    ['a wrong password (A00.FR.204)', { password: 'another-password-1' }, 401],
    ['another user name (A00.FR.204)', { username: 'CS002' }, 401],
    ['another scheme', { authorization: 'Bearer abc' }, 401],
    ['credentials that cannot be read', { authorization: 'Basic ???' }, 401],
  ])('%s', async (_name, overrides, status) => {
    expect(await refusalOf(plug(await setUp(), overrides))).toEqual({ stage: 'upgrade', status });
  });

  test('no credentials at all', async () => {
    const setup = await setUp();
    const { password: _, ...rest } = { password: PASSWORD };
    const attempt = plug(setup, { ...rest, authorization: '' });
    expect(await refusalOf(attempt)).toEqual({ stage: 'upgrade', status: 401 });
  });

  test('a station without a configured password', async () => {
    const setup = await setUp({ stations: [{ identity: IDENTITY }] });
    expect(await refusalOf(plug(setup))).toEqual({ stage: 'upgrade', status: 401 });
  });

  test('another path', async () => {
    const setup = await setUp();
    const url = (setup.csms.endpoints[0]?.url ?? '').replace('/ocpp', '/other');
    expect(await refusalOf(plug(setup, { url }))).toEqual({ stage: 'upgrade', status: 404 });
  });

  test('are told to watchers with all facts and without the password', async () => {
    const setup = await setUp();
    const refusals: [Refusal, number][] = [];
    setup.csms.watch({ refused: (...refusal) => refusals.push(refusal) });
    await refusalOf(plug(setup, { authorization: basicAuthorization(IDENTITY, 'not-the-password-1') }));
    expect(refusals).toMatchObject([
      [{ stage: 'upgrade', upgrade: { identity: IDENTITY, status: 401, credentials: { username: IDENTITY, passwordMatches: false } } }, 0],
    ]);
    expect(JSON.stringify(refusals)).not.toContain('not-the-password-1');
  });
});

test('a script may decide in place of the CSMS, and leave it to it again', async () => {
  const setup = await setUp();
  setup.csms.answer = (_upgrade, endpointIndex) => ({ do: 'refuse', status: 500 + endpointIndex });
  expect(await refusalOf(plug(setup))).toEqual({ stage: 'upgrade', status: 500 });
  setup.csms.answer = () => undefined;
  await plug(setup);
});

test('all endpoints lead into the same CSMS', async () => {
  const setup = await setUp({ endpoints: [defaultEndpoint(), defaultEndpoint({ path: '/second' })] });
  const indexes: number[] = [];
  setup.csms.watch({ linked: (_link, endpointIndex) => indexes.push(endpointIndex) });
  const [first, second] = setup.csms.endpoints;
  expect(second?.url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/second$/);
  const station = await attach(setup, { url: first?.url ?? '' });
  await station.boot();
  await attach(setup, { url: second?.url ?? '' });
  expect(indexes).toEqual([0, 1]);
  expect(setup.csms.show('registration')).toBe('Accepted');
});

test('an endpoint listens when it is told to, whether others do or not', async () => {
  const config = defaultCsmsConfig({ endpoints: [defaultEndpoint(), defaultEndpoint({ path: '/second' })] });
  const csms = new Csms({ config, clock: new VirtualClock(0) });
  onTestFinished(() => csms.close());
  const [first, second] = csms.endpoints as [Endpoint, Endpoint];
  await csms.listen([first]);
  const { url } = first;
  expect(second.isListening).toBe(false);
  expect(() => second.url).toThrow('the CSMS is not listening');
  await csms.listen();
  expect(second.isListening).toBe(true);
  expect(first.url).toBe(url);
  await csms.close();
  expect(csms.endpoints.map(({ isListening }) => isListening)).toEqual([false, false]);
});

test('a port that is taken leaves no endpoint open', async () => {
  const { csms: other } = await setUp();
  const port = Number(new URL(other.endpoints[0]?.url ?? '').port);
  const config = defaultCsmsConfig({ endpoints: [defaultEndpoint(), defaultEndpoint({ port })] });
  const csms = new Csms({ config, clock: new VirtualClock(0) });
  await expect(csms.listen()).rejects.toMatchObject({ code: 'EADDRINUSE' });
  expect(() => csms.endpoints[0]?.url).toThrow('the CSMS is not listening');
});

test('a second connection of a station replaces the first', async () => {
  const setup = await setUp();
  const first = await attach(setup);
  const closed = first.closed();
  const second = await attach(setup);
  expect(await closed).toBe(1000);
  await second.boot();
  expect(setup.csms.stations({ connected: true })).toEqual([IDENTITY]);
});

test('disconnect closes the connection', async () => {
  const setup = await setUp();
  const station = await attach(setup);
  const closed = station.closed();
  setup.csms.disconnect(IDENTITY);
  expect(await closed).toBe(1000);
});
