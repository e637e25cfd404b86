import { describe, expect, test } from 'vitest';
import { act, events, POINTS, present, story, TOKEN } from './charging.ts';
import { type Scene, scene } from './kit.ts';

describe('start (E01, E02, E03)', () => {
  test('cable first', async () => {
    const all = await story({}, 'plug-in', present());
    expect(all.csms.actions).toEqual(['StatusNotification', 'TransactionEvent', 'Authorize', 'TransactionEvent', 'TransactionEvent']);
    expect(events(all)).toEqual([
      'Started CablePluggedIn EVConnected',
      'Updated Authorized EVConnected',
      'Updated ChargingStateChanged Charging',
    ]);
    const [started, authorized, charging] = all.csms.of('TransactionEvent');
    expect([started?.seqNo, authorized?.seqNo, charging?.seqNo]).toEqual([0, 1, 2]);
    expect(new Set(all.csms.of('TransactionEvent').map(({ transactionInfo }) => transactionInfo.transactionId)).size).toBe(1);
    expect([started?.idToken, authorized?.idToken, charging?.idToken]).toEqual([undefined, TOKEN, undefined]);
    expect(started?.evse).toEqual({ id: 1, connectorId: 1 });
    expect(started).not.toHaveProperty('offline');
    expect(all.csms.of('Authorize')).toEqual([{ idToken: TOKEN }]);
  });

  test('token first', async () => {
    const all = await story({}, present(), 'plug-in');
    expect(all.csms.actions).toEqual(['Authorize', 'TransactionEvent', 'StatusNotification', 'TransactionEvent', 'TransactionEvent']);
    expect(events(all)).toEqual(['Started Authorized Idle', 'Updated CablePluggedIn EVConnected', 'Updated ChargingStateChanged Charging']);
    expect(all.csms.of('TransactionEvent')[0]).toMatchObject({ idToken: TOKEN, evse: { id: 1 } });
    expect(all.csms.of('TransactionEvent')[1]).toMatchObject({ evse: { id: 1, connectorId: 1 } });
  });

  test.each([
    ['PowerPathClosed', ['plug-in', present()], ['Started Authorized EVConnected', 'Updated ChargingStateChanged Charging'], 0],
    ['PowerPathClosed', [present(), 'plug-in'], ['Started CablePluggedIn EVConnected', 'Updated ChargingStateChanged Charging'], 0],
    ['EnergyTransfer', ['plug-in', present()], ['Started ChargingStateChanged Charging'], 0],
    ['Authorized', ['plug-in', present()], ['Started Authorized EVConnected', 'Updated ChargingStateChanged Charging'], 0],
    [
      'ParkingBayOccupancy',
      ['park', 'plug-in', present()],
      [
        'Started EVDetected Idle',
        'Updated CablePluggedIn EVConnected',
        'Updated Authorized EVConnected',
        'Updated ChargingStateChanged Charging',
      ],
      2,
    ],
  ] as [string, (string | [string, object])[], string[], number][])('TxStartPoint %s: %j', async (start, stimuli, expected, withToken) => {
    const all = await story({ [POINTS.start]: start }, ...stimuli);
    expect(events(all)).toEqual(expected);
    expect(all.csms.of('TransactionEvent').findIndex(({ idToken }) => idToken)).toBe(withToken);
  });

  test('a token that is not accepted starts nothing', async () => {
    const all = await scene();
    all.csms.answers.Authorize = () => ({ idTokenInfo: { status: 'Invalid' } });
    await act(all, 'plug-in', present());
    expect(events(all)).toEqual(['Started CablePluggedIn EVConnected']);
    all.csms.answers.Authorize = () => ({ idTokenInfo: { status: 'Accepted', evseId: [2] } });
    await act(all, present());
    expect(events(all)).toHaveLength(1);
  });

  test('a button starts without authorization (C02)', async () => {
    const all = await story({}, 'plug-in', 'press-start');
    expect(all.csms.of('Authorize')).toEqual([]);
    expect(all.csms.of('TransactionEvent')[1]).toMatchObject({
      triggerReason: 'Authorized',
      idToken: { idToken: '', type: 'NoAuthorization' },
    });
  });

  test('without AuthCtrlr.Enabled no one is asked, and a cable is enough', async () => {
    const all = await story({ 'AuthCtrlr.Enabled': 'false' }, present(), 'plug-in', ['plug-in', { evseId: 2 }]);
    expect(all.csms.of('Authorize')).toEqual([]);
    const charging = all.csms.of('TransactionEvent').filter(({ transactionInfo }) => transactionInfo.chargingState === 'Charging');
    expect(charging.map(({ evse }) => evse?.id)).toEqual([1, 2]);
    const tokens = all.csms.of('TransactionEvent').flatMap(({ idToken }) => idToken ?? []);
    expect(tokens).toEqual([TOKEN, { idToken: '', type: 'NoAuthorization' }]);
  });

  test('an EV that does not want to charge yet', async () => {
    const all = await story({}, 'ev-suspend', present(), 'plug-in');
    expect(events(all).at(-1)).toBe('Updated ChargingStateChanged SuspendedEV');
  });

  test('one EVSE has one transaction (E01.FR.14)', async () => {
    const all = await story({}, 'plug-in', ['plug-in', { connectorId: 2 }]);
    expect(events(all)).toEqual(['Started CablePluggedIn EVConnected']);
  });

  test('the driver who names no EVSE means where the cable is', async () => {
    const all = await scene();
    await all.station.stimulate('plug-in', { evseId: 2 });
    await all.station.stimulate('present-token', TOKEN);
    await all.station.idle();
    expect(all.csms.of('TransactionEvent').every(({ evse }) => evse?.id === 2)).toBe(true);
    expect(events(all).at(-1)).toBe('Updated ChargingStateChanged Charging');
  });
});

