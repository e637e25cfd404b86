import { describe, expect, test } from 'vitest';
import type { ChangeAvailabilityRequest } from '../../src/ocpp/generated/messages.ts';
import { type Scene, scene } from './kit.ts';

const TOKEN = { idToken: 'A1', type: 'ISO14443' } as const;
const OTHER = { idToken: 'B2', type: 'ISO14443' } as const;
const statuses = ({ csms }: Scene) =>
  csms.of('StatusNotification').map(({ evseId, connectorId, connectorStatus }) => `${evseId}:${connectorId} ${connectorStatus}`);

async function change(
  all: Scene,
  operationalStatus: ChangeAvailabilityRequest['operationalStatus'],
  evse?: ChangeAvailabilityRequest['evse'],
) {
  all.csms.forget();
  const { status } = await all.csms.ask('ChangeAvailability', { operationalStatus, ...(evse ? { evse } : {}) });
  await all.station.idle();
  return [status, ...statuses(all)];
}

describe('ChangeAvailability (G03, G04)', () => {
  test.each([
    ['the station', undefined, ['1:1', '1:2', '2:1']],
    ['an EVSE', { id: 1 }, ['1:1', '1:2']],
    ['a connector', { id: 1, connectorId: 2 }, ['1:2']],
  ])('of %s', async (_what, evse, affected) => {
    const all = await scene();
    expect(await change(all, 'Inoperative', evse)).toEqual(['Accepted', ...affected.map((connector) => `${connector} Unavailable`)]);
    expect(await change(all, 'Inoperative', evse)).toEqual(['Accepted']);
    expect(await change(all, 'Operative', evse)).toEqual(['Accepted', ...affected.map((connector) => `${connector} Available`)]);
    expect(await change(all, 'Operative', evse)).toEqual(['Accepted']);
  });

  test('each level is undone by itself (G03.FR.07, G04.FR.08)', async () => {
    const all = await scene();
    await change(all, 'Inoperative', { id: 1, connectorId: 1 });
    await change(all, 'Inoperative');
    expect(await change(all, 'Operative')).toEqual(['Accepted', '1:2 Available', '2:1 Available']);
  });

  test('waits for the end of a transaction (G03.FR.05, G04.FR.06)', async () => {
    const all = await scene();
    await all.station.stimulate('plug-in', { evseId: 1 });
    await all.station.idle();
    expect(await change(all, 'Inoperative')).toEqual(['Scheduled', '2:1 Unavailable']);
    all.csms.forget();
    await all.station.stimulate('unplug', { evseId: 1 });
    await all.station.idle();
    expect(statuses(all)).toEqual(['1:1 Unavailable', '1:2 Unavailable']);
    expect(all.csms.of('TransactionEvent')).toMatchObject([{ eventType: 'Ended' }]);
  });

  test('rejects what it does not have', async () => {
    const all = await scene();
    expect(await change(all, 'Inoperative', { id: 9 })).toEqual(['Rejected']);
    expect(await change(all, 'Inoperative', { id: 1, connectorId: 9 })).toEqual(['Rejected']);
  });

  test('no one charges where it is inoperative', async () => {
    const all = await scene();
    await change(all, 'Inoperative', { id: 1 });
    all.csms.forget();
    await all.station.stimulate('plug-in', { evseId: 1 });
    await all.station.stimulate('present-token', { evseId: 1, ...TOKEN });
    await all.station.idle();
    expect(all.csms.actions).toEqual([]);
  });

  test('shows in the device model', async () => {
    const all = await scene();
    await all.station.stimulate('plug-in', { evseId: 1, connectorId: 2 });
    await change(all, 'Inoperative', { id: 2 });
    const state = (component: string) => all.station.variables.get(`${component}.AvailabilityState`);
    expect(['ChargingStation', 'EVSE(1)', 'EVSE(2)', 'Connector(1,1)', 'Connector(1,2)', 'Connector(2,1)'].map(state)).toEqual([
      'Occupied',
      'Occupied',
      'Unavailable',
      'Available',
      'Occupied',
      'Unavailable',
    ]);
  });
});

