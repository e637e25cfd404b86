import { describe, expect, onTestFinished, test } from 'vitest';
import { defaultCsmsConfig, type RegistrationPolicy } from '../../src/csms/config.ts';
import { Csms } from '../../src/csms/csms.ts';
import { SECOND, wait } from '../../src/time/clock.ts';
import { RealClock } from '../../src/time/real-clock.ts';
import { connect } from '../../src/wire/client.ts';
import { accepted, attach, IDENTITY, NOON, PASSWORD, ScriptedStation, setUp } from './kit.ts';

const STATUS = { timestamp: NOON, connectorStatus: 'Available', evseId: 1, connectorId: 1 } as const;
const received = (policy: Partial<RegistrationPolicy> = {}) => ({
  stations: [{ identity: IDENTITY, password: PASSWORD, registration: { status: 'Pending' as const, boots: 1, interval: 20, ...policy } }],
});

test('a known station is accepted, with the heartbeat interval and the time (B01.FR.02)', async () => {
  const setup = await setUp({ heartbeatInterval: 77 });
  const station = await attach(setup);
  expect(await station.boot()).toEqual({ status: 'Accepted', interval: 77, currentTime: NOON });
  expect(setup.csms.show('registration')).toBe('Accepted');
});

test('Heartbeat is answered with the time of the clock', async () => {
  const { station, clock } = await accepted();
  await wait(clock, 90 * SECOND);
  expect(await station.ask('Heartbeat', {})).toEqual({ currentTime: '2026-03-01T12:01:30.000Z' });
});

test.each(['Pending', 'Rejected'] as const)('%s the first two times, then accepted', async (status) => {
  const station = await attach(await setUp(received({ status, boots: 2 })));
  const answers = [await station.boot(), await station.boot(), await station.boot()];
  expect(answers.map((answer) => answer.status)).toEqual([status, status, 'Accepted']);
  expect(answers.map((answer) => answer.interval)).toEqual([20, 20, 300]);
});

test('the policy can be changed while running', async () => {
  const { csms, station } = await accepted();
  csms.setRegistration(IDENTITY, { status: 'Rejected', boots: 1, interval: 5 });
  expect((await station.boot()).status).toBe('Rejected');
  expect((await station.boot()).status).toBe('Accepted');
});

test('a station that has not booted is taken for one that is known from before', async () => {
  const station = await attach(await setUp());
  expect(await station.ask('StatusNotification', STATUS)).toEqual({});
});

describe('before acceptance', () => {
  test.each(['Pending', 'Rejected'] as const)('other messages are answered with SecurityError while %s', async (status) => {
    const station = await attach(await setUp(received({ status })));
    await station.boot();
    expect(await station.errorOf('StatusNotification', STATUS)).toBe('SecurityError');
    expect(await station.errorOf('Heartbeat', {})).toBe('SecurityError');
    expect((await station.boot()).status).toBe('Accepted');
    expect(await station.errorOf('StatusNotification', STATUS)).toBeUndefined();
  });

  test('what the CSMS has triggered is answered (B02.FR.09)', async () => {
    const setup = await setUp(received());
    const station = await attach(setup);
    await station.boot();
    await setup.csms.send(IDENTITY, 'TriggerMessage', { requestedMessage: 'StatusNotification' });
    expect(await station.errorOf('StatusNotification', STATUS)).toBeUndefined();
    expect(await station.errorOf('Heartbeat', {})).toBe('SecurityError');
  });

  test('a trigger that the station declines allows nothing', async () => {
    const setup = await setUp(received());
    const station = await attach(setup);
    station.answers.TriggerMessage = () => ({ status: 'Rejected' });
    await station.boot();
    await setup.csms.send(IDENTITY, 'TriggerMessage', { requestedMessage: 'Heartbeat' });
    expect(await station.errorOf('Heartbeat', {})).toBe('SecurityError');
  });

  test.each(['GetBaseReport', 'GetReport'] as const)('the report that %s asked for is answered, no other', async (action) => {
    const setup = await setUp(received());
    const station = await attach(setup);
    await station.boot();
    await setup.csms.send(IDENTITY, action, { requestId: 7 });
    const part = (requestId: number) => ({ requestId, seqNo: 0, generatedAt: NOON });
    expect(await station.errorOf('NotifyReport', part(7))).toBeUndefined();
    expect(await station.errorOf('NotifyReport', part(8))).toBe('SecurityError');
  });

  test('a report goes on after the station has been told again that it is pending', async () => {
    const setup = await setUp(received({ boots: 2 }));
    const station = await attach(setup);
    await station.boot();
    await setup.csms.send(IDENTITY, 'GetBaseReport', { requestId: 7 });
    await station.boot();
    expect(await station.errorOf('NotifyReport', { requestId: 7, seqNo: 0, generatedAt: NOON })).toBeUndefined();
  });

  test('what was triggered in an earlier life allows nothing', async () => {
    const setup = await setUp(received());
    const station = await attach(setup);
    await station.boot();
    await setup.csms.send(IDENTITY, 'TriggerMessage', { requestedMessage: 'Heartbeat' });
    await station.boot();
    await setup.csms.send(IDENTITY, 'TriggerMessage', { requestedMessage: 'Heartbeat' });
    setup.csms.setRegistration(IDENTITY, { status: 'Pending', boots: 1, interval: 20 });
    await station.boot();
    expect(await station.errorOf('Heartbeat', {})).toBe('SecurityError');
  });

  test('the message that follows the answer to a trigger at once is answered too', async () => {
    const setup = await setUp(received());
    const station = await attach(setup);
    await station.boot();
    const heartbeat = new Promise<void>((resolve) => {
      station.link.listen({
        sent: (text) => {
          if (text.includes('"Accepted"')) queueMicrotask(() => resolve(station.send('[2,"1","Heartbeat",{}]')));
        },
      });
    });
    await setup.csms.send(IDENTITY, 'TriggerMessage', { requestedMessage: 'Heartbeat' });
    await heartbeat;
    expect(JSON.parse(await station.next())).toEqual([3, '1', { currentTime: NOON }]);
  });

  test('the connection stays open while Pending (B02.FR.06)', async () => {
    const setup = await setUp(received({ interval: 3600 }));
    const station = await attach(setup);
    await station.boot();
    await wait(setup.clock, 3600 * SECOND);
    expect(station.link.open).toBe(true);
  });

  test('an operator can ask for nothing while Rejected (B03.FR.03)', async () => {
    const setup = await setUp(received({ status: 'Rejected' }));
    const station = await attach(setup);
    await station.boot();
    await expect(setup.csms.stimulate('send', { action: 'Reset', payload: {} })).rejects.toThrow(/rejected/);
    expect(station.received).toEqual([]);
  });
});

