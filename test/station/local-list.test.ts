import { describe, expect, test } from 'vitest';
import type { AuthorizationData, AuthorizationStatusEnumType, SendLocalListRequest } from '../../src/ocpp/generated/messages.ts';
import { act, events, offline, present, TOKEN } from './charging.ts';
import { type Scene, scene } from './kit.ts';

const OTHER = { idToken: 'B2', type: 'ISO14443' } as const;
const entry = (
  token: AuthorizationData['idToken'],
  status: AuthorizationStatusEnumType = 'Accepted',
  more: object = {},
): AuthorizationData => ({
  idToken: token,
  idTokenInfo: { status, ...more },
});
const entries = (count: number): AuthorizationData[] =>
  Array.from({ length: count }, (_, i) => entry({ idToken: `T${i}`, type: 'ISO14443' }));

async function send(all: Scene, updateType: SendLocalListRequest['updateType'], versionNumber: number, list?: AuthorizationData[]) {
  const { status, statusInfo } = await all.csms.ask('SendLocalList', {
    updateType,
    versionNumber,
    ...(list ? { localAuthorizationList: list } : {}),
  });
  return statusInfo ? `${status} ${statusInfo.reasonCode}` : status;
}
const version = async ({ csms }: Scene) => (await csms.ask('GetLocalListVersion', {})).versionNumber;
const size = ({ station }: Scene) => Number(station.variables.get('LocalAuthListCtrlr.Entries'));

describe('GetLocalListVersion (D02)', () => {
  test('is 0 before the first update (D02.FR.02)', async () => {
    expect(await version(await scene())).toBe(0);
  });

  test('is 0 while the list is disabled, and comes back with it (D02.FR.03, D01.FR.09)', async () => {
    const all = await scene();
    await send(all, 'Full', 7, entries(2));
    all.station.variables.set('LocalAuthListCtrlr.Enabled', 'false');
    expect(await version(all)).toBe(0);
    all.station.variables.set('LocalAuthListCtrlr.Enabled', 'true');
    expect([await version(all), size(all)]).toEqual([7, 2]);
  });

  test('is 0 for a station without a list', async () => {
    const all = await scene({ variables: { 'LocalAuthListCtrlr.Available': 'false' } });
    expect([await send(all, 'Full', 1, entries(1)), await version(all)]).toEqual(['Failed NotEnabled', 0]);
  });
});

