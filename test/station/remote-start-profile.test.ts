import { describe, expect, test } from 'vitest';
import type { RequestStartTransactionResponse } from '../../src/ocpp/generated/messages.ts';
import { act, POINTS, TOKEN } from './charging.ts';
import { limits, type Overrides, periods, profile, transactionId } from './charging-profiles.ts';
import { type Scene, scene } from './kit.ts';

const txProfile = (overrides: Overrides = {}) =>
  profile({ chargingProfilePurpose: 'TxProfile', chargingProfileKind: 'Relative', ...overrides });

async function start(all: Scene, overrides?: Overrides): Promise<RequestStartTransactionResponse> {
  const request = { remoteStartId: 1, evseId: 1, idToken: TOKEN, chargingProfile: txProfile(overrides) };
  const response = await all.csms.ask('RequestStartTransaction', request);
  await all.station.idle();
  return response;
}

const installed = async (all: Scene) => {
  await all.csms.ask('GetChargingProfiles', { requestId: 1, chargingProfile: { chargingProfilePurpose: 'TxProfile' } });
  await all.station.idle();
  return all.csms.of('ReportChargingProfiles').flatMap(({ chargingProfile }) => chargingProfile);
};

describe('a remote start with a charging profile', () => {
  test('limits the transaction that was there (F01.FR.10)', async () => {
    const all = await scene();
    await act(all, 'plug-in');
    expect(await start(all)).toMatchObject({ status: 'Accepted' });
    expect(await installed(all)).toMatchObject([{ id: 1, transactionId: transactionId(all) }]);
    expect(await periods(all.csms, 60)).toBe('0: 6');
  });

  test.each(['Authorized', 'EVConnected'])('limits the transaction that it starts, with TxStartPoint %s (F02.FR.18)', async (point) => {
    const all = await scene({ variables: { [POINTS.start]: point } });
    expect(await start(all)).toEqual({ status: 'Accepted' });
    await act(all, 'plug-in');
    expect(await installed(all)).toMatchObject([{ id: 1, transactionId: transactionId(all) }]);
  });

  test.each<[string, Overrides, string]>([
    ['another purpose', { chargingProfilePurpose: 'TxDefaultProfile' }, 'InvalidProfile'],
    ['a transaction', { transactionId: 'T1' }, 'InvalidProfile'],
    ['a schedule that does not begin', { schedule: { chargingSchedulePeriod: limits(10, 6) } }, 'InvalidSchedule'],
    ['a stack level beyond the limit', { stackLevel: 99 }, 'InvalidStackLevel'],
  ])('is rejected for %s (F01.FR.26)', async (_what, overrides, reasonCode) => {
    const all = await scene();
    expect(await start(all, overrides)).toEqual({ status: 'Rejected', statusInfo: { reasonCode } });
    expect(all.csms.of('TransactionEvent')).toEqual([]);
  });

  test('ignores it without smart charging (F01.FR.12)', async () => {
    const all = await scene({ variables: { 'SmartChargingCtrlr.Enabled': 'false' } });
    expect(await start(all, { transactionId: 'T1' })).toEqual({ status: 'Accepted' });
    all.station.variables.set('SmartChargingCtrlr.Enabled', 'true');
    expect(await installed(all)).toEqual([]);
  });
});
