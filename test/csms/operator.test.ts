import { describe, expect, test } from 'vitest';
import { type CsmsConfig, defaultCsmsConfig } from '../../src/csms/config.ts';
import { Csms } from '../../src/csms/csms.ts';
import type { Payload } from '../../src/ocpp/frame.ts';
import { VirtualClock } from '../../src/time/virtual-clock.ts';
import { accepted, attach, IDENTITY, PASSWORD, setUp } from './kit.ts';

describe('the stimulus send', () => {
  test('is done as soon as the request is on its way', async () => {
    const { csms, station } = await accepted();
    let answer: (payload: Payload) => void = () => {};
    const held = new Promise<Payload>((resolve) => {
      answer = resolve;
    });
    csms.interceptors.push({ request: () => held });
    expect(await csms.stimulate('send', { action: 'Reset', payload: { type: 'Immediate' } })).toEqual({ outcome: 'done' });
    expect([csms.busy, station.received.length]).toEqual([true, 0]);
    answer({ type: 'OnIdle' });
    await csms.idle();
    expect([csms.busy, station.requests('Reset')]).toEqual([false, [{ type: 'OnIdle' }]]);
  });

  test('is busy until all parts have been answered', async () => {
    const { csms, station } = await accepted();
    station.answers.GetLocalListVersion = () => ({ versionNumber: 1 });
    await csms.stimulate('send', { action: 'SendLocalList', payload: { updateType: 'Differential' } });
    await csms.idle();
    expect(station.received).toHaveLength(2);
  });

  test.each([
    [{ action: 'Rest', payload: {} }, /action: a CSMS cannot request "Rest"; did you mean "Reset"\?/],
    [{ action: 'Heartbeat', payload: {} }, /action: a CSMS cannot request "Heartbeat"/],
    [{ payload: {} }, /action: the name of a request is needed/],
    [{ action: 'Reset', payload: 'x' }, /payload: a JSON object is needed/],
  ])('with wrong parameters is refused by name', async (parameters, message) => {
    const { csms } = await accepted();
    await expect(csms.stimulate('send', parameters)).rejects.toThrow(message);
  });

  test('to a station that is not connected is refused', async () => {
    const { csms } = await setUp();
    await expect(csms.stimulate('send', { action: 'Reset', payload: {} })).rejects.toThrow('"CS001" is not connected');
  });

  test('whose script fails leaves the CSMS idle and tells who watches', async () => {
    const { csms, crashes } = await accepted();
    csms.interceptors.push({ request: () => Promise.reject(new Error('the scenario is over')) });
    await csms.stimulate('send', { action: 'Reset', payload: {} });
    await csms.idle();
    expect(crashes).toEqual([new Error('the scenario is over')]);
  });
});

describe('the stimulus show', () => {
  test('is done if it is shown as expected, and denied if not', async () => {
    const { csms } = await accepted();
    expect(await csms.stimulate('show', { what: 'registration', expected: 'Accepted' })).toEqual({ outcome: 'done' });
    expect(await csms.stimulate('show', { what: 'registration', expected: 'Pending' })).toEqual({
      outcome: 'denied',
      note: 'registration is shown as Accepted',
    });
    expect(await csms.stimulate('show', { what: 'report 3', expected: 'complete' })).toEqual({
      outcome: 'denied',
      note: 'nothing is shown for report 3',
    });
  });
});

test('stimuli of stations are unsupported', async () => {
  const { csms } = await accepted();
  expect(await csms.stimulate('plug-in', {})).toEqual({ outcome: 'unsupported' });
});

test('which station is meant need not be said where only one is connected', async () => {
  const stations = [
    { identity: IDENTITY, password: PASSWORD },
    { identity: 'CS002', password: PASSWORD },
  ];
  const setup = await setUp({ stations });
  expect(() => setup.csms.show('registration')).toThrow('which one? Known are: CS001, CS002');
  const station = await attach(setup, { identity: 'CS002' });
  await station.boot();
  expect(setup.csms.show('registration')).toBe('Accepted');
  await attach(setup);
  expect(() => setup.csms.show('registration')).toThrow('which one?');
  expect(setup.csms.show('registration', 'CS002')).toBe('Accepted');
});

test('the state is plain data without secrets', async () => {
  const { csms } = await accepted();
  const state = csms.state();
  expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  expect(state).toMatchObject({
    endpoints: [{ url: csms.endpoints[0]?.url, securityProfile: 1 }],
    busy: false,
    stations: [{ identity: IDENTITY, connected: true, registration: 'Accepted', hardware: { model: 'M1', vendorName: 'V1' } }],
  });
  expect(JSON.stringify(state)).not.toContain(PASSWORD);
});

test.each([
  [{ endpoints: [] }, 'endpoints: at least one is needed'],
  [{ stations: [{ identity: 'CS:1' }] }, 'stations[0].identity: "CS:1" is not 1 to 48 characters'],
  [{ stations: [{ identity: 'x'.repeat(49) }] }, 'stations[0].identity'],
  [{ endpoints: [{ host: '127.0.0.1', port: 0, path: '/ocpp/', securityProfile: 1 as const }] }, 'endpoints[0].path'],
] satisfies [Partial<CsmsConfig>, string][])('a wrong configuration is refused by field', (overrides, message) => {
  expect(() => new Csms({ config: defaultCsmsConfig(overrides), clock: new VirtualClock(0) })).toThrow(message);
});
