import { describe, expect, test } from 'vitest';
import type { RegistrationStatusEnumType } from '../../src/ocpp/generated/messages.ts';
import { scene } from './kit.ts';

const answer = (status: RegistrationStatusEnumType, interval = 10) => ({ currentTime: '2026-01-01T00:00:00Z', interval, status });

describe('cold boot, accepted (B01)', () => {
  test('reports its connectors and its startup', async () => {
    const { csms, station } = await scene({ boot: false });
    station.powerOn();
    expect(station.busy).toBe(true);
    await station.idle();
    expect(csms.actions).toEqual([
      'BootNotification',
      'StatusNotification',
      'StatusNotification',
      'StatusNotification',
      'SecurityEventNotification',
    ]);
    expect(csms.of('BootNotification')[0]).toEqual({
      reason: 'PowerUp',
      chargingStation: { model: 'Simulated station', vendorName: 'ocppspec', serialNumber: 'SN-001', firmwareVersion: '1.0.0' },
    });
    expect(csms.of('StatusNotification').map(({ evseId, connectorId, connectorStatus }) => [evseId, connectorId, connectorStatus])).toEqual(
      [
        [1, 1, 'Available'],
        [1, 2, 'Available'],
        [2, 1, 'Available'],
      ],
    );
    expect(csms.of('SecurityEventNotification')[0]?.type).toBe('StartupOfTheDevice');
    expect(station.busy).toBe(false);
  });

  test('reports a connector with a cable in as Occupied', async () => {
    const { csms, station } = await scene({ boot: false });
    await station.stimulate('plug-in', { evseId: 2, connectorId: 1 });
    station.powerOn();
    await station.idle();
    expect(csms.of('StatusNotification').map(({ connectorStatus }) => connectorStatus)).toEqual(['Available', 'Available', 'Occupied']);
  });

  test('takes the heartbeat interval from the response (B01.FR.04)', async () => {
    const { csms, station, pass } = await scene({ boot: false });
    csms.answers.BootNotification = () => answer('Accepted', 77);
    station.powerOn();
    await station.idle();
    csms.forget();
    expect(station.variables.get('OCPPCommCtrlr.HeartbeatInterval')).toBe('77');
    await pass(76);
    expect(csms.actions).toEqual([]);
    await pass(80);
    expect(csms.actions).toEqual(['Heartbeat', 'Heartbeat']);
  });

  test('keeps its interval where the CSMS names none, and counts it from the last request (G02.FR.05)', async () => {
    const { csms, station, pass } = await scene({ boot: false, variables: { 'OCPPCommCtrlr.HeartbeatInterval': '100' } });
    csms.answers.BootNotification = () => answer('Accepted', 0);
    station.powerOn();
    await station.idle();
    csms.forget();
    await pass(60);
    await station.stimulate('plug-in', { evseId: 1 });
    await station.idle();
    const since = csms.received.at(-1)?.at ?? 0;
    await pass(101);
    expect(csms.received.at(-1)).toMatchObject({ action: 'Heartbeat', at: since + 100 });
  });

  test('follows the clock of the CSMS and tells about a leap (B01.FR.06)', async () => {
    const { csms, station } = await scene({ boot: false });
    csms.answers.BootNotification = () => ({ ...answer('Accepted'), currentTime: '2030-05-05T05:05:05.000Z' });
    station.powerOn();
    await station.idle();
    expect(csms.of('StatusNotification')[0]?.timestamp).toMatch(/^2030-05-05T05:05:0/);
    expect(csms.of('SecurityEventNotification').map(({ type }) => type)).toEqual(['SettingSystemTime', 'StartupOfTheDevice']);
  });

  test('does not synchronize with a CSMS that is not its time source', async () => {
    const { csms, station } = await scene({ boot: false, variables: { 'ClockCtrlr.TimeSource': 'RealTimeClock' } });
    csms.answers.BootNotification = () => ({ ...answer('Accepted'), currentTime: '2030-05-05T05:05:05.000Z' });
    station.powerOn();
    await station.idle();
    expect(csms.of('StatusNotification')[0]?.timestamp).toMatch(/^2026-01-01/);
  });

  test('boots again after a power cycle', async () => {
    const { csms, station } = await scene();
    await station.stimulate('power-cycle');
    await station.idle();
    expect(csms.of('BootNotification').map(({ reason }) => reason)).toEqual(['PowerUp']);
    expect(csms.of('SecurityEventNotification').map(({ type }) => type)).toEqual(['StartupOfTheDevice']);
  });

  test.each([
    ['no answer', () => ({ silence: true as const }), 30 + 60],
    ['an error', () => ({ error: 'InternalError' as const, description: '' }), 60],
    ['an answer that its schema forbids', () => ({ payload: { status: 'Perhaps' } }), 30 + 60],
  ])('tries again after its own interval: %s', async (_what, reply, seconds) => {
    const { csms, station, pass } = await scene({ boot: false });
    csms.answers.BootNotification = reply;
    station.powerOn();
    await csms.next('BootNotification');
    await pass(seconds + 1);
    expect(csms.received.map(({ action, at }) => [action, at])).toEqual([
      ['BootNotification', 5],
      ['BootNotification', 5 + seconds],
    ]);
  });
});