describe('scripts', () => {
  test('the registration is what was really sent', async () => {
    const setup = await setUp();
    const station = await attach(setup);
    setup.csms.interceptors.push({
      reply: ({ action }, reply) =>
        action === 'BootNotification' && 'payload' in reply ? { payload: { ...reply.payload, status: 'Pending', interval: 9 } } : reply,
    });
    expect(await station.boot()).toMatchObject({ status: 'Pending', interval: 9 });
    expect(await station.errorOf('Heartbeat', {})).toBe('SecurityError');
  });

  test('a reply that a script made invalid registers nothing', async () => {
    const setup = await setUp();
    const station = await attach(setup);
    setup.csms.interceptors.push({ reply: () => ({ payload: { status: 'Pending' } }) });
    await station.call('BootNotification', { reason: 'PowerUp', chargingStation: { model: 'M1', vendorName: 'V1' } });
    expect(setup.csms.show('registration')).toBeUndefined();
  });

  test('a reply that was replaced by an error registers nothing', async () => {
    const setup = await setUp(received({ status: 'Rejected' }));
    const station = await attach(setup);
    setup.csms.interceptors.push({ reply: () => ({ error: 'InternalError', description: '' }) });
    await station.call('BootNotification', { reason: 'PowerUp', chargingStation: { model: 'M1', vendorName: 'V1' } });
    setup.csms.interceptors.length = 0;
    expect(setup.csms.show('registration')).toBeUndefined();
    expect((await station.boot()).status).toBe('Rejected');
  });
});

describe('on boot', () => {
  const onBoot = {
    Accepted: [{ action: 'GetBaseReport' as const, payload: { reportBase: 'FullInventory' } }],
    Pending: [{ action: 'TriggerMessage' as const, payload: { requestedMessage: 'BootNotification' } }],
  };

  test('the CSMS is quiet unless told otherwise', async () => {
    const { station, clock } = await accepted();
    await wait(clock, 600 * SECOND);
    expect(station.received).toEqual([]);
  });

  test('the CSMS asks for what it was configured to ask', async () => {
    const setup = await setUp({ ...received(), onBoot });
    const station = await attach(setup);
    await station.boot();
    expect(setup.csms.busy).toBe(true);
    await setup.csms.idle();
    await station.boot('Triggered');
    await setup.csms.idle();
    expect(setup.csms.busy).toBe(false);
    expect(station.requests('TriggerMessage')).toEqual([{ requestedMessage: 'BootNotification' }]);
    expect(station.requests('GetBaseReport')).toMatchObject([{ reportBase: 'FullInventory' }]);
  });
});

test('a clock that follows the wall does as well', async () => {
  const clock = new RealClock(100);
  const config = defaultCsmsConfig({ stations: [{ identity: IDENTITY, password: PASSWORD }] });
  const csms = new Csms({ config, clock });
  await csms.listen();
  onTestFinished(() => csms.close());
  const options = { url: csms.endpoints[0]?.url ?? '', identity: IDENTITY, subprotocols: ['ocpp2.0.1'], password: PASSWORD, clock };
  const station = new ScriptedStation(await connect(options), clock);
  const before = clock.now();
  const { status, currentTime } = await station.boot();
  expect(status).toBe('Accepted');
  expect(Date.parse(currentTime)).toBeGreaterThanOrEqual(Math.floor(before));
  expect(Date.parse(currentTime)).toBeLessThanOrEqual(clock.now());
  expect((await csms.send(IDENTITY, 'Reset', {})).kind).toBe('result');
});
