import { describe, expect, test } from 'vitest';
import { act, present } from './charging.ts';
import { type Scene, scene } from './kit.ts';
import { AVAILABILITY, evse, monitor, POWER, set, told } from './monitors.ts';

const CHARGING = ['plug-in', present()] as const;
/** A station at which these monitors are set. */
async function watched(...data: Parameters<typeof monitor>[0][]): Promise<Scene> {
  const all = await scene();
  await set(all, ...(data as object[]));
  await all.station.idle();
  return all;
}

describe('SetVariableMonitoring (N04)', () => {
  test('answers each element in its order (N04.FR.01, N04.FR.02, N04.FR.11)', async () => {
    const { csms } = await scene();
    const setMonitoringData = [monitor(), monitor({ component: evse(9) })] as [ReturnType<typeof monitor>, ReturnType<typeof monitor>];
    const { setMonitoringResult } = await csms.ask('SetVariableMonitoring', { setMonitoringData });
    expect(setMonitoringResult).toEqual([
      { ...POWER, type: 'UpperThreshold', severity: 3, status: 'Accepted', id: 1 },
      { component: evse(9), variable: { name: 'Power' }, type: 'UpperThreshold', severity: 3, status: 'UnknownComponent' },
    ]);
  });

  test.each([
    ['a component that there is not (FR.03)', { component: { name: 'Nose' } }, 'UnknownComponent'],
    ['a variable that the component lacks (FR.04)', { variable: { name: 'Nose' } }, 'UnknownVariable'],
    ['a threshold for what is no number (FR.05)', AVAILABILITY, 'UnsupportedMonitorType'],
    [
      'a variable that is not watched (FR.05)',
      { component: { name: 'AuthCtrlr' }, variable: { name: 'Enabled' } },
      'UnsupportedMonitorType',
    ],
    ['an upper threshold above the maximum (FR.06)', { value: 22_001 }, 'Rejected ValueOutOfRange'],
    ['a lower threshold above the maximum (FR.06)', { type: 'LowerThreshold', value: 22_001 }, 'Rejected ValueOutOfRange'],
    ['an id that there is not (FR.13)', { id: 7 }, 'Rejected NotFound'],
    ['a negative delta (FR.14)', { type: 'Delta', value: -1 }, 'Rejected ValuePositiveOnly'],
    ['a delta of nothing (FR.20)', { type: 'Delta', value: 0 }, 'Rejected ValueZeroNotAllowed'],
    ['a severity that there is not', { severity: 10 }, 'Rejected ValueOutOfRange'],
  ] as const)('%s', async (_what, data, expected) => {
    expect(await set(await scene(), data)).toEqual([expected]);
  });

  test('one of the same type and severity is a Duplicate, unless it replaces that one (FR.10, FR.12)', async () => {
    const all = await scene();
    expect(await set(all, {}, {}, { severity: 4 }, { type: 'LowerThreshold' }, { component: evse(2) })).toEqual([
      'Accepted 1',
      'Duplicate',
      'Accepted 2',
      'Accepted 3',
      'Accepted 4',
    ]);
    expect(await set(all, { value: 5000 }, { id: 1, value: 5000 }, { id: 1, severity: 4 })).toEqual([
      'Duplicate',
      'Accepted 1',
      'Duplicate',
    ]);
  });

  test('a monitor of another variable is not replaced (FR.16)', async () => {
    const all = await watched({});
    expect(await set(all, { id: 1, component: evse(2) })).toEqual(['Rejected NotFound']);
    await act(all, ...CHARGING);
    expect(told(all)).toEqual(['1 Alerting 22000']);
  });

  test('takes no more than it says (FR.09), and nothing when it is switched off', async () => {
    const many = await scene({ variables: { 'MonitoringCtrlr.ItemsPerMessage[SetVariableMonitoring]': '1' } });
    expect(await many.csms.call('SetVariableMonitoring', { setMonitoringData: [monitor(), monitor()] })).toMatchObject({
      kind: 'error',
      code: 'OccurrenceConstraintViolation',
    });
    const off = await scene({ variables: { 'MonitoringCtrlr.Enabled': 'false' } });
    expect(await off.csms.call('SetVariableMonitoring', { setMonitoringData: [monitor()] })).toMatchObject({ code: 'NotSupported' });
  });
});

describe('thresholds (N07)', () => {
  test('are told of once when they are exceeded, and once when that is over (FR.02, FR.06, FR.07, FR.16, FR.17)', async () => {
    const all = await watched({}, { type: 'LowerThreshold', value: 100 });
    expect(told(all)).toEqual(['2 Alerting 0']);
    await act(all, ...CHARGING);
    await all.pass(60);
    await act(all, present());
    expect(told(all)).toEqual(['2 Alerting 0', '1 Alerting 22000', '2 Alerting 22000 cleared', '1 Alerting 0 cleared', '2 Alerting 0']);
    const [
      ,
      {
        eventData: [event],
        seqNo,
      } = { eventData: [] },
    ] = all.csms.of('NotifyEvent');
    expect([seqNo, event]).toMatchObject([0, { ...POWER, variableMonitoringId: 1, eventNotificationType: 'CustomMonitor' }]);
    expect(event?.transactionId).toBe(all.csms.of('TransactionEvent')[0]?.transactionInfo.transactionId);
  });

  test('one that is changed is compared anew (FR.11)', async () => {
    const all = await watched({});
    await act(all, ...CHARGING);
    all.csms.forget();
    await set(all, { id: 1, value: 12_000 });
    await all.station.idle();
    expect(told(all)).toEqual([]);
    await set(all, { id: 1, value: 22_000 });
    await all.station.idle();
    expect(told(all)).toEqual(['1 Alerting 22000 cleared']);
  });

  test('one that is removed says nothing more (FR.12)', async () => {
    const all = await watched({});
    await act(all, ...CHARGING);
    all.csms.forget();
    await all.csms.ask('ClearVariableMonitoring', { id: [1] });
    await act(all, present());
    expect(told(all)).toEqual([]);
  });

  test('survives a reboot, after which it is compared again (FR.13, FR.14)', async () => {
    const all = await watched({});
    await act(all, ...CHARGING);
    await all.station.stimulate('power-cycle');
    await all.station.idle();
    expect(told(all)).toEqual(['1 Alerting 22000', '1 Alerting 0 cleared']);
  });

  test('a monitor for transactions sleeps without one', async () => {
    const all = await watched({ type: 'LowerThreshold', value: 100, transaction: true });
    expect(told(all)).toEqual([]);
    await act(all, 'plug-in');
    expect(told(all)).toEqual(['1 Alerting 0']);
  });
});

