import { describe, expect, test } from 'vitest';
import { act, events, present, story, TOKEN } from './charging.ts';
import type { Scene } from './kit.ts';

const UNLOCK = 'OCPPCommCtrlr.UnlockOnEVSideDisconnect';
const STOP = 'TxCtrlr.StopTxOnEVSideDisconnect';
const SESSION = ['plug-in', present()] as const;

/** The connector with a socket, as the CSMS has last heard of it. */
const status = ({ csms }: Scene) =>
  csms.of('StatusNotification').findLast(({ evseId, connectorId }) => evseId === 1 && connectorId === 1)?.connectorStatus;

describe('the cable of a socket', () => {
  test('is let go of when the driver stops (E07.FR.07)', async () => {
    const all = await story({ [UNLOCK]: 'false' }, ...SESSION, present(), 'unplug');
    expect(status(all)).toBe('Available');
  });

  test('stays where it is when it is out of the EV, until the driver is back (E09.FR.03)', async () => {
    const all = await story({ [UNLOCK]: 'false', [STOP]: 'true' }, ...SESSION, 'unplug-at-ev', 'unplug');
    expect(status(all)).toBe('Occupied');
    await act(all, present({ idToken: 'B2', type: 'ISO14443' }), 'unplug');
    expect(status(all)).toBe('Occupied');
    await act(all, present(), 'unplug');
    expect(status(all)).toBe('Available');
    expect(all.csms.of('Authorize')).toEqual([{ idToken: TOKEN }]);
  });

  test('is let go of with the EV if that is configured (E09.FR.02)', async () => {
    const all = await story({ [UNLOCK]: 'true' }, ...SESSION, 'unplug-at-ev');
    expect(status(all)).toBe('Occupied');
    await act(all, 'unplug');
    expect(status(all)).toBe('Available');
  });

  test('waits for its owner where the transaction goes on, however long that takes (E10.FR.01)', async () => {
    const all = await story({ [UNLOCK]: 'false', [STOP]: 'false', 'TxCtrlr.TxStopPoint': 'Authorized' }, ...SESSION, 'unplug-at-ev');
    await all.pass(1000);
    await act(all, 'unplug', 'plug-in');
    expect(events(all).slice(3)).toEqual([
      'Updated EVCommunicationLost Idle',
      'Updated CablePluggedIn EVConnected',
      'Updated ChargingStateChanged Charging',
    ]);
  });

  test('stays with who was not accepted (E05.FR.11)', async () => {
    const all = await story({ [UNLOCK]: 'false', 'TxCtrlr.TxStopPoint': 'Authorized' }, 'plug-in');
    all.csms.answers.TransactionEvent = () => ({ idTokenInfo: { status: 'Blocked' } });
    await act(all, present());
    expect(events(all).at(-1)).toBe('Ended Deauthorized EVConnected DeAuthorized');
    await act(all, 'unplug');
    expect(status(all)).toBe('Occupied');
    await act(all, present(), 'unplug');
    expect(status(all)).toBe('Available');
  });

  test('is let go of on request when nobody charges any more (F05)', async () => {
    const all = await story({ [UNLOCK]: 'false', [STOP]: 'true' }, ...SESSION, 'unplug-at-ev');
    await all.csms.ask('UnlockConnector', { evseId: 1, connectorId: 1 });
    await act(all, 'unplug');
    expect(status(all)).toBe('Available');
  });
});

test('who plugs in again is asked again, where the cable was all that was kept (E09.FR.01)', async () => {
  const all = await story(
    { [UNLOCK]: 'false', [STOP]: 'true', 'TxCtrlr.TxStopPoint': 'Authorized' },
    ...SESSION,
    'unplug-at-ev',
    'plug-in',
  );
  expect(events(all).at(-1)).not.toContain('Charging');
  await act(all, present());
  expect(all.csms.of('Authorize')).toHaveLength(2);
  expect(events(all).at(-1)).toBe('Updated ChargingStateChanged Charging');
});
