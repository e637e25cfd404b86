import { describe, expect, test } from 'vitest';
import { act, events, present, story } from './charging.ts';
import { type Overrides, type Scene, scene } from './kit.ts';

describe('offline (E04, E08, E11, E12)', () => {
  const OFFLINE: Overrides = { variables: { 'AuthCtrlr.OfflineTxForUnknownIdEnabled': 'true' } };

  test('a whole transaction is queued and sent in order, with its flag', async () => {
    const all = await scene(OFFLINE);
    all.station.goOffline();
    await act(all, 'plug-in', present(), present(), 'unplug');
    expect(all.station.state().queued.transactionEvents).toBe(6);
    expect(all.station.busy).toBe(false);
    all.station.goOnline();
    await all.station.idle();
    expect(events(all)).toEqual([
      'Started CablePluggedIn EVConnected',
      'Updated Authorized EVConnected',
      'Updated ChargingStateChanged Charging',
      'Updated StopAuthorized Charging',
      'Updated ChargingStateChanged EVConnected',
      'Ended EVCommunicationLost Idle Local',
    ]);
    expect(all.csms.of('TransactionEvent').map(({ seqNo, offline }) => [seqNo, offline])).toEqual(
      [0, 1, 2, 3, 4, 5].map((seqNo) => [seqNo, true]),
    );
    expect(all.csms.of('Authorize')).toEqual([]);
    expect(all.csms.actions.indexOf('Heartbeat')).toBeLessThan(all.csms.actions.indexOf('TransactionEvent'));
  });

  test.each([
    ['an unknown token, not enabled', {}, false],
    ['an unknown token, enabled', { 'AuthCtrlr.OfflineTxForUnknownIdEnabled': 'true' }, true],
  ])('%s', async (_what, variables, starts) => {
    const all = await scene({ variables });
    all.station.goOffline();
    await act(all, 'plug-in', present());
    expect(all.station.state().evses[0]?.transaction?.authorized).toBe(starts);
  });

  test.each([
    ['true', true],
    ['false', false],
  ])('a token in the cache, LocalAuthorizeOffline %s', async (value, starts) => {
    const all = await scene({ variables: { 'AuthCtrlr.LocalAuthorizeOffline': value } });
    await act(all, 'plug-in', present(), present(), 'unplug');
    all.station.goOffline();
    await act(all, 'plug-in', present());
    expect(all.station.state().evses[0]?.transaction?.authorized).toBe(starts);
  });

  test('goes on during a loss of the connection; only what happened meanwhile carries the flag', async () => {
    const all = await story({}, 'plug-in', present());
    all.station.goOffline();
    await act(all, present());
    all.station.goOnline();
    await all.station.idle();
    await act(all, 'unplug');
    expect(all.csms.of('TransactionEvent').map(({ offline }) => offline)).toEqual([undefined, undefined, undefined, true, true, undefined]);
  });

  test('what was not delivered when the connection broke counts as offline (E11.FR.07)', async () => {
    const all = await scene();
    all.csms.answers.TransactionEvent = () => ({ silence: true });
    await all.station.stimulate('plug-in', { evseId: 1 });
    await all.csms.next('TransactionEvent');
    delete all.csms.answers.TransactionEvent;
    all.csms.link.close();
    await all.station.idle();
    expect(all.csms.of('TransactionEvent').map(({ seqNo, offline }) => [seqNo, offline])).toEqual([
      [0, undefined],
      [0, true],
    ]);
  });

  test('a power loss ends the transaction, which the CSMS hears after the next boot', async () => {
    const all = await story({}, 'plug-in', present());
    all.csms.forget();
    await all.station.stimulate('power-cycle');
    await all.station.idle();
    expect(events(all)).toEqual(['Ended AbnormalCondition EVConnected PowerLoss']);
    expect(all.csms.of('TransactionEvent')[0]).toMatchObject({ offline: true, seqNo: 3 });
  });
});

describe('delivery (E13, E14)', () => {
  const VARIABLES = {
    'OCPPCommCtrlr.MessageAttempts[TransactionEvent]': '3',
    'OCPPCommCtrlr.MessageAttemptInterval[TransactionEvent]': '10',
  };
  const seconds = ({ csms }: Scene) => csms.received.filter(({ action }) => action === 'TransactionEvent').map(({ at }) => at - 5);

  test('tries as often as it may, at growing intervals, and goes on with the next', async () => {
    const all = await scene({ variables: VARIABLES });
    all.csms.answers.TransactionEvent = () => ({ error: 'InternalError', description: '' });
    await all.station.stimulate('plug-in', { evseId: 1 });
    await all.station.idle();
    expect(seconds(all)).toEqual([0, 10, 30]);
    expect(new Set(all.csms.of('TransactionEvent').map(({ seqNo }) => seqNo))).toEqual(new Set([0]));
    delete all.csms.answers.TransactionEvent;
    await act(all, 'unplug');
    expect(all.csms.of('TransactionEvent').at(-1)).toMatchObject({ seqNo: 1 });
  });

  test('waits for the timeout before the interval', async () => {
    const all = await scene({ variables: VARIABLES });
    all.csms.answers.TransactionEvent = () => ({ silence: true });
    await all.station.stimulate('plug-in', { evseId: 1 });
    await all.station.idle();
    expect(seconds(all)).toEqual([0, 40, 90]);
  });

  test('tells what is still to come', async () => {
    const all = await scene();
    let transactionId = '';
    all.csms.answers.TransactionEvent = () => ({ silence: true });
    await all.station.stimulate('plug-in', { evseId: 1 });
    const { transactionInfo } = await all.csms.next('TransactionEvent');
    transactionId = transactionInfo.transactionId;
    expect(await all.csms.ask('GetTransactionStatus', { transactionId })).toEqual({ ongoingIndicator: true, messagesInQueue: true });
    expect(await all.csms.ask('GetTransactionStatus', {})).toEqual({ messagesInQueue: true });
    expect(await all.csms.ask('GetTransactionStatus', { transactionId: 'none' })).toEqual({
      ongoingIndicator: false,
      messagesInQueue: false,
    });
    delete all.csms.answers.TransactionEvent;
    await all.station.idle();
    await act(all, 'unplug');
    expect(await all.csms.ask('GetTransactionStatus', { transactionId })).toEqual({ ongoingIndicator: false, messagesInQueue: false });
  });
});