describe('changes (N07)', () => {
  test('of a number count from the value that was told last (FR.18)', async () => {
    const all = await watched({ type: 'Delta', value: 22_000 }, { type: 'Delta', value: 21_999, severity: 4 });
    await act(all, ...CHARGING, present());
    expect(told(all)).toEqual(['2 Delta 22000', '2 Delta 0']);
  });

  test('of anything else count whatever the value is (FR.19)', async () => {
    const all = await watched({ ...AVAILABILITY, type: 'Delta', value: 50 });
    await act(all, 'plug-in', 'unplug');
    expect(told(all)).toEqual(['1 Delta Occupied', '1 Delta Available']);
  });
});

describe('periodic monitors (N08)', () => {
  test('speak after every period (FR.04 to FR.06)', async () => {
    const all = await watched({ type: 'Periodic', value: 60 });
    await all.pass(181);
    expect(told(all)).toEqual(Array(3).fill('1 Periodic 0'));
    expect(all.csms.of('NotifyEvent').map(({ seqNo }) => seqNo)).toEqual([0, 0, 0]);
  });

  test('speak at full intervals of the clock if they are aligned (FR.07)', async () => {
    const all = await scene({ at: Date.parse('2026-01-01T08:12:30Z') });
    await set(all, { type: 'PeriodicClockAligned', value: 900 });
    await all.pass(1800);
    expect(all.csms.of('NotifyEvent').map(({ generatedAt }) => generatedAt.slice(11, 19))).toEqual(['08:15:00', '08:30:00']);
  });

  test('are silent when they are removed, but not after a reboot', async () => {
    const all = await watched({ type: 'Periodic', value: 60 });
    await all.station.stimulate('power-cycle');
    await all.pass(70);
    expect(told(all)).toEqual(['1 Periodic 0']);
    await all.csms.ask('ClearVariableMonitoring', { id: [1] });
    await all.pass(120);
    expect(told(all)).toEqual(['1 Periodic 0']);
  });
});

describe('severity', () => {
  const level = async ({ csms }: Scene, severity: number) => (await csms.ask('SetMonitoringLevel', { severity })).status;

  test('what is less severe than the level is not told (N05.FR.01, N05.FR.03, N07.FR.15)', async () => {
    const all = await watched({ severity: 3 }, { severity: 4 });
    expect(await level(all, 3)).toBe('Accepted');
    await act(all, ...CHARGING);
    expect(told(all)).toEqual(['1 Alerting 22000']);
  });

  test.each([-1, 10])('there is no level %i (N05.FR.02)', async (severity) => {
    expect(await level(await scene(), severity)).toBe('Rejected');
  });

  test('offline only what is severe enough is kept (N07.FR.04)', async () => {
    const all = await scene({
      variables: { 'MonitoringCtrlr.OfflineQueuingSeverity': '3', 'AuthCtrlr.OfflineTxForUnknownIdEnabled': 'true' },
    });
    await set(all, { severity: 3 }, { severity: 4 });
    all.station.goOffline();
    await act(all, ...CHARGING);
    all.station.goOnline();
    await all.station.idle();
    expect(told(all)).toEqual(['1 Alerting 22000']);
  });
});

describe('SetMonitoringBase (N03)', () => {
  test.each([
    ['All', ['Accepted', 'NotFound']],
    ['FactoryDefault', ['NotFound', 'NotFound']],
    ['HardWiredOnly', ['NotFound', 'NotFound']],
  ] as const)('%s (FR.01, FR.03 to FR.05)', async (monitoringBase, expected) => {
    const all = await watched({});
    expect((await all.csms.ask('SetMonitoringBase', { monitoringBase })).status).toBe('Accepted');
    const { clearMonitoringResult } = await all.csms.ask('ClearVariableMonitoring', { id: [1, 2] });
    // N06.FR.01, N06.FR.02, N06.FR.05
    expect(clearMonitoringResult.map(({ id, status }) => [id, status])).toEqual([
      [1, expected[0]],
      [2, expected[1]],
    ]);
  });

  test('one that the station lacks (FR.02)', async () => {
    const { csms } = await scene({ capabilities: { monitoringBases: ['All'] } });
    expect((await csms.ask('SetMonitoringBase', { monitoringBase: 'HardWiredOnly' })).status).toBe('NotSupported');
  });
});
