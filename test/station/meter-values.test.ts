import { describe, expect, test } from 'vitest';
import type { MeterValueType } from '../../src/ocpp/generated/messages.ts';
import { nextAligned } from '../../src/station/transactions/clock-grid.ts';
import { act, events, offline, online, present } from './charging.ts';
import { type Scene, type SceneOptions, scene } from './kit.ts';

const REGISTER = 'Energy.Active.Import.Register';
const POWER = 'Power.Active.Import';
const at = (time: string) => `2026-01-01T${time}.000Z`;
const epoch = (time: string) => Date.parse(at(time));
/** Two and a half minutes before a quarter of an hour. */
const START = epoch('08:12:30');
const QUARTERS = { 'AlignedDataCtrlr.Interval': '900' };

/** Times, contexts and values, each reading in one line. */
const lines = (meterValue: readonly MeterValueType[] = []): string[] =>
  meterValue.map(({ timestamp, sampledValue }) =>
    [timestamp.slice(11, 19), ...sampledValue.map(({ context, value }) => `${context} ${value}`)].join(' '),
  );
/** MeterValuesRequests, each in one line. */
const values = ({ csms }: Scene): string[] =>
  csms.of('MeterValues').map(({ evseId, meterValue }) => `${evseId}: ${lines(meterValue).join()}`);
const ended = ({ csms }: Scene): string[] => lines(csms.of('TransactionEvent').at(-1)?.meterValue);
const started = (variables: Record<string, string>, options: SceneOptions = {}) => scene({ at: START, variables, ...options });

describe('the grid of clock-aligned times', () => {
  test.each([
    ['08:12:30', 900, '08:15:00'],
    ['08:15:00', 900, '08:30:00'],
    ['08:14:59', 900, '08:15:00'],
    ['00:00:00', 86_400, '24:00:00'],
    // 7000 s do not divide the day: the last interval is shorter.
    ['21:30:00', 7000, '23:20:00'],
    ['23:30:00', 7000, '24:00:00'],
  ])('after %s by %i s comes %s', (now, seconds, expected) => {
    const next = expected === '24:00:00' ? epoch('00:00:00') + 86_400_000 : epoch(expected);
    expect(nextAligned(epoch(now), seconds * 1000)).toBe(next);
  });
});