describe('reservations (H01 to H04)', () => {
  const reserve = (all: Scene, more: object = {}) =>
    all.csms.ask('ReserveNow', { id: 5, evseId: 1, idToken: TOKEN, expiryDateTime: '2026-01-01T00:10:00Z', ...more });

  async function reserved(more: object = {}): Promise<Scene> {
    const all = await scene();
    expect(await reserve(all, more)).toEqual({ status: 'Accepted' });
    await all.station.idle();
    expect(statuses(all)).toEqual(['1:1 Reserved', '1:2 Reserved']);
    all.csms.forget();
    return all;
  }

  test('is used up by its token (H03.FR.09)', async () => {
    const all = await reserved();
    await all.station.stimulate('present-token', { evseId: 1, ...TOKEN });
    await all.station.idle();
    expect(statuses(all)).toEqual(['1:1 Available', '1:2 Available']);
    await all.station.stimulate('plug-in', { evseId: 1 });
    await all.station.idle();
    expect(all.csms.of('TransactionEvent')[0]).toMatchObject({ triggerReason: 'Authorized', reservationId: 5, idToken: TOKEN });
    expect(
      all.csms
        .of('TransactionEvent')
        .slice(1)
        .every(({ reservationId }) => reservationId === undefined),
    ).toBe(true);
  });

  test('keeps others away, and the connector Reserved (G01.FR.09)', async () => {
    const all = await reserved();
    await all.station.stimulate('plug-in', { evseId: 1 });
    await all.station.stimulate('present-token', { evseId: 1, ...OTHER });
    await all.station.idle();
    expect(statuses(all)).toEqual([]);
    expect(all.csms.of('TransactionEvent').every(({ idToken }) => idToken === undefined)).toBe(true);
    expect(await all.csms.ask('RequestStartTransaction', { remoteStartId: 1, evseId: 1, idToken: OTHER })).toMatchObject({
      status: 'Rejected',
    });
    await all.station.stimulate('present-token', { evseId: 1, ...TOKEN });
    await all.station.idle();
    expect(statuses(all)).toEqual(['1:1 Occupied', '1:2 Available']);
  });

  test('is for a group, too (H03.FR.04)', async () => {
    const groupIdToken = { idToken: 'G', type: 'Central' };
    const all = await reserved({ groupIdToken });
    all.csms.answers.Authorize = () => ({ idTokenInfo: { status: 'Accepted', groupIdToken } });
    await all.station.stimulate('present-token', { evseId: 1, ...OTHER });
    await all.station.idle();
    expect(all.csms.of('TransactionEvent')).toMatchObject([{ idToken: OTHER, reservationId: 5 }]);
  });

  test('a member of its group is known by the list or the cache, or else by the CSMS (H03.FR.07, H03.FR.08)', async () => {
    const groupIdToken = { idToken: 'G', type: 'Central' } as const;
    const all = await reserved({ groupIdToken });
    all.station.variables.set('AuthCtrlr.LocalPreAuthorize', 'true');
    await all.csms.ask('SendLocalList', {
      updateType: 'Full',
      versionNumber: 1,
      localAuthorizationList: [{ idToken: OTHER, idTokenInfo: { status: 'Accepted', groupIdToken } }],
    });
    await all.station.stimulate('present-token', { evseId: 1, idToken: 'C3', type: 'ISO14443' });
    await all.station.idle();
    expect(all.csms.actions).toEqual(['Authorize']);
    await all.station.stimulate('present-token', { evseId: 1, ...OTHER });
    await all.station.idle();
    expect(all.csms.of('Authorize')).toHaveLength(1);
    expect(all.csms.of('TransactionEvent')).toMatchObject([{ idToken: OTHER, reservationId: 5 }]);
    expect(statuses(all)).toEqual(['1:1 Available', '1:2 Available']);
  });

  test.each([
    ['its token', TOKEN, undefined, 'Accepted'],
    ['another token (F01.FR.21)', OTHER, undefined, 'Rejected'],
    ['another token of its group', OTHER, 'G', 'Accepted'],
    ['a token of another group (F01.FR.22)', OTHER, 'H', 'Rejected'],
  ])('can be used by a remote start with %s', async (_what, idToken, group, status) => {
    const all = await reserved({ groupIdToken: { idToken: 'G', type: 'Central' } });
    const groupIdToken = group === undefined ? {} : { groupIdToken: { idToken: group, type: 'Central' as const } };
    const answer = await all.csms.ask('RequestStartTransaction', { remoteStartId: 1, evseId: 1, idToken, ...groupIdToken });
    expect(answer).toMatchObject({ status });
    await all.station.idle();
    expect(all.csms.of('TransactionEvent')).toMatchObject(
      status === 'Accepted' ? [{ reservationId: 5, triggerReason: 'RemoteStart' }] : [],
    );
  });

  test('expires (H04)', async () => {
    const all = await reserved();
    await all.pass(600);
    expect(all.csms.of('ReservationStatusUpdate')).toEqual([{ reservationId: 5, reservationUpdateStatus: 'Expired' }]);
    expect(statuses(all)).toEqual(['1:1 Available', '1:2 Available']);
  });

  test('can be cancelled (H02)', async () => {
    const all = await reserved();
    expect(await all.csms.ask('CancelReservation', { reservationId: 5 })).toEqual({ status: 'Accepted' });
    expect(await all.csms.ask('CancelReservation', { reservationId: 5 })).toEqual({ status: 'Rejected' });
    await all.station.idle();
    expect(statuses(all)).toEqual(['1:1 Available', '1:2 Available']);
    expect(all.csms.of('ReservationStatusUpdate')).toEqual([]);
  });

  test('ends where the EVSE becomes Unavailable (H01.FR.17)', async () => {
    const all = await reserved();
    await change(all, 'Inoperative', { id: 1 });
    expect(all.csms.of('ReservationStatusUpdate')).toEqual([{ reservationId: 5, reservationUpdateStatus: 'Removed' }]);
    expect(await change(all, 'Operative', { id: 1 })).toEqual(['Accepted', '1:1 Available', '1:2 Available']);
  });

  test('is replaced by one with the same id (H01.FR.02)', async () => {
    const all = await reserved();
    expect(await reserve(all, { idToken: OTHER })).toEqual({ status: 'Accepted' });
    await all.station.stimulate('present-token', { evseId: 1, ...OTHER });
    await all.station.idle();
    expect(all.csms.of('TransactionEvent')).toMatchObject([{ idToken: OTHER, reservationId: 5 }]);
  });

  test('is set aside while reservations are disabled', async () => {
    const all = await reserved();
    all.station.variables.set('ReservationCtrlr.Enabled', 'false');
    await all.station.idle();
    expect(statuses(all)).toEqual(['1:1 Available', '1:2 Available']);
  });

  test('is refused where it cannot be kept', async () => {
    const all = await reserved();
    expect(await reserve(all, { id: 6 })).toMatchObject({ status: 'Occupied' });
    expect(await reserve(all, { id: 6, evseId: 9 })).toMatchObject({ status: 'Rejected' });
    await change(all, 'Inoperative', { id: 2 });
    expect(await reserve(all, { id: 6, evseId: 2 })).toMatchObject({ status: 'Unavailable' });
    await change(all, 'Operative', { id: 2 });
    await all.station.stimulate('plug-in', { evseId: 2 });
    expect(await reserve(all, { id: 6, evseId: 2 })).toMatchObject({ status: 'Occupied' });
    const without = await scene({ capabilities: { reservations: false } });
    expect(await reserve(without)).toMatchObject({ status: 'Rejected' });
  });
});

