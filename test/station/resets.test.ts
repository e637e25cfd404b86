import { describe, expect, test } from 'vitest';
import { type Overrides, type Scene, scene } from './kit.ts';

const TOKEN = { idToken: 'A1', type: 'ISO14443' } as const;

async function charging(evseId = 1, overrides: Overrides = {}): Promise<Scene> {
  const all = await scene(overrides);
  await start(all, evseId);
  all.csms.forget();
  return all;
}

async function start({ station }: Scene, evseId: number): Promise<void> {
  await station.stimulate('plug-in', { evseId });
  await station.stimulate('present-token', { evseId, ...TOKEN });
  await station.idle();
  expect(station.state().evses.find(({ id }) => id === evseId)?.transaction?.chargingState).toBe('Charging');
}

async function stop({ station }: Scene, evseId: number): Promise<void> {
  await station.stimulate('present-token', { evseId, ...TOKEN });
  await station.idle();
  await station.stimulate('unplug', { evseId });
  await station.idle();
}

const statuses = ({ csms }: Scene) =>
  csms.of('StatusNotification').map(({ evseId, connectorId, connectorStatus }) => `${evseId}:${connectorId} ${connectorStatus}`);

describe('reset without a transaction (B11)', () => {
  test.each(['OnIdle', 'Immediate'] as const)('%s: reboots with RemoteReset', async (type) => {
    const all = await scene();
    expect(await all.csms.ask('Reset', { type })).toEqual({ status: 'Accepted' });
    await all.station.idle();
    expect(all.csms.of('BootNotification')).toMatchObject([{ reason: 'RemoteReset' }]);
    expect(statuses(all)).toEqual(['1:1 Available', '1:2 Available', '2:1 Available']);
    expect(all.csms.of('SecurityEventNotification').map(({ type: event }) => event)).toEqual(['ResetOrReboot']);
    expect(all.csms.links).toHaveLength(2);
  });

  test('Unavailable survives (B11.FR.02)', async () => {
    const all = await scene();
    await all.csms.ask('ChangeAvailability', { operationalStatus: 'Inoperative', evse: { id: 1, connectorId: 2 } });
    await all.station.idle();
    all.csms.forget();
    await all.csms.ask('Reset', { type: 'OnIdle' });
    await all.station.idle();
    expect(statuses(all)).toEqual(['1:1 Available', '1:2 Unavailable', '2:1 Available']);
  });

  test('Reserved survives, and a reset on idle waits for it (B11.FR.05)', async () => {
    const all = await scene();
    await all.csms.ask('ReserveNow', { id: 1, evseId: 2, idToken: TOKEN, expiryDateTime: '2026-01-01T01:00:00Z' });
    await all.station.idle();
    all.csms.forget();
    await all.csms.ask('Reset', { type: 'Immediate' });
    await all.station.idle();
    expect(statuses(all)).toEqual(['1:1 Available', '1:2 Available', '2:1 Reserved']);
    expect(await all.csms.ask('Reset', { type: 'OnIdle' })).toEqual({ status: 'Scheduled' });
    all.csms.forget();
    await all.csms.ask('CancelReservation', { reservationId: 1 });
    await all.station.idle();
    expect(all.csms.of('BootNotification')).toMatchObject([{ reason: 'ScheduledReset' }]);
  });

  test('resets a single EVSE without a reboot', async () => {
    const all = await scene();
    expect(await all.csms.ask('Reset', { type: 'OnIdle', evseId: 1 })).toEqual({ status: 'Accepted' });
    await all.station.idle();
    expect(all.csms.actions).toEqual([]);
    expect(all.station.variables.get('EVSE(1).AllowReset')).toBe('true');
  });

  test('rejects what it cannot reset (B11.FR.06, B11.FR.09)', async () => {
    const all = await scene({ capabilities: { resetEvse: false } });
    expect(await all.csms.ask('Reset', { type: 'OnIdle', evseId: 1 })).toMatchObject({ status: 'Rejected' });
    expect(all.station.variables.get('EVSE(1).AllowReset')).toBe('false');
    const able = await scene();
    expect(await able.csms.ask('Reset', { type: 'OnIdle', evseId: 9 })).toMatchObject({ status: 'Rejected' });
    const [, second] = await Promise.all([
      able.csms.ask('Reset', { type: 'Immediate', evseId: 1 }),
      able.csms.ask('Reset', { type: 'Immediate', evseId: 1 }),
    ]);
    expect(second).toMatchObject({ status: 'Rejected' });
    await able.station.idle();
  });

  test('may report its connectors before (B11.FR.03)', async () => {
    const all = await scene({ capabilities: { reportsReset: true } });
    await all.csms.ask('Reset', { type: 'Immediate', evseId: 2 });
    await all.station.idle();
    expect(statuses(all)).toEqual(['2:1 Unavailable', '2:1 Available']);
  });

  test('a reset that a script refuses is not carried out', async () => {
    const all = await scene();
    all.station.interceptors.push({ reply: () => ({ payload: { status: 'Rejected' } }) });
    await all.csms.ask('Reset', { type: 'Immediate' });
    await all.pass(60);
    expect(all.csms.actions).toEqual([]);
  });
});

