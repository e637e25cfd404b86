import { describe, expect, onTestFinished, test } from 'vitest';
import { StationControl } from '../../src/station/control.ts';
import { scene } from './kit.ts';

async function controlled() {
  const all = await scene();
  // No time passes while the test talks to the station over HTTP, which the clock cannot see.
  onTestFinished(all.clock.hold());
  const api = await StationControl.listen(all.station, 0);
  onTestFinished(() => api.close());
  const request = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(`http://127.0.0.1:${api.port}${path}`, { method, headers, ...(text === undefined ? {} : { body: text }) });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  return { ...all, request };
}

test('lists and gives stimuli', async () => {
  const { request, station, csms } = await controlled();
  const { body } = await request('GET', '/stimuli');
  expect(Object.keys(body)).toContain('plug-in');
  expect(Object.keys(body)).not.toContain('show');
  expect(await request('POST', '/stimuli/plug-in', { evseId: 1, connectorId: 2 })).toEqual({ status: 200, body: { done: 'plug-in' } });
  await station.idle();
  expect(csms.actions).toEqual(['StatusNotification', 'TransactionEvent']);
});

test('says what there is to see, if it is something else', async () => {
  const { request } = await controlled();
  const look = (expected: string) => request('POST', '/stimuli/look', { content: 'Hello', expected });
  expect(await look('not shown')).toEqual({ status: 200, body: { done: 'look' } });
  expect(await look('shown')).toEqual({ status: 200, body: { outcome: 'denied', note: 'no message is shown' } });
});

test('sends requests; null takes a field away', async () => {
  const { request, csms } = await controlled();
  const payload = { chargingStation: { serialNumber: null }, reason: 'Watchdog' };
  const { status, body } = await request('POST', '/send', { action: 'BootNotification', payload });
  expect([status, body.kind]).toEqual([200, 'result']);
  expect(csms.of('BootNotification')[0]).toEqual({
    reason: 'Watchdog',
    chargingStation: { model: 'Simulated station', vendorName: 'ocppspec', firmwareVersion: '1.0.0' },
  });
});

test('shows its state and its variables, but no secrets', async () => {
  const { request, config } = await controlled();
  const state = await request('GET', '/state');
  expect(state.body).toMatchObject({ identity: 'CS-001', connected: true, registration: 'Accepted', evses: [{ id: 1 }, { id: 2 }] });
  const variables = await request('GET', '/variables');
  expect(variables.body).toMatchObject({ 'OCPPCommCtrlr.OfflineThreshold': '60', 'SecurityCtrlr.BasicAuthPassword': null });
  expect(JSON.stringify([state, variables])).not.toContain(config.password);
});

test('sets variables', async () => {
  const { request, station } = await controlled();
  expect(await request('PUT', '/variables', { 'OCPPCommCtrlr.OfflineThreshold': '5' })).toMatchObject({ status: 200 });
  expect(station.variables.get('OCPPCommCtrlr.OfflineThreshold')).toBe('5');
});

test('switches the station off and on', async () => {
  const { request, station } = await controlled();
  expect(await request('POST', '/power', { on: false })).toEqual({ status: 200, body: { on: false } });
  expect(station.state()).toMatchObject({ powered: false, connected: false });
  await request('POST', '/power', { on: true });
  expect(station.state()).toMatchObject({ powered: true });
});

test('lists faults', async () => {
  const { request } = await controlled();
  const { body } = await request('GET', '/faults');
  expect(body).toMatchObject({ active: [], known: { 'report-seqno-gap': { requirement: 'B07.FR.10' } } });
});

describe('says what is wrong and how to mend it', () => {
  test.each([
    ['POST', '/stimuli/plugin', {}, 404, 'did you mean plug-in?', undefined],
    ['POST', '/stimuli/plug-in', { evseId: 9 }, 400, 'no EVSE 9; this station has 1, 2', 'evseId'],
    ['POST', '/stimuli/plug-in', { evseId: 'one' }, 400, 'evseId has to be of type integer', 'evseId'],
    ['POST', '/stimuli/plug-in', { evse: 1 }, 400, 'it takes evseId, connectorId', 'evse'],
    ['POST', '/stimuli/plug-in', { evseId: 2, connectorId: 2 }, 400, 'EVSE 2 has no connector 2, but 1', 'connectorId'],
    ['POST', '/stimuli/present-token', { type: 'ISO14443' }, 400, 'idToken is missing', 'idToken'],
    ['POST', '/send', {}, 400, 'action is missing', 'action'],
    ['POST', '/send', { action: 'Reset' }, 400, 'a station does not send Reset', 'action'],
    ['POST', '/send', { action: 'Heartbeat', payload: 1 }, 400, 'payload has to be an object', 'payload'],
    [
      'PUT',
      '/variables',
      { 'OCPPCommCtrlr.OflineThreshold': '1' },
      404,
      'did you mean OCPPCommCtrlr.OfflineThreshold?',
      'OCPPCommCtrlr.OflineThreshold',
    ],
    ['PUT', '/variables', { 'OCPPCommCtrlr.OfflineThreshold': 1 }, 400, 'is a string: "1"', 'OCPPCommCtrlr.OfflineThreshold'],
    ['PUT', '/variables', { 'OCPPCommCtrlr.OfflineThreshold': 'x' }, 400, 'does not fit (InvalidValue)', 'OCPPCommCtrlr.OfflineThreshold'],
    ['POST', '/power', { on: 1 }, 400, 'on has to be true or false', 'on'],
    ['GET', '/stat', undefined, 404, 'did you mean GET /state?', undefined],
    ['POST', '/power', '{', 400, 'the body is not JSON', undefined],
    ['POST', '/power', [], 400, 'the body has to be a JSON object', undefined],
    ['POST', '/power', `{"on":"${'x'.repeat(300_000)}"}`, 413, 'longer than', undefined],
  ])('%s %s %j', async (method, path, body, status, message, field) => {
    const { request } = await controlled();
    const answer = await request(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toContain(message);
    expect(answer.body.field).toBe(field);
  });

  test('serves no web pages', async () => {
    const { request } = await controlled();
    expect(await request('GET', '/state', undefined, { Origin: 'https://example.org' })).toMatchObject({ status: 403 });
  });
});