describe('TriggerMessage (F06)', () => {
  test('answers before it sends', async () => {
    const all = await scene();
    const order: string[] = [];
    all.csms.link.listen({ text: (text) => order.push(text.slice(0, 2)) });
    await all.csms.ask('TriggerMessage', { requestedMessage: 'Heartbeat' });
    await all.station.idle();
    expect(order).toEqual(['[3', '[2']);
  });

  test('MeterValues for one EVSE or for all (F06.FR.06, F06.FR.11)', async () => {
    const all = await scene();
    expect(await all.csms.ask('TriggerMessage', { requestedMessage: 'MeterValues', evse: { id: 2 } })).toEqual({ status: 'Accepted' });
    await all.station.idle();
    expect(all.csms.of('MeterValues')).toMatchObject([
      { evseId: 2, meterValue: [{ sampledValue: [{ context: 'Trigger', measurand: 'Energy.Active.Import.Register' }] }] },
    ]);
    await all.csms.ask('TriggerMessage', { requestedMessage: 'MeterValues' });
    await all.station.idle();
    expect(all.csms.of('MeterValues').map(({ evseId }) => evseId)).toEqual([2, 1, 2]);
  });

  test('TransactionEvent where there is a transaction (F06.FR.07)', async () => {
    const all = await scene();
    expect(await all.csms.ask('TriggerMessage', { requestedMessage: 'TransactionEvent' })).toEqual({ status: 'Rejected' });
    await all.station.stimulate('plug-in', { evseId: 1 });
    await all.station.idle();
    all.csms.forget();
    expect(await all.csms.ask('TriggerMessage', { requestedMessage: 'TransactionEvent', evse: { id: 1 } })).toEqual({ status: 'Accepted' });
    await all.station.idle();
    expect(all.csms.of('TransactionEvent')).toMatchObject([
      {
        triggerReason: 'Trigger',
        transactionInfo: { chargingState: 'EVConnected' },
        meterValue: [{ sampledValue: [{ context: 'Trigger' }] }],
      },
    ]);
  });

  test('StatusNotification needs a connector (F06.FR.12)', async () => {
    const all = await scene();
    expect(await all.csms.ask('TriggerMessage', { requestedMessage: 'StatusNotification', evse: { id: 1 } })).toEqual({
      status: 'Rejected',
    });
    const evse = { id: 1, connectorId: 2 };
    expect(await all.csms.ask('TriggerMessage', { requestedMessage: 'StatusNotification', evse })).toEqual({ status: 'Accepted' });
    await all.station.idle();
    expect(statuses(all)).toEqual(['1:2 Available']);
  });

  test('knows what it has not implemented (F06.FR.08)', async () => {
    const { csms } = await scene();
    expect(await csms.ask('TriggerMessage', { requestedMessage: 'PublishFirmwareStatusNotification' })).toEqual({
      status: 'NotImplemented',
    });
  });
});