describe('reset with a transaction, OnIdle (B12)', () => {
  test('waits for the normal end, keeps free EVSEs unavailable, and boots with ScheduledReset', async () => {
    const all = await charging();
    expect(await all.csms.ask('Reset', { type: 'OnIdle' })).toEqual({ status: 'Scheduled' });
    await all.station.idle();
    expect(statuses(all)).toEqual(['2:1 Unavailable']);
    await all.pass(600);
    expect(all.csms.of('BootNotification')).toEqual([]);
    all.csms.forget();
    await stop(all, 1);
    expect(all.csms.actions.slice(0, 5)).toEqual([
      'TransactionEvent',
      'TransactionEvent',
      'StatusNotification',
      'TransactionEvent',
      'BootNotification',
    ]);
    expect(all.csms.of('TransactionEvent').at(-1)).toMatchObject({
      eventType: 'Ended',
      triggerReason: 'EVCommunicationLost',
      transactionInfo: { stoppedReason: 'Local', chargingState: 'Idle' },
    });
    expect(all.csms.of('BootNotification')).toMatchObject([{ reason: 'ScheduledReset' }]);
    expect(statuses(all)).toEqual(['1:1 Available', '1:1 Available', '1:2 Available', '2:1 Available']);
  });

  test('lets no one begin to charge meanwhile', async () => {
    const all = await charging();
    await all.csms.ask('Reset', { type: 'OnIdle' });
    await all.station.stimulate('plug-in', { evseId: 2 });
    await all.station.stimulate('present-token', { evseId: 2, idToken: 'B2', type: 'ISO14443' });
    await all.station.idle();
    expect(all.csms.of('TransactionEvent')).toEqual([]);
    const start = await all.csms.ask('RequestStartTransaction', { remoteStartId: 1, evseId: 2, idToken: TOKEN });
    expect(start).toMatchObject({ status: 'Rejected' });
  });

  test('waits for all transactions', async () => {
    const all = await charging(1);
    await start(all, 2);
    await all.csms.ask('Reset', { type: 'OnIdle' });
    await stop(all, 1);
    await all.pass(600);
    expect(all.csms.of('BootNotification')).toEqual([]);
    await stop(all, 2);
    expect(all.csms.of('BootNotification')).toHaveLength(1);
  });

  test('does not wait for the cable, unless it is built so (errata B12.FR.11)', async () => {
    const overrides = { variables: { 'TxCtrlr.TxStopPoint': 'Authorized' } };
    const all = await charging(1, overrides);
    await all.csms.ask('Reset', { type: 'OnIdle' });
    await all.station.stimulate('present-token', { evseId: 1, ...TOKEN });
    await all.station.idle();
    expect(all.csms.of('BootNotification')).toHaveLength(1);
    expect(statuses(all).slice(-3)).toEqual(['1:1 Occupied', '1:2 Available', '2:1 Available']);
    const patient = await charging(1, { ...overrides, capabilities: { resetWaitsForCable: true } });
    await patient.csms.ask('Reset', { type: 'OnIdle' });
    await patient.station.stimulate('present-token', { evseId: 1, ...TOKEN });
    await patient.pass(600);
    expect(patient.csms.of('BootNotification')).toEqual([]);
    await patient.station.stimulate('unplug', { evseId: 1 });
    await patient.station.idle();
    expect(patient.csms.of('BootNotification')).toHaveLength(1);
  });

  test('of an EVSE waits for that EVSE only, without a reboot', async () => {
    const all = await charging(1);
    expect(await all.csms.ask('Reset', { type: 'OnIdle', evseId: 2 })).toEqual({ status: 'Accepted' });
    expect(await all.csms.ask('Reset', { type: 'OnIdle', evseId: 1 })).toEqual({ status: 'Scheduled' });
    await stop(all, 1);
    expect(all.csms.of('BootNotification')).toEqual([]);
    await start(all, 1);
  });

  test('goes on waiting though a script speaks for the station', async () => {
    const all = await charging(1);
    await all.csms.ask('Reset', { type: 'OnIdle' });
    await all.station.send('TransactionEvent', { eventType: 'Ended' });
    await all.station.idle();
    expect(all.csms.of('BootNotification')).toMatchObject([{ reason: 'ScheduledReset' }]);
  });
});

