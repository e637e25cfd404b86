import { expect, test } from 'vitest';
import { act, events, present, TOKEN } from './charging.ts';
import { type Scene, scene } from './kit.ts';

const MASTER = { idToken: 'M1', type: 'ISO14443' } as const;
const OTHER = { idToken: 'B2', type: 'ISO14443' } as const;

/** A station with a menu at which two drivers charge; the CSMS knows the master pass. */
async function twoCharging(masterPassMenu: boolean): Promise<Scene> {
  const all = await scene({ variables: { 'AuthCtrlr.MasterPassGroupId': 'MASTERS' }, capabilities: { masterPassMenu } });
  all.csms.answers.Authorize = ({ idToken }) =>
    (idToken as { idToken: string }).idToken === 'M1'
      ? { idTokenInfo: { status: 'Accepted', groupIdToken: { idToken: 'masters', type: 'Central' } } }
      : { idTokenInfo: { status: 'Accepted' } };
  await act(all, 'plug-in', present(TOKEN), ['plug-in', { evseId: 2 }], present(OTHER, { evseId: 2 }));
  all.csms.forget();
  return all;
}

const stops = (all: Scene) => events(all).filter((event) => event.includes('StopAuthorized'));

test('a menu is waited for (C16.FR.01), and what is chosen counts once (C16.FR.07)', async () => {
  const all = await twoCharging(true);
  await act(all, present(MASTER));
  expect(stops(all)).toHaveLength(0);
  await act(all, 'stop-one');
  expect(stops(all)).toHaveLength(1);
  await act(all, ['stop-one', { evseId: 2 }]);
  expect(stops(all)).toHaveLength(1);
});

test('nobody can choose without a master pass', async () => {
  const all = await twoCharging(true);
  await all.station.stimulate('stop-all');
  await all.station.idle();
  expect(stops(all)).toHaveLength(0);
});

test('a station without a menu stops everything at once (C16.FR.02), for the reason that it was (C16.FR.08)', async () => {
  const all = await twoCharging(false);
  await act(all, present(MASTER));
  expect(stops(all)).toHaveLength(2);
  await act(all, 'unplug', ['unplug', { evseId: 2 }]);
  const ended = all.csms.of('TransactionEvent').filter(({ eventType }) => eventType === 'Ended');
  expect(ended.map(({ transactionInfo }) => transactionInfo.stoppedReason)).toEqual(['MasterPass', 'MasterPass']);
});