describe('UnlockConnector (F05)', () => {
  test('unlocks a socket, with or without a cable', async () => {
    const all = await scene();
    expect(await all.csms.ask('UnlockConnector', { evseId: 1, connectorId: 1 })).toEqual({ status: 'Unlocked' });
    await all.station.stimulate('plug-in', { evseId: 1 });
    expect(await all.csms.ask('UnlockConnector', { evseId: 1, connectorId: 1 })).toEqual({ status: 'Unlocked' });
  });

  test('leaves an authorized transaction alone (F05.FR.02)', async () => {
    const all = await scene();
    await all.station.stimulate('plug-in', { evseId: 1 });
    await all.station.stimulate('present-token', { evseId: 1, ...TOKEN });
    await all.station.idle();
    expect(await all.csms.ask('UnlockConnector', { evseId: 1, connectorId: 1 })).toEqual({ status: 'OngoingAuthorizedTransaction' });
  });

  test('cannot unlock what is not there or has no lock (F05.FR.03, F05.FR.07)', async () => {
    const { csms } = await scene();
    expect(await csms.ask('UnlockConnector', { evseId: 1, connectorId: 9 })).toMatchObject({ status: 'UnknownConnector' });
    expect(await csms.call('UnlockConnector', { evseId: 1, connectorId: 2 })).toMatchObject({ code: 'NotSupported' });
  });
});

test('ClearCache forgets the tokens, if there is a cache (C11)', async () => {
  const all = await scene();
  await all.station.stimulate('present-token', { evseId: 1, ...TOKEN });
  await all.station.idle();
  expect(await all.csms.ask('ClearCache', {})).toEqual({ status: 'Accepted' });
  all.station.goOffline();
  await all.station.stimulate('present-token', { evseId: 2, ...TOKEN });
  expect(all.station.state().evses[1]?.transaction).toBeNull();
  const without = await scene({ variables: { 'AuthCacheCtrlr.Enabled': 'false' } });
  expect(await without.csms.ask('ClearCache', {})).toMatchObject({ status: 'Rejected' });
});