describe('clock-aligned data (J01)', () => {
  test('comes from the main meter and every idle EVSE, at times of the day (J01.FR.02, J01.FR.03, J01.FR.14)', async () => {
    const all = await started(QUARTERS);
    await all.pass(1800);
    expect(values(all)).toEqual(['08:15:00', '08:30:00'].flatMap((time) => [0, 1, 2].map((evseId) => `${evseId}: ${time} Sample.Clock 0`)));
    expect(all.csms.received.map(({ at: seconds }) => seconds)).toEqual([150, 150, 150, 1050, 1050, 1050]);
    expect(all.csms.of('MeterValues')[0]?.meterValue[0]?.sampledValue[0]).toMatchObject({ measurand: REGISTER, location: 'Inlet' });
  });

  test('comes in transaction events while there is a transaction (J01.FR.22)', async () => {
    const all = await started(QUARTERS);
    await act(all, 'plug-in', present());
    all.csms.forget();
    await all.pass(150);
    // 22 kW for 150 s, less the 5 s that booting took.
    expect(values(all)).toEqual(['0: 08:15:00 Sample.Clock 886.1', '2: 08:15:00 Sample.Clock 0']);
    expect(events(all)).toEqual(['Updated MeterValueClock Charging']);
    const [event] = all.csms.of('TransactionEvent');
    expect(event).toMatchObject({ timestamp: at('08:15:00'), evse: { id: 1 } });
    expect(lines(event?.meterValue)).toEqual(['08:15:00 Sample.Clock 886.1']);
  });

  test('has what Measurands lists (J01.FR.07)', async () => {
    const all = await started({ ...QUARTERS, 'AlignedDataCtrlr.Measurands': `${POWER},${REGISTER}` });
    await act(all, 'plug-in', present());
    await all.pass(150);
    const sampled = all.csms.of('TransactionEvent').at(-1)?.meterValue?.[0]?.sampledValue ?? [];
    expect(sampled.map(({ measurand, value }) => [measurand, value])).toEqual([
      [REGISTER, 886.1],
      [POWER, 22_000],
    ]);
    const [main] = all.csms.of('MeterValues');
    expect(main?.meterValue[0]?.sampledValue[1]).toMatchObject({ measurand: POWER, value: 22_000, unitOfMeasure: { unit: 'W' } });
  });

  test.each([
    ['an interval of 0', { 'AlignedDataCtrlr.Interval': '0' }],
    ['no measurands', { ...QUARTERS, 'AlignedDataCtrlr.Measurands': '' }],
    ['the controller disabled', { ...QUARTERS, 'AlignedDataCtrlr.Enabled': 'false' }],
    ['the controller unavailable', { ...QUARTERS, 'AlignedDataCtrlr.Available': 'false' }],
  ])('does not come with %s', async (_what, variables) => {
    const all = await started(variables);
    await act(all, 'plug-in', present());
    all.csms.forget();
    await all.pass(1800);
    expect(all.csms.actions.filter((action) => action !== 'Heartbeat')).toEqual([]);
  });

  test('does not come from anywhere during a transaction with SendDuringIdle (J01.FR.20)', async () => {
    const all = await started({ ...QUARTERS, 'AlignedDataCtrlr.SendDuringIdle': 'true' });
    await act(all, 'plug-in');
    await all.pass(150);
    expect(values(all)).toEqual([]);
    expect(events(all)).toHaveLength(1);
    await act(all, 'unplug');
    await all.pass(900);
    expect(values(all)).toHaveLength(3);
  });

  test('does not come from an EVSE with a transaction and a SendDuringIdle of its own (J01.FR.19)', async () => {
    const all = await started({ ...QUARTERS, 'AlignedDataCtrlr(1).SendDuringIdle': 'true' });
    await act(all, 'plug-in', ['plug-in', { evseId: 2 }]);
    all.csms.forget();
    await all.pass(150);
    expect(values(all)).toHaveLength(1);
    expect(all.csms.of('TransactionEvent').map(({ evse }) => evse?.id)).toEqual([2]);
  });

  test('follows an interval that is set later, and is none while the station is off', async () => {
    const all = await started({});
    await all.csms.ask('SetVariables', {
      setVariableData: [{ component: { name: 'AlignedDataCtrlr' }, variable: { name: 'Interval' }, attributeValue: '60' }],
    });
    await all.pass(61);
    expect(all.csms.of('MeterValues').map(({ meterValue }) => meterValue[0]?.timestamp)).toEqual([
      at('08:13:00'),
      at('08:13:00'),
      at('08:13:00'),
    ]);
    all.station.powerOff();
    await all.pass(300);
    all.csms.forget();
    all.station.powerOn();
    await all.station.idle();
    await all.pass(60);
    expect(all.csms.of('MeterValues')).toHaveLength(3);
  });

  test('follows the station clock when it is set', async () => {
    const all = await started(QUARTERS);
    all.csms.answers.Heartbeat = () => ({ currentTime: at('08:29:00') });
    await all.csms.ask('TriggerMessage', { requestedMessage: 'Heartbeat' });
    await all.station.idle();
    await all.pass(61);
    expect(values(all)[0]).toBe('0: 08:30:00 Sample.Clock 0');
  });

  test('of a transaction is queued while offline, other data is lost (J02)', async () => {
    const all = await started(QUARTERS);
    await act(all, 'plug-in', present());
    all.csms.forget();
    await offline(all);
    await all.pass(150);
    await online(all);
    expect(events(all)).toEqual(['Updated MeterValueClock Charging']);
    expect(all.csms.of('TransactionEvent')[0]).toMatchObject({ offline: true, timestamp: at('08:15:00') });
    expect(values(all)).toEqual([]);
  });
});

