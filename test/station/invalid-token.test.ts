import { describe, expect, test } from 'vitest';
import { act, events, offline, online, present, TOKEN } from './charging.ts';
import { type Scene, scene } from './kit.ts';

const STOP = 'TxCtrlr.TxStopPoint';
const GOES_ON = { 'TxCtrlr.StopTxOnInvalidId': 'false' };

/** The CSMS does not accept the token when it reads it in a transaction event. */
function refuse({ csms }: Scene): void {
  csms.answers.TransactionEvent = ({ idToken }) => (idToken ? { idTokenInfo: { status: 'Invalid' } } : {});
}

/** A station at which a token was accepted offline that the CSMS then does not accept. */
async function accepted(variables: Record<string, string>, seconds = 5): Promise<Scene> {
  const all = await scene({ variables: { 'AuthCtrlr.OfflineTxForUnknownIdEnabled': 'true', ...variables } });
  await act(all, 'plug-in');
  await offline(all, present());
  await all.pass(seconds);
  all.csms.forget();
  refuse(all);
  await online(all);
  return all;
}

const OFFLINE = ['Updated Authorized EVConnected', 'Updated ChargingStateChanged Charging'];
const power = ({ station }: Scene) => Number(station.variables.get('EVSE(1).Power'));

describe('a token that was accepted offline (C15)', () => {
  test.each<[string, Record<string, string>, string]>([
    ['stops energy only, without a fitting TxStopPoint (C15.FR.03)', { [STOP]: 'EVConnected' }, 'Updated Deauthorized EVConnected'],
    ['ends the transaction (C15.FR.04)', { [STOP]: 'Authorized' }, 'Ended Deauthorized EVConnected DeAuthorized'],
    ['ends the transaction (C15.FR.04)', { [STOP]: 'PowerPathClosed' }, 'Ended Deauthorized EVConnected DeAuthorized'],
    ['ends the transaction (C15.FR.04)', { [STOP]: 'EnergyTransfer' }, 'Ended Deauthorized EVConnected DeAuthorized'],
    ['suspends it (C15.FR.06)', GOES_ON, 'Updated ChargingStateChanged SuspendedEVSE'],
    ['suspends it (C15.FR.06)', { ...GOES_ON, [STOP]: 'Authorized' }, 'Updated ChargingStateChanged SuspendedEVSE'],
    ['ends it with the flow of energy', { ...GOES_ON, [STOP]: 'EnergyTransfer' }, 'Ended ChargingStateChanged EVConnected DeAuthorized'],
  ])('%s: %j', async (_what, variables, expected) => {
    const all = await accepted(variables);
    expect(events(all)).toEqual([...OFFLINE, expected]);
    const sent = all.csms.of('TransactionEvent');
    expect(sent.map(({ offline: flag }) => flag)).toEqual([true, true, undefined]);
    expect(sent.map(({ seqNo }) => seqNo)).toEqual([1, 2, 3]);
    expect(sent[0]).toMatchObject({ triggerReason: 'Authorized', idToken: TOKEN });
    expect(power(all)).toBe(0);
  });

  test('is not looked at any more when the transaction is over', async () => {
    const all = await scene({ variables: { 'AuthCtrlr.OfflineTxForUnknownIdEnabled': 'true' } });
    await offline(all, 'plug-in', present(), present(), 'unplug');
    refuse(all);
    await online(all);
    expect(events(all).at(-1)).toBe('Ended EVCommunicationLost Idle Local');
    expect(events(all)).toHaveLength(6);
  });
});

describe('MaxEnergyOnInvalidId (C15.FR.07, E05.FR.03)', () => {
  // 22 kW are 2200 Wh in 360 s.
  const LIMITED = { ...GOES_ON, 'TxCtrlr.MaxEnergyOnInvalidId': '2200' };

  test('lets energy flow until it is reached, counted from the start of the transaction', async () => {
    const all = await accepted(LIMITED, 300);
    expect(events(all)).toEqual(OFFLINE);
    await all.pass(59);
    expect(power(all)).toBe(22_000);
    await all.pass(1);
    expect(power(all)).toBe(0);
    expect(events(all).at(-1)).toBe('Updated ChargingStateChanged SuspendedEVSE');
  });

  test('is over if it was exceeded offline', async () => {
    const all = await accepted(LIMITED, 400);
    expect(events(all)).toEqual([...OFFLINE, 'Updated ChargingStateChanged SuspendedEVSE']);
  });

  test('counts from when energy flows, where the cable comes last', async () => {
    const all = await scene({ variables: LIMITED });
    refuse(all);
    await act(all, present());
    await all.pass(50);
    await act(all, 'plug-in');
    await all.pass(359);
    expect(events(all).at(-1)).toBe('Updated ChargingStateChanged Charging');
    await all.pass(1);
    expect(events(all).at(-1)).toBe('Updated ChargingStateChanged SuspendedEVSE');
  });

  test('holds for one transaction only', async () => {
    const all = await accepted({ ...LIMITED, [STOP]: 'EVConnected' }, 10);
    await act(all, 'unplug');
    delete all.csms.answers.TransactionEvent;
    await act(all, 'plug-in', present());
    await all.pass(1000);
    expect(power(all)).toBe(22_000);
  });

  test('means nothing if the transaction has to stop (C15.FR.04)', async () => {
    const all = await accepted({ 'TxCtrlr.MaxEnergyOnInvalidId': '2200', [STOP]: 'Authorized' });
    expect(events(all).at(-1)).toBe('Ended Deauthorized EVConnected DeAuthorized');
  });

  test('may be missing (C15.FR.06)', async () => {
    const all = await scene({ variables: { ...GOES_ON, 'TxCtrlr.MaxEnergyOnInvalidId': null } as never });
    refuse(all);
    await act(all, 'plug-in', present());
    expect(events(all).at(-1)).toBe('Updated ChargingStateChanged SuspendedEVSE');
  });

  test('the driver may still stop', async () => {
    const all = await accepted({ ...LIMITED, [STOP]: 'Authorized' });
    await act(all, present());
    expect(events(all).at(-1)).toBe('Ended StopAuthorized EVConnected Local');
    await all.pass(1000);
    expect(events(all)).toHaveLength(3);
  });
});

test('another token cannot take over a transaction that lost its own, not even from afar (C01.FR.23)', async () => {
  const all = await accepted({ [STOP]: 'EVConnected' });
  const idToken = { idToken: 'B2', type: 'ISO14443' } as const;
  await act(all, present(idToken));
  expect(all.csms.of('Authorize')).toEqual([]);
  expect(await all.csms.ask('RequestStartTransaction', { remoteStartId: 1, evseId: 1, idToken })).toMatchObject({ status: 'Rejected' });
});
