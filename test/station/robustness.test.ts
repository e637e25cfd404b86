import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACTIONS, type Action, mayRequest } from '../../src/ocpp/action.ts';
import type { Payload } from '../../src/ocpp/frame.ts';
import { messageSchema, resolve, type SchemaNode } from '../../src/ocpp/schema.ts';
import { requestViolations } from '../../src/ocpp/validate.ts';
import { defaultStationConfig, networkProfile } from '../../src/station/config.ts';
import { RealClock } from '../../src/time/real-clock.ts';
import { OcppServer } from '../../src/wire/server.ts';
import { newStation, scene } from './kit.ts';

/** Anything that a schema allows, near the edges rather than sensible. */
function anything(node: SchemaNode): fc.Arbitrary<unknown> {
  const schema = resolve(node);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object': {
      const { properties = {}, required = [] } = schema;
      const { customData, ...rest } = properties;
      const fields = Object.entries(rest).map(([name, property]): [string, fc.Arbitrary<unknown>] => [name, anything(property)]);
      return fc.record(Object.fromEntries(fields), { requiredKeys: required.filter((name) => name !== 'customData') });
    }
    case 'array':
      return fc.array(schema.items ? anything(schema.items) : fc.constant({}), { minLength: 1, maxLength: 2 });
    case 'integer':
      return fc.constantFrom(-1, 0, 1, 2, 2 ** 31, 1e15);
    case 'number':
      return fc.constantFrom(-1, 0, 0.1, 1e9);
    case 'boolean':
      return fc.boolean();
    default:
      if (schema.format === 'date-time')
        return fc.constantFrom('2026-01-01T00:00:00Z', '1970-01-01T00:00:00+14:00', '9999-12-31T23:59:59Z');
      return fc.constantFrom('', '1', 'EVSE', 'OCPPCommCtrlr', 'ws://127.0.0.1:1', '%', 'ü'.repeat(10), '__proto__');
  }
}

const FROM_CSMS = ACTIONS.filter((action) => mayRequest('csms', action));

test.each(FROM_CSMS)('survives any %s', async (action: Action) => {
  const { csms, station } = await scene();
  const requests = fc.sample(anything(messageSchema(`${action}Request`)) as fc.Arbitrary<Payload>, { numRuns: 30, seed: 7 });
  for (const request of requests.filter((candidate) => requestViolations(action, candidate).length === 0)) {
    const outcome = await csms.call(action, request as never);
    // A reset or a change of password closes the connection.
    expect(['result', 'error', 'closed']).toContain(outcome.kind);
    if (outcome.kind === 'error') expect(outcome.code).not.toBe('InternalError');
    if (outcome.kind === 'closed') break;
  }
  await station.stimulate('plug-in', { evseId: 1 });
  expect(station.state().powered).toBe(true);
});

test('survives any answer', async () => {
  const { csms, station } = await scene();
  for (const status of ['Accepted', 'Blocked', 'NoCredit']) {
    csms.answers = {
      Authorize: () => ({ idTokenInfo: { status, evseId: [99], cacheExpiryDateTime: '9999-12-31T23:59:59Z' } }),
      TransactionEvent: () => ({ idTokenInfo: { status }, totalCost: -1 }),
      Heartbeat: () => ({ currentTime: '0001-01-01T00:00:00Z' }),
    };
    for (const stimulus of ['plug-in', 'press-start', 'ev-suspend', 'unplug-at-ev', 'unplug', 'park', 'leave']) {
      await station.stimulate(stimulus, { evseId: 2 });
      await station.stimulate('present-token', { evseId: 2, idToken: 'A1', type: 'ISO14443' });
      await station.idle();
    }
  }
  csms.answers.BootNotification = () => ({ currentTime: '9999-12-31T23:59:59Z', interval: 2 ** 40, status: 'Accepted' });
  await station.stimulate('power-cycle');
  await csms.next('StatusNotification');
});

test('survives garbage', async () => {
  const { csms } = await scene();
  for (const text of [
    '',
    '{}',
    '[]',
    '[2]',
    '[3,"x",{}]',
    '[4,"x"]',
    '[2,"x","Reset",{"type":1}]',
    '[2,"y","Nothing",{}]',
    'x'.repeat(1000),
  ]) {
    csms.sendRaw(text);
  }
  expect(await csms.call('GetVariables', { getVariableData: [{ component: { name: 'A' }, variable: { name: 'B' } }] })).toMatchObject({
    kind: 'result',
  });
});

test('answers what it does not support, and what nobody knows (Part 4, 4.3)', async () => {
  const { csms } = await scene();
  expect(await csms.call('UnpublishFirmware', { checksum: '0' })).toMatchObject({ code: 'NotSupported' });
  expect(await csms.call('DataTransfer', { vendorId: 'someone' })).toMatchObject({ payload: { status: 'UnknownVendorId' } });
  csms.forget();
  csms.sendRaw('[2,"u1","Nothing",{}]');
  await csms.call('GetLocalListVersion', {});
  expect(csms.frames).toContainEqual([4, 'u1', 'NotImplemented', 'unknown action Nothing', {}]);
});

test('keeps real time as well', async () => {
  const clock = new RealClock(2000);
  const links: unknown[] = [];
  const server = await OcppServer.listen({
    host: '127.0.0.1',
    port: 0,
    clock,
    answer: () => ({ do: 'accept', subprotocol: 'ocpp2.0.1' }),
    linked: (link) =>
      link.listen({
        text: (text) => {
          const [, id, action] = JSON.parse(text) as [number, string, string];
          links.push(action);
          const boot = { currentTime: new Date(clock.now()).toISOString(), interval: 3600, status: 'Accepted' };
          link.send(JSON.stringify([3, id, action === 'BootNotification' ? boot : {}]));
        },
      }),
  });
  const station = newStation(defaultStationConfig({ networkProfiles: { 1: networkProfile(server.url, 1) } }), clock);
  station.powerOn();
  await station.idle();
  expect(links.slice(0, 2)).toEqual(['BootNotification', 'StatusNotification']);
  station.powerOff();
  await server.close();
});
