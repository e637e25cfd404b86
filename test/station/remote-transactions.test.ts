import { describe, expect, test } from 'vitest';
import { act, events, POINTS, present, story, TOKEN } from './charging.ts';
import { scene } from './kit.ts';

describe('remote start and stop (F01, F02, F03)', () => {
  const request = { remoteStartId: 77, evseId: 1, idToken: TOKEN };

  test('cable first', async () => {
    const all = await story({}, 'plug-in');
    const [started] = all.csms.of('TransactionEvent');
    const response = await all.csms.ask('RequestStartTransaction', request);
    expect(response).toEqual({ status: 'Accepted', transactionId: started?.transactionInfo.transactionId });
    await all.station.idle();
    expect(events(all).slice(1)).toEqual(['Updated RemoteStart EVConnected', 'Updated ChargingStateChanged Charging']);
    expect(all.csms.of('TransactionEvent')[1]).toMatchObject({ idToken: TOKEN, transactionInfo: { remoteStartId: 77 } });
    expect(all.csms.of('TransactionEvent')[2]?.transactionInfo).not.toHaveProperty('remoteStartId');
  });

  test.each(['Authorized', 'PowerPathClosed', 'EnergyTransfer'])('before the cable, TxStartPoint %s', async (start) => {
    const all = await scene({ variables: { [POINTS.start]: start } });
    expect(await all.csms.ask('RequestStartTransaction', request)).toEqual({ status: 'Accepted' });
    await all.station.idle();
    await act(all, 'plug-in');
    expect(all.csms.of('TransactionEvent')[0]).toMatchObject({
      eventType: 'Started',
      triggerReason: 'RemoteStart',
      idToken: TOKEN,
      transactionInfo: { remoteStartId: 77 },
    });
    expect(events(all).at(-1)).toContain('Charging');
    expect(all.csms.of('Authorize')).toEqual([]);
  });

  test('authorizes if AuthorizeRemoteStart says so, but never a Central token (C05.FR.01)', async () => {
    const all = await scene({ variables: { 'AuthCtrlr.AuthorizeRemoteStart': 'true' } });
    all.csms.answers.Authorize = () => ({ idTokenInfo: { status: 'Invalid' } });
    await all.csms.ask('RequestStartTransaction', request);
    await all.station.idle();
    expect(all.csms.actions).toEqual(['Authorize']);
    all.csms.forget();
    await all.csms.ask('RequestStartTransaction', { ...request, idToken: { idToken: 'X', type: 'Central' } });
    await all.station.idle();
    expect(all.csms.actions).toEqual(['TransactionEvent']);
  });

  test('starts once its token is authorized, if that has to be (F02.FR.01, F02.FR.09)', async () => {
    const all = await scene({ variables: { 'AuthCtrlr.AuthorizeRemoteStart': 'true' } });
    await act(all, 'park');
    expect(await all.csms.ask('RequestStartTransaction', request)).toEqual({ status: 'Accepted' });
    await all.station.idle();
    expect(all.csms.of('Authorize')).toEqual([{ idToken: TOKEN }]);
    expect(all.csms.actions).toEqual(['Authorize', 'TransactionEvent']);
    expect(all.csms.of('TransactionEvent')[0]).toMatchObject({
      eventType: 'Started',
      triggerReason: 'RemoteStart',
      transactionInfo: { remoteStartId: 77 },
      idToken: TOKEN,
    });
    await act(all, 'plug-in');
    expect(events(all).at(-1)).toBe('Updated ChargingStateChanged Charging');
  });

  test.each([
    ['EVConnected', 'Ended EVConnectTimeout Idle Timeout'],
    ['ParkingBayOccupancy', 'Updated EVConnectTimeout Idle'],
  ])('ends where nobody plugs in, TxStopPoint %s (F02.FR.07, F02.FR.08)', async (stop, expected) => {
    const all = await scene({ variables: { [POINTS.stop]: stop, 'TxCtrlr.EVConnectionTimeOut': '90' } });
    await all.csms.ask('RequestStartTransaction', request);
    await all.pass(89);
    expect(events(all)).toEqual(['Started RemoteStart Idle']);
    await all.pass(1);
    expect(events(all)).toEqual(['Started RemoteStart Idle', expected]);
    await act(all, 'plug-in');
    expect(all.station.state().evses[0]?.transaction?.authorized).toBe(false);
  });

  test('is rejected where it cannot be done', async () => {
    const all = await scene();
    const { csms } = all;
    expect(await csms.ask('RequestStartTransaction', { ...request, evseId: 9 })).toMatchObject({ status: 'Rejected' });
    await csms.ask('ChangeAvailability', { operationalStatus: 'Inoperative', evse: { id: 1 } });
    expect(await csms.ask('RequestStartTransaction', request)).toMatchObject({ status: 'Rejected' });
    await csms.ask('ChangeAvailability', { operationalStatus: 'Operative', evse: { id: 1 } });
    await csms.ask('RequestStartTransaction', request);
    await all.station.idle();
    expect(await csms.ask('RequestStartTransaction', request)).toMatchObject({ status: 'Rejected' });
  });

  test('without an EVSE it is up to the station', async () => {
    const all = await scene();
    await all.station.stimulate('plug-in', { evseId: 2 });
    await all.csms.ask('RequestStartTransaction', { remoteStartId: 1, idToken: TOKEN });
    await all.station.idle();
    expect(all.csms.of('TransactionEvent').at(-1)).toMatchObject({ evse: { id: 2 }, transactionInfo: { chargingState: 'Charging' } });
  });

  test.each([
    ['EVConnected', ['Updated RemoteStop Charging', 'Updated ChargingStateChanged EVConnected', 'Ended EVCommunicationLost Idle Remote']],
    ['Authorized', ['Ended RemoteStop EVConnected Remote']],
  ])('stop, TxStopPoint %s', async (stop, expected) => {
    const all = await story({ [POINTS.stop]: stop }, 'plug-in', present());
    const transactionId = all.csms.of('TransactionEvent')[0]?.transactionInfo.transactionId ?? '';
    all.csms.forget();
    expect(await all.csms.ask('RequestStopTransaction', { transactionId })).toEqual({ status: 'Accepted' });
    await all.station.idle();
    await act(all, 'unplug');
    expect(events(all)).toEqual(expected);
  });

  test('cannot stop what is not there (F03.FR.08)', async () => {
    const { csms } = await scene();
    expect(await csms.ask('RequestStopTransaction', { transactionId: 'none' })).toMatchObject({ status: 'Rejected' });
  });
});
