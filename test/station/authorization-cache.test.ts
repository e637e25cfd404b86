import { describe, expect, test } from 'vitest';
import type { IdTokenInfoType, IdTokenType } from '../../src/ocpp/generated/messages.ts';
import { act, events, offline, present, TOKEN } from './charging.ts';
import { type Scene, type SceneOptions, scene } from './kit.ts';

const OTHER = { idToken: 'B2', type: 'ISO14443' } as const;
const PRE = { 'AuthCtrlr.LocalPreAuthorize': 'true' };
const DAY = 86_400;

const says = (all: Scene, idTokenInfo: IdTokenInfoType) => {
  all.csms.answers.Authorize = () => ({ idTokenInfo });
  all.csms.answers.TransactionEvent = ({ idToken }) => (idToken ? { idTokenInfo } : {});
};
const entries = ({ station }: Scene) => Number(station.variables.get('AuthCacheCtrlr.Entries'));
const bytes = ({ station }: Scene) => Number(station.variables.get('AuthCacheCtrlr.Storage'));

/** Whether the station asks the CSMS about the token, and forgets what has been. */
async function asks(all: Scene, token: IdTokenType = TOKEN): Promise<boolean> {
  all.csms.forget();
  await act(all, present(token));
  return all.csms.of('Authorize').length > 0;
}

/** A station that has the token in its cache, by a transaction that is over. */
async function cached(info: IdTokenInfoType = { status: 'Accepted' }, options: SceneOptions = {}): Promise<Scene> {
  const all = await scene({ ...options, variables: { ...PRE, 'TxCtrlr.TxStopPoint': 'Authorized', ...options.variables } });
  says(all, info);
  await act(all, present());
  if (info.status === 'Accepted') await act(all, present());
  all.csms.forget();
  return all;
}

describe('what the cache holds (C10)', () => {
  test('what an AuthorizeResponse says, whatever it says (C10.FR.01, C10.FR.04)', async () => {
    const all = await cached({ status: 'Blocked' });
    expect(entries(all)).toBe(1);
    expect(bytes(all)).toBeGreaterThan(0);
  });

  test('what a TransactionEventResponse says (C10.FR.05, C12.FR.06)', async () => {
    const all = await cached();
    all.csms.answers.TransactionEvent = ({ idToken }) => (idToken ? { idTokenInfo: { status: 'Invalid' } } : {});
    expect(await asks(all)).toBe(false);
    expect(events(all)).toEqual(['Started Authorized Idle', 'Ended Deauthorized Idle DeAuthorized']);
    // Now it is known to be invalid.
    expect(await asks(all)).toBe(true);
  });

  test.each<IdTokenType['type']>(['Central', 'NoAuthorization'])('nothing about tokens of type %s (C02.FR.03, C03.FR.02)', async (type) => {
    const all = await scene();
    await act(all, present({ idToken: 'X', type }));
    expect(all.csms.of('TransactionEvent')).toHaveLength(1);
    expect(entries(all)).toBe(0);
  });

  test('nothing about unknown tokens that charge offline (C15.FR.01)', async () => {
    const all = await scene({ variables: { 'AuthCtrlr.OfflineTxForUnknownIdEnabled': 'true' } });
    await offline(all, present());
    expect(all.station.state().evses[0]?.transaction?.authorized).toBe(true);
    expect(entries(all)).toBe(0);
  });

  test('no tariffs (C10.FR.09)', async () => {
    const all = await cached({ status: 'Accepted', personalMessage: { format: 'UTF8', content: '0.40 EUR a kWh' } });
    await act(all, present());
    expect(all.csms.of('Authorize')).toEqual([]);
    expect(all.station.state().evses[0]?.shown.tariff).toBeNull();
  });

  test('survives a loss of power (C10.FR.02)', async () => {
    const all = await cached();
    await all.station.stimulate('power-cycle');
    await all.station.idle();
    expect(await asks(all)).toBe(false);
  });

  test('is left alone while it is disabled (C10.FR.11)', async () => {
    const all = await cached();
    all.station.variables.set('AuthCacheCtrlr.Enabled', 'false');
    expect(await asks(all)).toBe(true);
    expect(await asks(all, OTHER)).toBe(true);
    all.station.variables.set('AuthCacheCtrlr.Enabled', 'true');
    expect(entries(all)).toBe(1);
  });

  test('is none where there is none', async () => {
    const all = await scene({ variables: { ...PRE, 'AuthCacheCtrlr.Available': 'false' } });
    await act(all, present(), present());
    expect(await asks(all)).toBe(true);
  });
});

