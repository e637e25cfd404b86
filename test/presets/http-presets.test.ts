import { expect, test, vi } from 'vitest';
import type { Action } from '../../src/ocpp/action.ts';
import type { Payload } from '../../src/ocpp/frame.ts';
import { requestViolations } from '../../src/ocpp/validate.ts';
import { system } from '../kit/http-system.ts';
import { at, PLACE, presetDriver, TOKEN } from './kit.ts';

test('CitrineOS: each message goes to its module, and success means that it waits to be sent', async () => {
  const { url, asked } = await system((response, { body }) => {
    if (body.includes('idToken') || body === '{}') response.end('[{"success":true}]');
    else response.writeHead(400).end('{"message":"body must have required property \'idToken\'"}');
  });
  const driver = presetDriver('citrineos', at(url));
  const send = (action: string, payload: Payload) => driver.stimulate('send', { action, payload });
  const payload = { idToken: { idToken: '04A1', type: 'ISO14443' }, remoteStartId: 7 };
  expect(await send('RequestStartTransaction', payload)).toEqual({ outcome: 'done', carrier: 'http', dictated: true });
  expect(asked).toMatchObject([{ method: 'POST', path: '/ocpp/2.0.1/evdriver/requestStartTransaction?identifier=CS001&tenantId=1' }]);
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual(payload);
  expect(await send('ClearCache', {})).toMatchObject({ outcome: 'done' });
  expect(await send('GetLog', { requestId: 1 })).toMatchObject({
    outcome: 'skipped',
    note: expect.stringContaining('answered 400: {"message":"body must have required property \'idToken\''),
  });
  expect(await send('DataTransfer', {})).toMatchObject({
    outcome: 'unsupported',
    note: 'http: module is not known for action DataTransfer',
  });
});

test('CitrineOS: a message that is turned down is not on its way', async () => {
  const { url } = await system('[{"success":false,"payload":"station is not connected"}]');
  const carried = await presetDriver('citrineos', at(url)).stimulate('send', { action: 'Reset', payload: { type: 'OnIdle' } });
  expect(carried).toMatchObject({ outcome: 'skipped', note: expect.stringContaining('station is not connected') });
});

test('SAP simulator: procedures with Basic authentication, and a status in every answer', async () => {
  vi.stubEnv('SIMULATOR_PASSWORD', 'of-the-simulator');
  const { url, asked } = await system((response, { path, headers }) => {
    if (headers.authorization !== `Basic ${Buffer.from('admin:of-the-simulator').toString('base64')}`) response.writeHead(401).end();
    else response.end(JSON.stringify({ status: path.endsWith('/authorize') ? 'failure' : 'success' }));
  });
  const driver = presetDriver('sap-emobility-simulator', at(url));
  vi.unstubAllEnvs();
  expect(await driver.stimulate('plug-in', PLACE)).toEqual({ outcome: 'done', carrier: 'http' });
  expect(await driver.stimulate('present-token', TOKEN)).toMatchObject({ outcome: 'skipped', note: expect.stringContaining('failure') });
  expect(await driver.stimulate('power-cycle', {})).toMatchObject({ outcome: 'done' });
  expect(asked.map(({ path }) => path.replace('/ui/0.0.1/', ''))).toEqual([
    'statusNotification',
    'transactionEvent',
    'authorize',
    'stopChargingStation',
    'startChargingStation',
  ]);
  expect(JSON.parse(asked[1]?.body ?? '')).toEqual({ eventType: 'Started', evseId: 1, connectorId: 1 });
});

test('SAP simulator: without its password nothing is done', () => {
  vi.stubEnv('SIMULATOR_PASSWORD', undefined);
  expect(() => presetDriver('sap-emobility-simulator', at('http://127.0.0.1:9'))).toThrow('SIMULATOR_PASSWORD is not set');
  vi.unstubAllEnvs();
});

test('Solidstudio: whole messages of one transaction, each as OCPP has it', async () => {
  const { url, asked } = await system('{}');
  const driver = presetDriver('solidstudio-vcp', at(url));
  for (const [name, parameters] of [
    ['plug-in', PLACE],
    ['present-token', TOKEN],
    ['unplug', PLACE],
  ] as const)
    expect(await driver.stimulate(name, parameters)).toMatchObject({ outcome: 'done', dictated: true });
  const sent = asked.map(({ path, body }) => ({ path, ...(JSON.parse(body) as { action: string; payload: Payload }) }));
  expect(new Set(sent.map(({ path }) => path))).toEqual(new Set(['/execute']));
  expect(sent.map(({ action, payload }) => `${action} ${payload.eventType ?? payload.connectorStatus ?? ''}`.trim())).toEqual([
    'StatusNotification Occupied',
    'TransactionEvent Started',
    'Authorize',
    'TransactionEvent Updated',
    'TransactionEvent Ended',
    'StatusNotification Available',
  ]);
  for (const { action, payload } of sent) expect(requestViolations(action as Action, payload), action).toEqual([]);
  const events = sent.filter(({ action }) => action === 'TransactionEvent').map(({ payload }) => payload);
  expect(events.map(({ seqNo }) => seqNo)).toEqual([0, 1, 2]);
  expect(new Set(events.map(({ transactionInfo }) => (transactionInfo as { transactionId: string }).transactionId)).size).toBe(1);
});

test('relay board: switches with its key, and leaves looking to a person', async () => {
  vi.stubEnv('RELAY_AUTHORIZATION', 'Bearer key-of-the-board');
  const { url, asked } = await system('OK');
  const driver = presetDriver('relay-board', at(url));
  vi.unstubAllEnvs();
  expect(await driver.stimulate('power-cycle', {})).toMatchObject({ outcome: 'done' });
  expect(await driver.stimulate('plug-in', { evseId: 2, connectorId: 1 })).toMatchObject({ outcome: 'done' });
  expect(asked.map(({ path, headers }) => `${path} ${headers.authorization}`)).toEqual([
    '/relay/1/off Bearer key-of-the-board',
    '/relay/1/on Bearer key-of-the-board',
    '/relay/12/on Bearer key-of-the-board',
  ]);
  expect(await driver.stimulate('show', { what: 'x', expected: 'y' })).toMatchObject({ outcome: 'unsupported' });
});