describe('stop (E06, E07)', () => {
  const CHARGING = ['plug-in', present()];
  const rest = (all: Scene): string[] => events(all).slice(3);

  test.each([
    [
      'EVConnected',
      [present(), 'unplug'],
      ['Updated StopAuthorized Charging', 'Updated ChargingStateChanged EVConnected', 'Ended EVCommunicationLost Idle Local'],
    ],
    ['Authorized', [present(), 'unplug'], ['Ended StopAuthorized EVConnected Local']],
    ['PowerPathClosed', [present(), 'unplug'], ['Ended StopAuthorized EVConnected Local']],
    ['EnergyTransfer', [present(), 'unplug'], ['Updated StopAuthorized Charging', 'Ended ChargingStateChanged EVConnected Local']],
    [
      'ParkingBayOccupancy',
      [present(), 'unplug', 'leave'],
      [
        'Updated StopAuthorized Charging',
        'Updated ChargingStateChanged EVConnected',
        'Updated EVCommunicationLost Idle',
        'Ended EVDeparted Idle Local',
      ],
    ],
    ['EVConnected', ['unplug'], ['Ended EVCommunicationLost Idle EVDisconnected']],
    ['EnergyTransfer', ['ev-suspend'], ['Ended ChargingStateChanged EVConnected StoppedByEV']],
    ['EVConnected', ['ev-suspend'], ['Updated ChargingStateChanged SuspendedEV']],
  ] as [string, (string | [string, object])[], string[]][])('TxStopPoint %s: %j', async (stop, stimuli, expected) => {
    const all = await story({ [POINTS.stop]: stop }, ...CHARGING, ...stimuli);
    expect(rest(all)).toEqual(expected);
  });

  test('reports the connector before the end of the transaction', async () => {
    const all = await story({}, ...CHARGING, present());
    all.csms.forget();
    await act(all, 'unplug');
    expect(all.csms.actions).toEqual(['StatusNotification', 'TransactionEvent']);
    expect(all.csms.of('StatusNotification')).toMatchObject([{ connectorStatus: 'Available', evseId: 1, connectorId: 1 }]);
  });

  test('a token stops what it has started, however it is spelled, without Authorize (C01.FR.03)', async () => {
    const all = await story({ [POINTS.stop]: 'Authorized' }, ...CHARGING);
    all.csms.forget();
    await act(all, present({ idToken: 'a1', type: 'ISO14443' }));
    expect(all.csms.actions).toEqual(['TransactionEvent']);
    expect(all.csms.of('TransactionEvent')[0]?.idToken).toEqual({ idToken: 'a1', type: 'ISO14443' });
  });

  test('another token does not stop it, unless it is of the same group (C09)', async () => {
    const groupIdToken = { idToken: 'G', type: 'Central' };
    const all = await scene({ variables: { [POINTS.stop]: 'Authorized' } });
    all.csms.answers.Authorize = () => ({ idTokenInfo: { status: 'Accepted', groupIdToken } });
    await act(all, ...CHARGING);
    all.csms.answers.Authorize = () => ({ idTokenInfo: { status: 'Accepted' } });
    await act(all, present({ idToken: 'B2', type: 'ISO14443' }));
    expect(rest(all)).toEqual([]);
    all.csms.answers.Authorize = () => ({ idTokenInfo: { status: 'Accepted', groupIdToken } });
    await act(all, present({ idToken: 'C3', type: 'ISO14443' }));
    expect(rest(all)).toEqual(['Ended StopAuthorized EVConnected Local']);
    expect(all.csms.of('Authorize')).toHaveLength(3);
  });

  test('ends before the cable is plugged in if the token is presented again', async () => {
    const all = await story({}, present(), present());
    expect(events(all)).toEqual(['Started Authorized Idle', 'Ended StopAuthorized Idle Local']);
  });

  test('a CSMS that does not accept the token ends it (E05)', async () => {
    const cases: [Record<string, string>, string[]][] = [
      [{ [POINTS.stop]: 'Authorized' }, ['Ended Deauthorized EVConnected DeAuthorized']],
      [{ [POINTS.stop]: 'EVConnected' }, ['Updated Deauthorized EVConnected']],
      [{ 'TxCtrlr.StopTxOnInvalidId': 'false' }, ['Updated ChargingStateChanged SuspendedEVSE']],
    ];
    for (const [variables, expected] of cases) {
      const all = await scene({ variables });
      all.csms.answers.TransactionEvent = ({ idToken }) => (idToken ? { idTokenInfo: { status: 'Invalid' } } : {});
      await act(all, ...CHARGING);
      expect(rest(all)).toEqual(expected);
    }
  });

  test.each([
    ['EVConnected', 'true', ['Ended EVCommunicationLost Idle EVDisconnected']],
    ['Authorized', 'true', ['Ended EVCommunicationLost Idle EVDisconnected']],
    ['PowerPathClosed', 'false', ['Ended EVCommunicationLost Idle EVDisconnected']],
    ['Authorized', 'false', ['Updated EVCommunicationLost Idle']],
    ['ParkingBayOccupancy', 'true', ['Updated EVCommunicationLost Idle']],
  ])('unplugged at the EV, TxStopPoint %s, StopTxOnEVSideDisconnect %s (E09, E10)', async (stop, stops, expected) => {
    const all = await scene({ variables: { [POINTS.stop]: stop, 'TxCtrlr.StopTxOnEVSideDisconnect': stops } });
    await act(all, ...CHARGING);
    all.csms.forget();
    await act(all, 'unplug-at-ev');
    expect(events(all)).toEqual(expected);
    // The cable is still in at the station.
    expect(all.csms.of('StatusNotification')).toEqual([]);
    await act(all, 'unplug');
    expect(all.csms.of('StatusNotification')).toMatchObject([{ connectorStatus: 'Available' }]);
  });

  test('goes on when it is plugged in again at the EV (E10)', async () => {
    const all = await scene({ variables: { [POINTS.stop]: 'Authorized', 'TxCtrlr.StopTxOnEVSideDisconnect': 'false' } });
    await act(all, ...CHARGING, 'unplug-at-ev');
    all.csms.forget();
    await act(all, 'plug-in');
    expect(events(all)).toEqual(['Updated CablePluggedIn EVConnected', 'Updated ChargingStateChanged Charging']);
  });

  test('a fixed cable that stays unplugged ends it after EVConnectionTimeOut (E10.FR.02)', async () => {
    const all = await scene({ variables: { [POINTS.stop]: 'Authorized', 'TxCtrlr.StopTxOnEVSideDisconnect': 'false' } });
    await act(all, ['plug-in', { connectorId: 2 }], present(), 'unplug-at-ev');
    expect(all.csms.of('StatusNotification').at(-1)).toMatchObject({ connectorId: 2, connectorStatus: 'Available' });
    await all.pass(61);
    expect(rest(all)).toEqual(['Updated EVCommunicationLost Idle', 'Ended EVConnectTimeout Idle Timeout']);
  });
});