describe('how long the cache holds it (C10)', () => {
  test('for LifeTime since the CSMS last said so (C10.FR.08, C10.FR.10)', async () => {
    const all = await cached(undefined, { variables: { 'AuthCacheCtrlr.LifeTime': '1000' } });
    await all.pass(900);
    // The TransactionEventResponse brings it up to date.
    expect(await asks(all)).toBe(false);
    await act(all, present());
    await all.pass(900);
    expect(await asks(all)).toBe(false);
    await act(all, present());
    await all.pass(1001);
    expect(entries(all)).toBe(0);
    expect(await asks(all)).toBe(true);
  });

  test('until cacheExpiryDateTime, whatever LifeTime says (C10.FR.13)', async () => {
    const all = await cached(
      { status: 'Accepted', cacheExpiryDateTime: '2026-01-03T00:00:00Z' },
      { variables: { 'AuthCacheCtrlr.LifeTime': '10' } },
    );
    await all.pass(2 * DAY - 100);
    expect(entries(all)).toBe(1);
    await all.pass(101);
    expect(entries(all)).toBe(0);
  });

  test('not at all with a cacheExpiryDateTime in the past (C10.FR.13)', async () => {
    const all = await cached();
    expect(entries(all)).toBe(1);
    says(all, { status: 'Accepted', cacheExpiryDateTime: '2025-12-31T00:00:00Z' });
    await act(all, present());
    expect(entries(all)).toBe(0);
  });

  test.each([
    ['the oldest', 'Accepted', 0, []],
    ['what the CSMS has not spoken of for longest', 'Accepted', 1, [0]],
    ['first one that is not Accepted', 'Blocked', 1, []],
  ] as const)('drops %s to make room (C10.FR.07)', async (_what, second, dropped, again) => {
    const all = await scene({ variables: { ...PRE, 'AuthCacheCtrlr.DisablePostAuthorize': 'true' } });
    const MANY = Array.from({ length: 1000 }, (_, index) => index + 1) as [number, ...number[]];
    const token = (n: number): IdTokenType => ({ idToken: String(n).padStart(36, '0'), type: 'Local' });
    const learn = async (n: number, status: 'Accepted' | 'Blocked') => {
      // A long answer, so that few of them fill the cache.
      says(all, { status, evseId: MANY });
      await act(all, present(token(n)), present(token(n)));
    };
    await learn(0, 'Accepted');
    const one = bytes(all);
    await learn(1, second);
    for (const n of again) await learn(n, 'Accepted');
    let last = 1;
    while (bytes(all) + one <= 50_000) await learn(++last, 'Accepted');
    expect(entries(all)).toBe(last + 1);
    await learn(++last, 'Accepted');
    expect(entries(all)).toBe(last);
    expect(bytes(all)).toBeLessThanOrEqual(50_000);
    expect(await asks(all, token(1 - dropped))).toBe(false);
    expect(await asks(all, token(dropped))).toBe(true);
  });
});

describe('what the cache is good for', () => {
  test('Accepted: energy flows without Authorize (C12.FR.02, C12.FR.04)', async () => {
    const all = await cached();
    await act(all, 'plug-in', present());
    expect(all.csms.of('Authorize')).toEqual([]);
    expect(all.csms.of('TransactionEvent')[1]).toMatchObject({ triggerReason: 'Authorized', idToken: TOKEN });
    expect(events(all).at(-1)).toBe('Updated ChargingStateChanged Charging');
  });

  test.each([
    ['the CSMS is asked nevertheless without LocalPreAuthorize', { 'AuthCtrlr.LocalPreAuthorize': 'false' }, 'Accepted', true],
    ['another status: the CSMS is asked (C10.FR.03, C12.FR.05)', {}, 'Blocked', true],
    ['another status, and the CSMS is not to be asked', { 'AuthCacheCtrlr.DisablePostAuthorize': 'true' }, 'Blocked', false],
    ['Accepted, and DisablePostAuthorize', { 'AuthCacheCtrlr.DisablePostAuthorize': 'true' }, 'Accepted', false],
  ] as const)('%s', async (_what, variables, status, expected) => {
    const all = await cached({ status }, { variables });
    expect(await asks(all)).toBe(expected);
    expect(all.csms.of('TransactionEvent')).toHaveLength(status === 'Accepted' ? 1 : 0);
  });

  test.each([
    ['Accepted', ['TransactionEvent']],
    ['Blocked', []],
  ] as const)('with DisableRemoteAuthorization nobody is asked: %s', async (status, expected) => {
    const all = await cached({ status }, { variables: { 'AuthCtrlr.LocalPreAuthorize': 'false' } });
    all.station.variables.set('AuthCtrlr.DisableRemoteAuthorization', 'true');
    await act(all, present());
    expect(all.csms.actions).toEqual(expected);
    await act(all, present(OTHER, { evseId: 2 }));
    expect(all.csms.actions).toEqual(expected);
  });

  test('only at the EVSEs that the CSMS named (C01.FR.21)', async () => {
    const all = await cached({ status: 'Accepted', evseId: [1] });
    await act(all, present(TOKEN, { evseId: 2 }));
    expect(all.csms.actions).toEqual(['Authorize']);
    await act(all, present());
    expect(all.csms.actions).toEqual(['Authorize', 'TransactionEvent']);
  });

  test('a remote start that is to be authorized (F01.FR.01)', async () => {
    const all = await cached(undefined, { variables: { 'AuthCtrlr.AuthorizeRemoteStart': 'true' } });
    await all.csms.ask('RequestStartTransaction', { remoteStartId: 1, evseId: 1, idToken: TOKEN });
    await all.station.idle();
    expect(all.csms.actions).toEqual(['TransactionEvent']);
  });
});