describe('reset with a transaction, Immediate (B12)', () => {
  test('ends the transaction and reboots with RemoteReset', async () => {
    const all = await charging();
    expect(await all.csms.ask('Reset', { type: 'Immediate' })).toEqual({ status: 'Accepted' });
    await all.station.idle();
    const [ended] = all.csms.of('TransactionEvent');
    expect(ended).toMatchObject({
      eventType: 'Ended',
      triggerReason: 'ResetCommand',
      transactionInfo: { chargingState: 'EVConnected', stoppedReason: 'ImmediateReset' },
    });
    expect(ended).not.toHaveProperty('idToken');
    expect(all.csms.actions.slice(0, 2)).toEqual(['TransactionEvent', 'BootNotification']);
    expect(all.csms.of('BootNotification')).toMatchObject([{ reason: 'RemoteReset' }]);
    expect(statuses(all)).toEqual(['1:1 Occupied', '1:2 Available', '2:1 Available']);
    expect(all.csms.of('TransactionEvent')).toHaveLength(1);
  });

  test('of an EVSE ends only what is there, without a reboot', async () => {
    const all = await charging(1);
    await start(all, 2);
    all.csms.forget();
    await all.csms.ask('Reset', { type: 'Immediate', evseId: 2 });
    await all.station.idle();
    expect(all.csms.of('TransactionEvent')).toMatchObject([{ eventType: 'Ended', evse: { id: 2 } }]);
    expect(all.csms.of('BootNotification')).toEqual([]);
  });

  test('sends the event after the reboot if it was not answered before (B12.FR.05)', async () => {
    const all = await charging();
    let answers = 0;
    all.csms.answers.TransactionEvent = () => (answers++ === 0 ? { silence: true } : {});
    await all.csms.ask('Reset', { type: 'Immediate' });
    await all.station.idle();
    expect(all.csms.received.map(({ action, at }) => [action, at - 5])).toEqual([
      ['TransactionEvent', 0],
      ['BootNotification', 35],
      ['StatusNotification', 35],
      ['StatusNotification', 35],
      ['StatusNotification', 35],
      ['SecurityEventNotification', 35],
      ['TransactionEvent', 35],
    ]);
    expect(all.csms.of('TransactionEvent')[1]).toMatchObject({ eventType: 'Ended', offline: true });
  });

  test('replaces a scheduled one', async () => {
    const all = await charging();
    await all.csms.ask('Reset', { type: 'OnIdle' });
    expect(await all.csms.ask('Reset', { type: 'Immediate' })).toEqual({ status: 'Accepted' });
    await all.station.idle();
    expect(all.csms.of('BootNotification')).toMatchObject([{ reason: 'RemoteReset' }]);
  });
});