describe('readings for the end of a transaction (E06.FR.11)', () => {
  const SAMPLED = { 'SampledDataCtrlr.TxEndedMeasurands': REGISTER, 'SampledDataCtrlr.TxEndedInterval': '600' };
  const ALIGNED = { 'AlignedDataCtrlr.TxEndedMeasurands': REGISTER, 'AlignedDataCtrlr.TxEndedInterval': '600' };

  async function charged(variables: Record<string, string>, seconds: number): Promise<Scene> {
    const all = await started(variables);
    await act(all, 'plug-in', present());
    await all.pass(seconds);
    await act(all, 'unplug');
    return all;
  }

  test('clock-aligned ones are from the time of the transaction only', async () => {
    const all = await charged(ALIGNED, 1500);
    expect(events(all).at(-1)).toBe('Ended EVCommunicationLost Idle EVDisconnected');
    expect(ended(all)).toEqual(['08:20:00 Sample.Clock 2719.4', '08:30:00 Sample.Clock 6386.1']);
    // The next transaction begins with none.
    await act(all, 'plug-in', 'unplug');
    expect(ended(all)).toEqual([]);
  });

  test.each([
    ['an interval of 0', { ...ALIGNED, 'AlignedDataCtrlr.TxEndedInterval': '0' }],
    ['no measurands', { ...ALIGNED, 'AlignedDataCtrlr.TxEndedMeasurands': '' }],
    ['SendDuringIdle', { ...ALIGNED, 'AlignedDataCtrlr.SendDuringIdle': 'true' }],
    ['SendDuringIdle of the EVSE', { ...ALIGNED, 'AlignedDataCtrlr(1).SendDuringIdle': 'true' }],
    ['the controller disabled', { ...ALIGNED, 'AlignedDataCtrlr.Enabled': 'false' }],
  ])('there are no clock-aligned ones with %s', async (_what, variables) => {
    expect(ended(await charged(variables, 1500))).toEqual([]);
  });

  test('sampled ones are from the start on, at the interval, and at the end', async () => {
    const all = await charged(SAMPLED, 1500);
    expect(ended(all)).toEqual([
      '08:12:35 Transaction.Begin 0',
      '08:22:35 Sample.Periodic 3666.7',
      '08:32:35 Sample.Periodic 7333.3',
      '08:37:35 Transaction.End 9166.7',
    ]);
  });

  test('with an interval of 0 they are from the start and the end only', async () => {
    const all = await charged({ ...SAMPLED, 'SampledDataCtrlr.TxEndedInterval': '0' }, 1500);
    expect(ended(all)).toEqual(['08:12:35 Transaction.Begin 0', '08:37:35 Transaction.End 9166.7']);
  });

  test('both kinds come in the order of time', async () => {
    const all = await charged({ ...SAMPLED, ...ALIGNED }, 900);
    expect(ended(all).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '08:12:35 Transaction.Begin',
      '08:20:00 Sample.Clock',
      '08:22:35 Sample.Periodic',
      '08:27:35 Transaction.End',
    ]);
  });

  test('too many are thinned out, but for the first and the last (E06.FR.13, J02.FR.20)', async () => {
    const all = await charged({ ...SAMPLED, 'SampledDataCtrlr.TxEndedInterval': '1' }, 1500);
    const readings = ended(all);
    expect(readings.length).toBeLessThan(1010);
    expect(readings.slice(0, 3).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '08:12:35 Transaction.Begin',
      '08:12:37 Sample.Periodic',
      '08:12:39 Sample.Periodic',
    ]);
    expect(readings.at(-1)).toBe('08:37:35 Transaction.End 9166.7');
  });
});

describe('sampled data (J02)', () => {
  test('without measurands there is none', async () => {
    const none = { 'SampledDataCtrlr.TxUpdatedMeasurands': '', 'SampledDataCtrlr.TxUpdatedInterval': '60' };
    const all = await started(none);
    await act(all, 'plug-in', present());
    await all.pass(200);
    await act(all, 'unplug');
    expect(all.csms.of('TransactionEvent').flatMap(({ meterValue = [] }) => meterValue)).toEqual([]);
  });

  test('follows an interval that is set during the transaction', async () => {
    const all = await started({});
    await act(all, 'plug-in', present());
    all.csms.forget();
    all.station.variables.set('SampledDataCtrlr.TxUpdatedInterval', '30');
    await all.pass(65);
    all.station.variables.set('SampledDataCtrlr.TxUpdatedInterval', '0');
    await all.pass(65);
    expect(events(all)).toEqual(['Updated MeterValuePeriodic Charging', 'Updated MeterValuePeriodic Charging']);
  });

  test('ends with a transaction that a script has ended', async () => {
    const all = await started({ 'SampledDataCtrlr.TxUpdatedInterval': '30', ...QUARTERS });
    await act(all, 'plug-in', present());
    await all.station.send('TransactionEvent', { eventType: 'Ended' });
    all.csms.forget();
    await all.pass(200);
    expect(events(all)).toEqual([]);
    expect(values(all)).toHaveLength(3);
  });
});
