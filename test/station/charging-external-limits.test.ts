import { describe, expect, test } from 'vitest';
import { act, events } from './charging.ts';
import { charge, composite, limits, periods, profile, set } from './charging-profiles.ts';
import { type Scene, scene } from './kit.ts';

const impose = async ({ station }: Scene, limit: number, unit = 'A'): Promise<void> => {
  await station.stimulate('external-limit', { limit, unit });
  await station.idle();
};
const release = async ({ station }: Scene): Promise<void> => {
  await station.stimulate('external-release');
  await station.idle();
};
const SCHEDULES = { 'SmartChargingCtrlr.NotifyChargingLimitWithSchedules': 'true' };
const power = ({ station }: Scene, evseId = 1): number => Number(station.variables.get(`EVSE(${evseId}).Power`));

describe('an external limit (K11, K12)', () => {
  test('is told, and not as one of the CSMS (K12.FR.02, K12.FR.04)', async () => {
    const all = await scene();
    await impose(all, 8);
    expect(all.csms.of('NotifyChargingLimit')).toEqual([{ chargingLimit: { chargingLimitSource: 'EMS' } }]);
  });

  test('is told with what it is if that is wanted (K12.FR.03)', async () => {
    const all = await scene({ variables: SCHEDULES });
    await impose(all, 8);
    expect(all.csms.of('NotifyChargingLimit')).toMatchObject([
      { chargingSchedule: [{ chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 8 }] }] },
    ]);
  });

  test('is not told again for a change that is not significant', async () => {
    const all = await scene({ variables: { 'SmartChargingCtrlr.LimitChangeSignificance': '10' } });
    await impose(all, 10);
    await impose(all, 10.9);
    expect(all.csms.of('NotifyChargingLimit')).toHaveLength(1);
    await impose(all, 12.1);
    expect(all.csms.of('NotifyChargingLimit')).toHaveLength(2);
    expect(await periods(all.csms, 60)).toBe('0: 12.1');
  });

  test('counts for every EVSE and for the station as a whole, besides all profiles (K11.FR.01, K12.FR.01)', async () => {
    const all = await scene();
    await impose(all, 6900, 'W');
    expect([await periods(all.csms, 60), await periods(all.csms, 60, 'W', 0)]).toEqual(['0: 10', '0: 6900']);
    await set(all.csms, 1, profile({ schedule: { chargingSchedulePeriod: limits(0, 6) } }));
    expect(await periods(all.csms, 60)).toBe('0: 6');
  });

  test('is reported with the purpose and the source that it has (K12.FR.05)', async () => {
    const all = await scene();
    await impose(all, 8);
    await set(all.csms, 0, profile());
    const ask = (chargingProfile: object) => all.csms.ask('GetChargingProfiles', { requestId: 1, chargingProfile });
    expect(await ask({ chargingLimitSource: ['SO'] })).toEqual({ status: 'NoProfiles' });
    await ask({ stackLevel: 0 });
    await all.station.idle();
    expect(all.csms.of('ReportChargingProfiles')).toMatchObject([
      { chargingLimitSource: 'CSO', evseId: 0, tbc: true, chargingProfile: [{ id: 1 }] },
      {
        chargingLimitSource: 'EMS',
        evseId: 0,
        tbc: false,
        chargingProfile: [{ chargingProfilePurpose: 'ChargingStationExternalConstraints' }],
      },
    ]);
  });

  test('is not for the CSMS to clear or to replace (K10.FR.08, K10.FR.09, K01.FR.05)', async () => {
    const all = await scene();
    await impose(all, 8);
    const { csms } = all;
    expect(await csms.ask('ClearChargingProfile', { chargingProfileId: -1 })).toEqual({ status: 'Unknown' });
    expect(await csms.ask('ClearChargingProfile', { chargingProfileCriteria: { stackLevel: 0 } })).toEqual({ status: 'Unknown' });
    expect(await set(csms, 1, profile({ id: -1 }))).toBe('Rejected InvalidProfile');
    expect(await periods(csms, 60)).toBe('0: 8');
  });

  test('changes the rate of a transaction, which is told (K11.FR.04)', async () => {
    const all = await scene();
    await charge(all);
    await impose(all, 10);
    expect(power(all)).toBe(6900);
    expect(events(all).at(-1)).toBe('Updated ChargingRateChanged Charging');
  });

  test('that is higher than the rate anyway is no news for a transaction', async () => {
    const all = await scene();
    await charge(all);
    await impose(all, 63);
    expect(events(all).filter((event) => event.includes('ChargingRateChanged'))).toEqual([]);
  });

  test('does not count where external signals do not', async () => {
    const all = await scene({ variables: { 'SmartChargingCtrlr.ExternalControlSignalsEnabled': 'false' } });
    await impose(all, 8);
    expect(all.csms.of('NotifyChargingLimit')).toEqual([]);
    expect((await composite(all.csms, 60)).schedule?.chargingSchedulePeriod).toMatchObject([{ limit: 31.8 }]);
  });
});

describe('its release (K13)', () => {
  test('is told, and lets transactions charge faster, which is told as well (K13.FR.01 to FR.03)', async () => {
    const all = await scene();
    await impose(all, 10);
    await charge(all);
    expect(power(all)).toBe(6900);
    await release(all);
    expect(all.csms.of('ClearedChargingLimit')).toEqual([{ chargingLimitSource: 'EMS' }]);
    expect(power(all)).toBe(22000);
    expect(events(all).at(-1)).toBe('Updated ChargingRateChanged Charging');
  });

  test('of what is not there is nothing to tell', async () => {
    const all = await scene();
    await release(all);
    expect(all.csms.of('ClearedChargingLimit')).toEqual([]);
  });
});

describe('load balancing (K04)', () => {
  const both = async (all: Scene) => {
    await charge(all);
    await act(all, ['plug-in', { evseId: 2 }], ['present-token', { idToken: 'B2', type: 'ISO14443', evseId: 2 }]);
  };

  test('EVSEs together keep to the maximum of the station (K04.FR.05)', async () => {
    const all = await scene();
    await both(all);
    expect([power(all, 1), power(all, 2)]).toEqual([22000, 50000]);
    const maximum = { chargingRateUnit: 'W' as const, chargingSchedulePeriod: limits(0, 30000) };
    await set(all.csms, 0, profile({ chargingProfilePurpose: 'ChargingStationMaxProfile', schedule: maximum }));
    expect([power(all, 1), power(all, 2)]).toEqual([15000, 15000]);
  });

  test('what one EVSE does not need another one may have', async () => {
    const all = await scene();
    await impose(all, 30000, 'W');
    await both(all);
    await set(all.csms, 1, profile({ schedule: { chargingRateUnit: 'W', chargingSchedulePeriod: limits(0, 6900) } }));
    expect([power(all, 1), power(all, 2)]).toEqual([6900, 23100]);
    await act(all, 'ev-suspend');
    expect(power(all, 2)).toBe(30000);
  });
});