describe('ClearCache (C11)', () => {
  test('empties it (C11.FR.01, C11.FR.03)', async () => {
    const all = await cached();
    expect(await all.csms.ask('ClearCache', {})).toEqual({ status: 'Accepted' });
    expect([entries(all), bytes(all)]).toEqual([0, 0]);
    expect(await asks(all)).toBe(true);
  });

  test('is rejected while it is disabled, and leaves it alone (C11.FR.04)', async () => {
    const all = await cached();
    all.station.variables.set('AuthCacheCtrlr.Enabled', 'false');
    expect(await all.csms.ask('ClearCache', {})).toMatchObject({ status: 'Rejected' });
    expect(entries(all)).toBe(1);
  });
});

describe('groups', () => {
  const groupIdToken = { idToken: 'G', type: 'Central' };

  test('a group that the CSMS names only after the start counts as well (C09.FR.12)', async () => {
    const all = await scene({ variables: { 'TxCtrlr.TxStopPoint': 'Authorized' } });
    all.csms.answers.TransactionEvent = ({ idToken }) => (idToken ? { idTokenInfo: { status: 'Accepted', groupIdToken } } : {});
    await act(all, 'plug-in', present());
    all.csms.answers.Authorize = () => ({ idTokenInfo: { status: 'Accepted', groupIdToken } });
    await act(all, present(OTHER));
    expect(events(all).at(-1)).toBe('Ended StopAuthorized EVConnected Local');
  });
});

describe('master pass (C16)', () => {
  const MASTER = { idToken: 'M', type: 'ISO14443' } as const;
  const VARIABLES = { 'AuthCtrlr.MasterPassGroupId': 'MASTERS', 'TxCtrlr.TxStopPoint': 'Authorized' };

  async function guarded(): Promise<Scene> {
    const all = await scene({ variables: VARIABLES });
    all.csms.answers.Authorize = ({ idToken }) => {
      const isMaster = (idToken as IdTokenType).idToken === 'M';
      return { idTokenInfo: { status: 'Accepted', ...(isMaster ? { groupIdToken: { idToken: 'Masters', type: 'Central' } } : {}) } };
    };
    return all;
  }

  test('starts nothing (C16.FR.03)', async () => {
    const all = await guarded();
    await act(all, present(MASTER));
    expect(all.csms.actions).toEqual(['Authorize']);
  });

  test('starts nothing from afar (C16.FR.03)', async () => {
    const all = await guarded();
    all.station.variables.set('AuthCtrlr.AuthorizeRemoteStart', 'true');
    await all.csms.ask('RequestStartTransaction', { remoteStartId: 1, evseId: 1, idToken: MASTER });
    await all.station.idle();
    expect(all.csms.actions).toEqual(['Authorize']);
  });

  test.each([
    ['where someone charges', 1],
    ['where nobody does', 2],
  ])('stops all transactions, presented %s (C16.FR.02, C16.FR.08)', async (_where, evseId) => {
    const all = await guarded();
    await act(all, 'plug-in', present());
    if (evseId === 1) await act(all, ['plug-in', { evseId: 2 }], present(OTHER, { evseId: 2 }));
    all.csms.forget();
    await act(all, present(MASTER, { evseId }));
    const stopped = Array.from({ length: evseId === 1 ? 2 : 1 }, () => 'Ended StopAuthorized EVConnected MasterPass');
    expect(events(all)).toEqual(stopped);
    expect(all.csms.of('TransactionEvent')[0]).toMatchObject({ idToken: MASTER });
  });

  test('is known from the cache, too (C16.FR.04)', async () => {
    const all = await guarded();
    await act(all, present(MASTER), 'plug-in', present());
    all.csms.forget();
    await act(all, present(MASTER));
    expect(all.csms.actions).toEqual(['TransactionEvent']);
    expect(events(all)).toEqual(['Ended StopAuthorized EVConnected MasterPass']);
  });

  test('is nothing special while no group is named', async () => {
    const all = await guarded();
    all.station.variables.set('AuthCtrlr.MasterPassGroupId', '');
    await act(all, present(MASTER));
    expect(events(all)).toEqual(['Started Authorized Idle']);
  });
});