describe('cold boot, pending (B02)', () => {
  async function pending(interval = 100) {
    const all = await scene({ boot: false });
    all.csms.answers.BootNotification = () => answer('Pending', interval);
    all.station.powerOn();
    await all.station.idle();
    return all;
  }

  test('sends nothing but the next BootNotificationRequest, when the interval is over', async () => {
    const { csms, station, pass } = await pending();
    await station.stimulate('plug-in', { evseId: 1 });
    await station.stimulate('present-token', { evseId: 1, idToken: 'A1', type: 'ISO14443' });
    await pass(101);
    expect(csms.received.map(({ action, at }) => [action, at])).toEqual([
      ['BootNotification', 5],
      ['BootNotification', 105],
    ]);
  });

  test('chooses an interval of its own where the CSMS names none (B02.FR.07)', async () => {
    const { csms, pass } = await pending(0);
    await pass(61);
    expect(csms.received.map(({ at }) => at)).toEqual([5, 65]);
  });

  test('keeps the connection and answers (B02.FR.01, B02.FR.06)', async () => {
    const { csms, station } = await pending();
    const variable = { component: { name: 'OCPPCommCtrlr' }, variable: { name: 'OfflineThreshold' } };
    expect(await csms.ask('SetVariables', { setVariableData: [{ ...variable, attributeValue: '300' }] })).toMatchObject({
      setVariableResult: [{ attributeStatus: 'Accepted' }],
    });
    expect(await csms.ask('GetVariables', { getVariableData: [variable] })).toMatchObject({
      getVariableResult: [{ attributeStatus: 'Accepted', attributeValue: '300' }],
    });
    expect(await csms.ask('GetBaseReport', { requestId: 1, reportBase: 'FullInventory' })).toMatchObject({ status: 'Accepted' });
    await station.idle();
    expect(csms.of('NotifyReport').at(-1)).toMatchObject({ tbc: false });
  });

  test('rejects remote starts and stops (B02.FR.05)', async () => {
    const { csms } = await pending();
    const start = { remoteStartId: 1, idToken: { idToken: 'A1', type: 'Central' as const }, evseId: 1 };
    expect(await csms.ask('RequestStartTransaction', start)).toMatchObject({ status: 'Rejected' });
    expect(await csms.ask('RequestStopTransaction', { transactionId: 'x' })).toMatchObject({ status: 'Rejected' });
  });

  test('boots earlier if it is told to, and then behaves like any accepted station', async () => {
    const { csms, station } = await pending();
    csms.answers.BootNotification = () => answer('Accepted');
    expect(await csms.ask('TriggerMessage', { requestedMessage: 'BootNotification' })).toEqual({ status: 'Accepted' });
    await station.idle();
    expect(csms.of('BootNotification').map(({ reason }) => reason)).toEqual(['PowerUp', 'Triggered']);
    expect(csms.of('StatusNotification')).toHaveLength(3);
    expect(await csms.ask('TriggerMessage', { requestedMessage: 'BootNotification' })).toEqual({ status: 'Rejected' });
  });

  test('sends other messages that it is told to', async () => {
    const { csms, station } = await pending();
    const evse = { id: 1, connectorId: 1 };
    expect(await csms.ask('TriggerMessage', { requestedMessage: 'StatusNotification', evse })).toEqual({ status: 'Accepted' });
    await station.idle();
    expect(csms.of('StatusNotification')).toHaveLength(1);
  });

  test('does not boot before the interval is over even if the connection breaks', async () => {
    const { csms, pass } = await pending();
    csms.link.close();
    await pass(90);
    expect(csms.links).toHaveLength(2);
    expect(csms.of('BootNotification')).toHaveLength(1);
    await pass(20);
    expect(csms.received.map(({ at }) => at)).toEqual([5, 105]);
  });
});

describe('cold boot, rejected (B03)', () => {
  async function rejected(disconnectsWhenRejected = false) {
    const all = await scene({ boot: false, capabilities: { disconnectsWhenRejected } });
    all.csms.answers.BootNotification = () => answer('Rejected', 100);
    all.station.powerOn();
    await all.station.idle();
    return all;
  }

  test('is silent until the interval is over', async () => {
    const { csms, pass } = await rejected();
    await pass(101);
    expect(csms.received.map(({ action, at }) => [action, at])).toEqual([
      ['BootNotification', 5],
      ['BootNotification', 105],
    ]);
    expect(csms.links).toHaveLength(1);
  });

  test('refuses requests of the CSMS with SecurityError (B03.FR.08)', async () => {
    const { csms } = await rejected();
    expect(await csms.call('GetBaseReport', { requestId: 1, reportBase: 'FullInventory' })).toMatchObject({ code: 'SecurityError' });
    expect(await csms.call('TriggerMessage', { requestedMessage: 'BootNotification' })).toMatchObject({ code: 'SecurityError' });
  });

  test('may close the connection until the interval is over (B03.FR.04)', async () => {
    const { csms, pass } = await rejected(true);
    expect(csms.link.open).toBe(false);
    await pass(99);
    expect(csms.links).toHaveLength(1);
    await pass(2);
    expect(csms.links).toHaveLength(2);
    expect(csms.received.map(({ at }) => at)).toEqual([5, 105]);
  });
});