describe('SendLocalList (D01)', () => {
  test('Full replaces whatever there was, even by an older version (D01.FR.15)', async () => {
    const all = await scene();
    expect(await send(all, 'Full', 5, entries(3))).toBe('Accepted');
    expect([await version(all), size(all)]).toEqual([5, 3]);
    expect(await send(all, 'Full', 2, [entry(TOKEN)])).toBe('Accepted');
    expect([await version(all), size(all)]).toEqual([2, 1]);
  });

  test('Full without entries empties the list, but gives it the version (D01.FR.04)', async () => {
    const all = await scene();
    await send(all, 'Full', 5, entries(3));
    expect(await send(all, 'Full', 6)).toBe('Accepted');
    expect([await version(all), size(all)]).toEqual([6, 0]);
  });

  test('Differential adds, changes and removes (D01.FR.16, D01.FR.17)', async () => {
    const all = await scene({ variables: { 'AuthCtrlr.LocalPreAuthorize': 'true' } });
    await send(all, 'Full', 1, [entry(TOKEN, 'Blocked'), entry(OTHER)]);
    expect(await send(all, 'Differential', 2, [entry(TOKEN), { idToken: OTHER }, ...entries(1)])).toBe('Accepted');
    expect([await version(all), size(all)]).toEqual([2, 2]);
    await act(all, present());
    expect(all.csms.of('Authorize')).toEqual([]);
    await act(all, present(OTHER, { evseId: 2 }));
    expect(all.csms.of('Authorize')).toEqual([{ idToken: OTHER }]);
  });

  test('Differential may begin a list', async () => {
    const all = await scene();
    expect(await send(all, 'Differential', 1, entries(1))).toBe('Accepted');
    expect([await version(all), size(all)]).toEqual([1, 1]);
  });

  test('Differential without entries changes the version only (D01.FR.05)', async () => {
    const all = await scene();
    await send(all, 'Full', 1, entries(2));
    expect(await send(all, 'Differential', 2)).toBe('Accepted');
    expect([await version(all), size(all)]).toEqual([2, 2]);
  });

  test.each([1, 2])('Differential version %i after version 2 is a mismatch, and changes nothing (D01.FR.19)', async (versionNumber) => {
    const all = await scene();
    await send(all, 'Full', 2, entries(2));
    expect(await send(all, 'Differential', versionNumber, [entry(OTHER)])).toBe('VersionMismatch');
    expect([await version(all), size(all)]).toEqual([2, 2]);
  });

  test.each<[string, string, number, AuthorizationData[]]>([
    ['a version that is none (D01.FR.18)', 'Failed ValuePositiveOnly', 0, entries(1)],
    ['more entries than ItemsPerMessage (D01.FR.11)', 'Failed TooManyElements', 3, entries(6)],
    [
      'more bytes than BytesPerMessage (D01.FR.11)',
      'Failed TooLargeElement',
      3,
      [entry({ idToken: 'X'.repeat(36), type: 'Local' }), ...entries(4)],
    ],
    ['the same token twice, however spelled (D01.FR.06)', 'Failed InvalidValue', 3, [entry(TOKEN), entry({ ...TOKEN, idToken: 'a1' })]],
    ['entries without idTokenInfo in a full list', 'Failed MissingParam', 3, [{ idToken: TOKEN }]],
  ])('refuses %s', async (_what, expected, versionNumber, list) => {
    const five = { updateType: 'Full', versionNumber: 2, localAuthorizationList: entries(5) };
    const variables = {
      'LocalAuthListCtrlr.ItemsPerMessage': '5',
      'LocalAuthListCtrlr.BytesPerMessage': String(JSON.stringify(five).length),
    };
    const all = await scene({ variables });
    expect(await send(all, 'Full', 2, five.localAuthorizationList)).toBe('Accepted');
    expect(await send(all, 'Full', versionNumber, list)).toBe(expected);
    expect([await version(all), size(all)]).toEqual([2, 5]);
  });

  test('takes as many entries as Entries says, and no more (D01.FR.12)', async () => {
    const all = await scene();
    const hundred = entries(100);
    for (let part = 1; part <= 5; part++) {
      expect(await send(all, 'Differential', part, hundred.slice(20 * (part - 1), 20 * part))).toBe('Accepted');
    }
    expect(await send(all, 'Differential', 6, [entry(TOKEN)])).toBe('Failed OutOfStorage');
    expect([await version(all), size(all)]).toEqual([5, 100]);
    // In place of another one there is room.
    expect(await send(all, 'Differential', 6, [entry(TOKEN), { idToken: { idToken: 'T7', type: 'ISO14443' } }])).toBe('Accepted');
  });

  test('refuses updates while it is disabled', async () => {
    const all = await scene({ variables: { 'LocalAuthListCtrlr.Enabled': 'false' } });
    expect(await send(all, 'Full', 1, entries(1))).toBe('Failed NotEnabled');
  });

  test('survives a loss of power (D01.FR.10)', async () => {
    const all = await scene();
    await send(all, 'Full', 4, entries(2));
    await all.station.stimulate('power-cycle');
    await all.station.idle();
    expect([await version(all), size(all)]).toEqual([4, 2]);
  });

  test('is not changed by what the CSMS says of a token elsewhere (D01.FR.09)', async () => {
    const all = await scene();
    await send(all, 'Full', 1, [entry(TOKEN)]);
    all.csms.answers.Authorize = () => ({ idTokenInfo: { status: 'Blocked' } });
    await act(all, present());
    await offline(all, present());
    expect(events(all)).toEqual([]);
    expect(all.station.state().evses[0]?.transaction?.authorized).toBe(true);
  });
});

