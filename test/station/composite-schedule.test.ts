import { describe, expect, test } from 'vitest';
import { charge, composite, limits, type Overrides, periods, profile, set } from './charging-profiles.ts';
import { type Scene, scene } from './kit.ts';

/** What EVSE 1 can do by itself: 22 kW over three phases, in amperes. */
const LOCAL = 31.8;

/** A scene whose CSMS has set profiles, each for EVSE 1 unless told otherwise. */
async function sceneWith(...profiles: (Overrides & { evseId?: number })[]): Promise<Scene> {
  const all = await scene();
  for (const [index, { evseId = 1, ...overrides }] of profiles.entries())
    expect(await set(all.csms, evseId, profile({ id: index + 1, ...overrides }))).toBe('Accepted');
  return all;
}

/** Seconds from now in the time of the test; the boot has taken some. */
const from = ({ clock }: Scene, seconds: number): string => new Date(clock.now() + seconds * 1000).toISOString();

describe('GetCompositeSchedule (K08)', () => {
  test('without profiles tells what the EVSE can do (K08.FR.02)', async () => {
    const { csms, clock } = await scene();
    expect(await composite(csms, 300)).toEqual({
      status: 'Accepted',
      schedule: {
        evseId: 1,
        duration: 300,
        scheduleStart: new Date(clock.now()).toISOString(),
        chargingRateUnit: 'A',
        chargingSchedulePeriod: [{ startPeriod: 0, limit: LOCAL, numberPhases: 3 }],
      },
    });
    expect(await periods(csms, 300, 'W')).toBe('0: 22000');
    expect(await periods(csms, 300, 'W', 2)).toBe('0: 50000');
    expect(await periods(csms, 300, 'A', 2)).toBe('0: 125');
  });

  test('the profile that is higher in the stack wins for as long as it lasts (K01.FR.17)', async () => {
    const all = await scene();
    const startSchedule = from(all, -4);
    const low = { startSchedule, duration: 400, chargingSchedulePeriod: limits(0, 6, 100, 8, 200, 10) };
    const high = { startSchedule, duration: 150, chargingSchedulePeriod: limits(0, 7, 100, 9) };
    await set(all.csms, 1, profile({ id: 1, schedule: low }));
    await set(all.csms, 1, profile({ id: 2, stackLevel: 1, schedule: high }));
    expect(await periods(all.csms, 350)).toBe('0: 7, 96: 9, 146: 8, 196: 10');
    expect(await periods(all.csms, 500)).toBe(`0: 7, 96: 9, 146: 8, 196: 10, 396: ${LOCAL}`);
    expect(await periods(all.csms, 96)).toBe('0: 7');
  });

  test('the lowest of the purposes counts, and a TxProfile takes the place of the default (K08.FR.04, K02.FR.04, K02.FR.08)', async () => {
    const all = await scene();
    const transactionId = await charge(all);
    const startSchedule = from(all, 0);
    const schedule = (duration: number, ...numbers: number[]) => ({ startSchedule, duration, chargingSchedulePeriod: limits(...numbers) });
    const maximum = { id: 1, chargingProfilePurpose: 'ChargingStationMaxProfile', schedule: schedule(86400, 0, 10) } as const;
    const standard = { id: 2, schedule: schedule(300, 0, 6, 60, 10, 120, 8, 180, 15, 260, 8) };
    const special = { id: 3, schedule: schedule(260, 0, 8, 50, 11, 140, 16, 200, 6, 240, 12) };
    expect(await set(all.csms, 0, profile(maximum))).toBe('Accepted');
    expect(await set(all.csms, 1, profile(standard))).toBe('Accepted');
    expect(await set(all.csms, 1, profile({ ...special, chargingProfilePurpose: 'TxProfile', transactionId }))).toBe('Accepted');
    expect(await periods(all.csms, 400)).toBe('0: 8, 50: 10, 200: 6, 240: 10, 260: 8, 300: 10');
  });

  test('without transaction it is as if one used the default, for one EVSE or for all (K08.FR.06, K01.FR.14, K01.FR.15)', async () => {
    const one = await sceneWith({});
    expect([await periods(one.csms, 60), await periods(one.csms, 60, 'A', 2)]).toEqual(['0: 6', '0: 125']);
    const all = await sceneWith({ evseId: 0 });
    expect([await periods(all.csms, 60), await periods(all.csms, 60, 'A', 2)]).toEqual(['0: 6', '0: 6']);
  });

  test.each<[string, (all: Scene) => Overrides, string]>([
    ['validFrom (K01.FR.36)', (all) => ({ chargingProfileKind: 'Relative', validFrom: from(all, 300) }), `0: ${LOCAL}, 300: 6`],
    ['validTo (K01.FR.37)', (all) => ({ validFrom: from(all, -4), validTo: from(all, 300) }), `0: 6, 300: ${LOCAL}`],
    ['a start in the future (K01.FR.30)', (all) => ({ schedule: { startSchedule: from(all, 60) } }), `0: ${LOCAL}, 60: 6`],
    [
      'a period after the duration (K01.FR.11)',
      (all) => ({ schedule: { startSchedule: from(all, 0), duration: 100, chargingSchedulePeriod: limits(0, 6, 100, 7) } }),
      `0: 6, 100: ${LOCAL}`,
    ],
    ['a start between two seconds', (all) => ({ schedule: { startSchedule: from(all, 59.5) } }), `0: ${LOCAL}, 60: 6`],
    ['no end (K01.FR.10, K01.FR.12)', () => ({ schedule: { startSchedule: '2020-01-01T00:00:00Z' } }), '0: 6'],
  ])('regards %s', async (_what, overrides, expected) => {
    const all = await scene();
    expect(await set(all.csms, 1, profile(overrides(all)))).toBe('Accepted');
    expect(await periods(all.csms, 400)).toBe(expected);
  });

  test('a daily schedule begins anew every day, a weekly one every week (K01.FR.13)', async () => {
    const all = await scene();
    const startSchedule = from(all, -86400 * 3 + 100);
    const recurring = (recurrencyKind: 'Daily' | 'Weekly') =>
      profile({ chargingProfileKind: 'Recurring', recurrencyKind, schedule: { startSchedule, duration: 200 } });
    await set(all.csms, 1, recurring('Daily'));
    expect(await periods(all.csms, 90000)).toBe(`0: ${LOCAL}, 100: 6, 300: ${LOCAL}, 86500: 6, 86700: ${LOCAL}`);
    await set(all.csms, 1, recurring('Weekly'));
    expect(await periods(all.csms, 90000)).toBe(`0: ${LOCAL}`);
    const weekly = 86400 * 4 + 100;
    expect(await periods(all.csms, weekly + 400)).toBe(`0: ${LOCAL}, ${weekly}: 6, ${weekly + 200}: ${LOCAL}`);
  });

  test('a recurring schedule does not begin before its first start', async () => {
    const all = await scene();
    const schedule = { startSchedule: from(all, 86400), duration: 200 };
    await set(all.csms, 1, profile({ chargingProfileKind: 'Recurring', recurrencyKind: 'Daily', schedule }));
    expect(await periods(all.csms, 86500)).toBe(`0: ${LOCAL}, 86400: 6`);
  });

  test('a relative schedule begins when the EVSE is ready to deliver energy (K01.FR.42)', async () => {
    const all = await sceneWith({ chargingProfileKind: 'Relative', schedule: { chargingSchedulePeriod: limits(0, 6, 100, 8) } });
    await all.pass(30);
    expect(await periods(all.csms, 200)).toBe('0: 6, 100: 8');
    await charge(all);
    await all.pass(40);
    expect(await periods(all.csms, 200)).toBe('0: 6, 60: 8');
  });

  test.each<[string, 'A' | 'W', number, Overrides, string]>([
    ['watts over three phases where nothing is said (K01.FR.49, K01.FR.50)', 'A', 1, watts(6900), '0: 10'],
    ['watts over one phase', 'A', 1, watts(2300, { numberPhases: 1 }), '0: 10'],
    ['amperes per phase (K01.FR.51)', 'W', 1, {}, `0: ${6 * 230 * 3}`],
    ['amperes on one phase', 'W', 1, { schedule: { chargingSchedulePeriod: [{ startPeriod: 0, limit: 6, numberPhases: 1 }] } }, '0: 1380'],
    ['watts of direct current', 'W', 2, watts(20000), '0: 20000'],
    ['what does not come out even, rounded down', 'A', 1, watts(7000), '0: 10.1'],
  ])('converts %s', async (_what, unit, evseId, overrides, expected) => {
    const { csms } = await sceneWith({ ...overrides, evseId });
    expect(await periods(csms, 60, unit, evseId)).toBe(expected);
  });

  test('uses no more phases than there are (K01.FR.45)', async () => {
    const connectors = [{ id: 1, type: 'cType2' as const, fixedCable: true }];
    const { csms } = await scene({ evses: [{ id: 1, connectors, phases: 1, maxPower: 7400 }] });
    await set(csms, 1, profile({ schedule: { chargingSchedulePeriod: [{ startPeriod: 0, limit: 6, numberPhases: 3 }] } }));
    expect(await periods(csms, 60, 'W')).toBe('0: 1380');
  });

  test('for the station: what its EVSEs take together, up to its maximum (K08.FR.03, K04.FR.05)', async () => {
    const all = await sceneWith({ schedule: { chargingRateUnit: 'W', chargingSchedulePeriod: limits(0, 10000) } });
    expect(await periods(all.csms, 60, 'W', 0)).toBe('0: 60000');
    const maximum = { chargingRateUnit: 'W' as const, startSchedule: from(all, 20), chargingSchedulePeriod: limits(0, 30000) };
    await set(all.csms, 0, profile({ id: 2, chargingProfilePurpose: 'ChargingStationMaxProfile', schedule: maximum }));
    expect(await periods(all.csms, 60, 'W', 0)).toBe('0: 60000, 20: 30000');
    expect((await composite(all.csms, 60, 'W', 0)).schedule?.evseId).toBe(0);
  });

  test('is Rejected for an EVSE that does not exist (K08.FR.05)', async () => {
    const { csms } = await scene();
    expect(await composite(csms, 60, 'A', 9)).toEqual({ status: 'Rejected', statusInfo: { reasonCode: 'UnknownEvse' } });
  });

  test('is Rejected in a unit that is not configured (K08.FR.07)', async () => {
    const { csms } = await scene({ variables: { 'SmartChargingCtrlr.RateUnit': 'W' } });
    expect(await composite(csms, 60, 'A')).toEqual({ status: 'Rejected', statusInfo: { reasonCode: 'UnsupportedRateUnit' } });
    expect(await csms.ask('GetCompositeSchedule', { evseId: 1, duration: 60 })).toMatchObject({ schedule: { chargingRateUnit: 'W' } });
  });

  test('is Rejected if it would not fit into a message', async () => {
    const all = await sceneWith({ chargingProfileKind: 'Recurring', recurrencyKind: 'Daily', schedule: { duration: 100 } });
    expect(await composite(all.csms, 2 ** 31 - 1)).toEqual({ status: 'Rejected', statusInfo: { reasonCode: 'TooManyElements' } });
  });
});

function watts(limit: number, phases: { numberPhases?: number } = {}): Overrides {
  return { schedule: { chargingRateUnit: 'W', chargingSchedulePeriod: [{ startPeriod: 0, limit, ...phases }] } };
}
