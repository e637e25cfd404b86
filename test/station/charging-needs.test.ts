import { describe, expect, test } from 'vitest';
import { act, events } from './charging.ts';
import { limits, profile, set, transactionId } from './charging-profiles.ts';
import { type Scene, scene } from './kit.ts';

/** A station that has contracts validated by the CSMS, with an EV that charges by one. */
async function byContract(variables: Record<string, string> = {}): Promise<Scene> {
  return scene({
    contract: { emaid: 'DEOCSC12345678A', chain: ['none'], responderURL: 'http://127.0.0.1/ocsp' },
    variables: { 'ISO15118Ctrlr.CentralContractValidationAllowed': 'true', ...variables },
  });
}

const answering = ({ csms }: Scene, status: string): void => {
  csms.answers.NotifyEVChargingNeeds = () => ({ status });
  csms.answers.NotifyEVChargingSchedule = () => ({ status: 'Accepted' });
};

/** Plugs in, and waits until the CSMS has heard of the needs of the EV. */
async function plugIn(all: Scene): Promise<void> {
  const needs = all.csms.next('NotifyEVChargingNeeds');
  await all.station.stimulate('plug-in-contract', { evseId: 1 });
  await needs;
}

const setLimit = (all: Scene, limit: number) =>
  set(
    all.csms,
    1,
    profile({
      chargingProfilePurpose: 'TxProfile',
      transactionId: transactionId(all),
      schedule: { chargingSchedulePeriod: limits(0, limit) },
    }),
  );

const isCharging = (all: Scene): boolean => events(all).some((event) => event.endsWith('Charging'));

describe('charging needs (K15)', () => {
  test('are told with the parameters of the kind of current (K15.FR.01, K15.FR.06)', async () => {
    const all = await byContract();
    answering(all, 'Rejected');
    await plugIn(all);
    await all.station.idle();
    expect(all.csms.of('NotifyEVChargingNeeds')).toMatchObject([{ evseId: 1, chargingNeeds: { acChargingParameters: {} } }]);
    expect(all.csms.actions.indexOf('NotifyEVChargingNeeds')).toBeGreaterThan(all.csms.actions.indexOf('Authorize'));
  });

  test('hold energy back until there is a schedule, which is told as the EV follows it (K15.FR.09, K15.FR.10)', async () => {
    const all = await byContract();
    answering(all, 'Accepted');
    await plugIn(all);
    await all.pass(10);
    expect(isCharging(all)).toBe(false);
    expect(await setLimit(all, 9)).toBe('Accepted');
    await all.station.idle();
    expect(all.csms.of('NotifyEVChargingSchedule')).toMatchObject([
      { evseId: 1, chargingSchedule: { id: 1, chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 9 }] } },
    ]);
    expect(isCharging(all)).toBe(true);
  });

  test.each(['Rejected', 'Processing'])('that are %s let the EV charge by the profiles that there are (K17.FR.15)', async (status) => {
    const all = await byContract();
    answering(all, status);
    await plugIn(all);
    await all.station.idle();
    expect(isCharging(all)).toBe(true);
    expect(all.csms.of('NotifyEVChargingSchedule')).toEqual([]);
  });

  test('for which no schedule comes within a minute let the EV charge', async () => {
    const all = await byContract();
    answering(all, 'Accepted');
    await plugIn(all);
    await all.pass(59);
    expect(isCharging(all)).toBe(false);
    await all.pass(2);
    expect(isCharging(all)).toBe(true);
  });

  test('the schedule of an EV is within all limits, not only that of the CSMS for it (K15.FR.09)', async () => {
    const all = await byContract();
    answering(all, 'Accepted');
    await set(
      all.csms,
      0,
      profile({ id: 9, chargingProfilePurpose: 'ChargingStationMaxProfile', schedule: { chargingSchedulePeriod: limits(0, 7) } }),
    );
    await plugIn(all);
    await all.pass(1);
    await setLimit(all, 9);
    await all.station.idle();
    expect(all.csms.of('NotifyEVChargingSchedule')).toMatchObject([{ chargingSchedule: { chargingSchedulePeriod: [{ limit: 7 }] } }]);
  });
});

describe('renegotiation', () => {
  async function charging(): Promise<Scene> {
    const all = await byContract();
    answering(all, 'Accepted');
    await plugIn(all);
    await all.pass(1);
    await setLimit(all, 9);
    await all.station.idle();
    all.csms.forget();
    return all;
  }

  test('begins when the CSMS sets another schedule (K16.FR.02, K16.FR.05, K16.FR.09)', async () => {
    const all = await charging();
    await setLimit(all, 7);
    await all.station.idle();
    expect(all.csms.actions).toEqual(['NotifyEVChargingSchedule']);
    expect(all.csms.of('NotifyEVChargingSchedule')).toMatchObject([{ chargingSchedule: { chargingSchedulePeriod: [{ limit: 7 }] } }]);
  });

  test('begins when the EV has other needs (K17.FR.01, K17.FR.10)', async () => {
    const all = await charging();
    const needs = all.csms.next('NotifyEVChargingNeeds');
    await all.station.stimulate('ev-renegotiate', { evseId: 1 });
    await needs;
    await all.pass(1);
    await setLimit(all, 12);
    await all.station.idle();
    expect(all.csms.actions).toEqual(['NotifyEVChargingNeeds', 'NotifyEVChargingSchedule']);
  });

  test('is nothing for an EV that does not speak ISO 15118', async () => {
    const all = await scene();
    await act(all, 'plug-in', ['present-token', { idToken: 'A1', type: 'ISO14443' }]);
    await setLimit(all, 9);
    await all.station.idle();
    expect(all.csms.of('NotifyEVChargingSchedule')).toEqual([]);
  });
});