describe('EVConnectionTimeOut (E03)', () => {
  test.each([
    ['EVConnected', ['Started Authorized Idle', 'Ended EVConnectTimeout Idle Timeout']],
    ['ParkingBayOccupancy', ['Started Authorized Idle', 'Updated EVConnectTimeout Idle']],
  ])('TxStopPoint %s', async (stop, expected) => {
    const all = await story({ [POINTS.stop]: stop }, present());
    await all.pass(59);
    expect(events(all)).toHaveLength(1);
    await all.pass(2);
    expect(events(all)).toEqual(expected);
  });

  test('ends an authorization that has started nothing (C01.FR.26)', async () => {
    const all = await story({ [POINTS.start]: 'PowerPathClosed' }, present());
    await all.pass(61);
    await act(all, 'plug-in');
    expect(events(all)).toEqual([]);
  });

  test('leaves the EVSE ready for the next driver', async () => {
    const all = await story({}, present());
    await all.pass(61);
    all.csms.forget();
    await act(all, present({ idToken: 'B2', type: 'ISO14443' }), 'plug-in');
    expect(events(all)).toHaveLength(3);
  });
});

describe('meter values', () => {
  const REGISTER = 'Energy.Active.Import.Register';
  const METERED = {
    'SampledDataCtrlr.TxStartedMeasurands': REGISTER,
    'SampledDataCtrlr.TxEndedMeasurands': `${REGISTER},Power.Active.Import`,
  };

  test('are in the first and the last event as configured', async () => {
    const all = await story(METERED, 'plug-in', present());
    await all.pass(1800);
    await act(all, 'unplug');
    const all4 = all.csms.of('TransactionEvent');
    expect(all4.map(({ meterValue = [] }) => meterValue.map(({ sampledValue }) => sampledValue.map(({ context }) => context)))).toEqual([
      [['Transaction.Begin']],
      [],
      [],
      [
        ['Transaction.Begin', 'Transaction.Begin'],
        ['Transaction.End', 'Transaction.End'],
      ],
    ]);
    // 22 kW for half an hour.
    const end = all4[3]?.meterValue?.[1]?.sampledValue[0];
    expect(end).toEqual({ value: 11000, context: 'Transaction.End', measurand: REGISTER, unitOfMeasure: { unit: 'Wh' } });
  });

  test('are none while sampled data is disabled', async () => {
    const all = await story({ ...METERED, 'SampledDataCtrlr.Enabled': 'false' }, 'plug-in', 'unplug');
    expect(all.csms.of('TransactionEvent').every(({ meterValue }) => meterValue === undefined)).toBe(true);
  });

  test('are sent at TxUpdatedInterval', async () => {
    const all = await story({ 'SampledDataCtrlr.TxUpdatedInterval': '60' }, 'plug-in', present());
    all.csms.forget();
    await all.pass(125);
    expect(events(all)).toEqual(['Updated MeterValuePeriodic Charging', 'Updated MeterValuePeriodic Charging']);
    expect(all.csms.of('TransactionEvent')[0]?.meterValue?.[0]?.sampledValue[0]).toMatchObject({
      context: 'Sample.Periodic',
      measurand: REGISTER,
    });
    await act(all, 'unplug');
    all.csms.forget();
    await all.pass(125);
    expect(events(all)).toEqual([]);
  });
});