describe('the list authorizes', () => {
  const PRE = { 'AuthCtrlr.LocalPreAuthorize': 'true' };
  const past = { cacheExpiryDateTime: '2025-12-31T00:00:00Z' };
  const charges = ({ station }: Scene) => station.state().evses[0]?.transaction?.authorized ?? false;

  test.each<[string, Record<string, string>, AuthorizationData, boolean, string[]]>([
    ['Accepted: nobody is asked (C14.FR.02)', PRE, entry(TOKEN), false, ['TransactionEvent']],
    ['Accepted, and the CSMS is to be asked', {}, entry(TOKEN), false, ['Authorize']],
    ['another status: the CSMS decides (C14.FR.03)', PRE, entry(TOKEN, 'Invalid'), true, ['Authorize', 'TransactionEvent']],
    [
      'another status, and the CSMS is not to be asked',
      { ...PRE, 'LocalAuthListCtrlr.DisablePostAuthorize': 'true' },
      entry(TOKEN, 'Invalid'),
      true,
      [],
    ],
    ['expired: the CSMS decides (C14.FR.05)', PRE, entry(TOKEN, 'Accepted', past), true, ['Authorize', 'TransactionEvent']],
    [
      'expired: the CSMS decides whatever DisablePostAuthorize says (C14.FR.05)',
      { ...PRE, 'LocalAuthListCtrlr.DisablePostAuthorize': 'true' },
      entry(TOKEN, 'Accepted', past),
      true,
      ['Authorize', 'TransactionEvent'],
    ],
    [
      'expired, for a station that does not heed it (C14.FR.02)',
      { ...PRE, 'LocalAuthListCtrlr.SupportsExpiryDateTime': 'false' },
      entry(TOKEN, 'Accepted', past),
      false,
      ['TransactionEvent'],
    ],
    ['Accepted elsewhere (C01.FR.21)', PRE, entry(TOKEN, 'Accepted', { evseId: [2] }), false, ['Authorize']],
  ])('online, %s', async (_what, variables, listed, accepts, expected) => {
    const all = await scene({ variables });
    await send(all, 'Full', 1, [listed]);
    all.csms.answers.Authorize = () => ({ idTokenInfo: { status: accepts ? 'Accepted' : 'Invalid' } });
    await act(all, present());
    expect(all.csms.actions).toEqual(expected);
  });

  test.each<[string, Record<string, string>, AuthorizationData, boolean]>([
    ['Accepted (C13.FR.02)', {}, entry(TOKEN), true],
    ['another status', { 'AuthCtrlr.OfflineTxForUnknownIdEnabled': 'true' }, entry(TOKEN, 'Blocked'), false],
    ['not yet expired (C13.FR.05)', {}, entry(TOKEN, 'Accepted', { cacheExpiryDateTime: '2026-01-02T00:00:00Z' }), true],
    ['expired (C13.FR.05)', {}, entry(TOKEN, 'Accepted', past), false],
    [
      'expired, which is not unknown (C13.FR.06)',
      { 'AuthCtrlr.OfflineTxForUnknownIdEnabled': 'true' },
      entry(TOKEN, 'Accepted', past),
      false,
    ],
    ['expired, not heeded (C13.FR.02)', { 'LocalAuthListCtrlr.SupportsExpiryDateTime': 'false' }, entry(TOKEN, 'Accepted', past), true],
    ['not to be used offline', { 'AuthCtrlr.LocalAuthorizeOffline': 'false' }, entry(TOKEN), false],
    ['another token', {}, entry(OTHER), false],
    ['another token, but unknown ones may charge (C13.FR.04)', { 'AuthCtrlr.OfflineTxForUnknownIdEnabled': 'true' }, entry(OTHER), true],
    ['Accepted, but disabled', { 'LocalAuthListCtrlr.Enabled': 'false' }, entry(TOKEN), false],
  ])('offline, %s', async (_what, variables, listed, expected) => {
    const all = await scene();
    await send(all, 'Full', 1, [listed]);
    for (const [path, value] of Object.entries(variables)) all.station.variables.set(path, value);
    await offline(all, present());
    expect(charges(all)).toBe(expected);
  });

  test('goes before the cache (C13.FR.01, C14.FR.01)', async () => {
    const all = await scene({ variables: PRE });
    // The cache learns that the token is Accepted.
    await act(all, present(), present());
    await send(all, 'Full', 1, [entry(TOKEN, 'Blocked')]);
    all.csms.forget();
    all.csms.answers.Authorize = () => ({ idTokenInfo: { status: 'Blocked' } });
    await act(all, present());
    expect(all.csms.actions).toEqual(['Authorize']);
    await offline(all, present());
    expect(charges(all)).toBe(false);
  });

  test('lets a member of the group stop, without Authorize (C01.FR.03, C09.FR.07)', async () => {
    const groupIdToken = { idToken: 'G', type: 'Central' };
    const all = await scene({ variables: { ...PRE, 'TxCtrlr.TxStopPoint': 'Authorized' } });
    await send(all, 'Full', 1, [entry(TOKEN, 'Accepted', { groupIdToken }), entry(OTHER, 'Accepted', { groupIdToken })]);
    await act(all, 'plug-in', present(), present(OTHER));
    expect(all.csms.of('Authorize')).toEqual([]);
    expect(events(all).at(-1)).toBe('Ended StopAuthorized EVConnected Local');
  });

  test('does not let an invalid member of the group stop (C09.FR.11)', async () => {
    const groupIdToken = { idToken: 'G', type: 'Central' };
    const all = await scene({ variables: { ...PRE, 'TxCtrlr.TxStopPoint': 'Authorized' } });
    await send(all, 'Full', 1, [entry(TOKEN, 'Accepted', { groupIdToken }), entry(OTHER, 'Invalid', { groupIdToken })]);
    all.csms.answers.Authorize = () => ({ idTokenInfo: { status: 'Invalid', groupIdToken } });
    await act(all, 'plug-in', present(), present(OTHER));
    expect(all.csms.of('Authorize')).toEqual([{ idToken: OTHER }]);
    expect(events(all).at(-1)).toBe('Updated ChargingStateChanged Charging');
  });
});
