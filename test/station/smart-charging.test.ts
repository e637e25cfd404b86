import { describe, expect, test } from 'vitest';
import { act } from './charging.ts';
import { charge, limits, type Overrides, profile, set, transactionId } from './charging-profiles.ts';
import { type Scene, scene } from './kit.ts';

const get = async ({ csms, station }: Scene, request: object): Promise<string[]> => {
  csms.forget();
  const { status } = await csms.ask('GetChargingProfiles', { requestId: 7, chargingProfile: {}, ...request });
  await station.idle();
  const reports = csms.of('ReportChargingProfiles');
  expect(status).toBe(reports.length > 0 ? 'Accepted' : 'NoProfiles');
  expect(reports.map(({ tbc }) => tbc)).toEqual(reports.map((_, index) => index < reports.length - 1));
  expect(new Set(reports.map(({ requestId, chargingLimitSource }) => `${requestId} ${chargingLimitSource}`)).size).toBeLessThan(2);
  return reports.flatMap(({ evseId, chargingProfile }) => chargingProfile.map(({ id }) => `${evseId}: ${id}`));
};

describe('SetChargingProfile (K01)', () => {
  test('keeps a profile as it was set', async () => {
    const all = await scene();
    const wanted = profile({ validFrom: '2026-01-01T00:00:00Z', schedule: { duration: 300, minChargingRate: 2 } });
    expect(await set(all.csms, 1, wanted)).toBe('Accepted');
    expect(await get(all, {})).toEqual(['1: 1']);
    expect(all.csms.of('ReportChargingProfiles')).toEqual([
      { requestId: 7, chargingLimitSource: 'CSO', evseId: 1, chargingProfile: [wanted], tbc: false },
    ]);
    expect(all.station.variables.get('SmartChargingCtrlr.Entries[ChargingProfiles]')).toBe('1');
  });

  test.each<[string, number, Overrides, string]>([
    ['an EVSE that does not exist (K01.FR.28)', 9, {}, 'UnknownEvse'],
    ['an external constraint (K01.FR.22)', 0, { chargingProfilePurpose: 'ChargingStationExternalConstraints' }, 'InvalidProfile'],
    ['a maximum for one EVSE (K04.FR.03)', 1, { chargingProfilePurpose: 'ChargingStationMaxProfile' }, 'InvalidProfile'],
    [
      'a relative maximum (K01.FR.38)',
      0,
      { chargingProfilePurpose: 'ChargingStationMaxProfile', chargingProfileKind: 'Relative' },
      'InvalidProfile',
    ],
    ['a TxProfile for all EVSEs (K01.FR.16)', 0, { chargingProfilePurpose: 'TxProfile', transactionId: 'T' }, 'InvalidProfile'],
    ['a TxProfile without transaction (K01.FR.03)', 1, { chargingProfilePurpose: 'TxProfile' }, 'MissingParam'],
    ['a TxProfile where nothing goes on (K01.FR.09)', 1, { chargingProfilePurpose: 'TxProfile', transactionId: 'T' }, 'TxNotFound'],
    ['an absolute schedule without a start (K01.FR.40)', 1, { schedule: { startSchedule: undefined } as never }, 'InvalidSchedule'],
    [
      'a relative schedule with a start (K01.FR.41)',
      1,
      { chargingProfileKind: 'Relative', schedule: { startSchedule: '2026-01-01T00:00:00Z' } },
      'InvalidSchedule',
    ],
    ['a recurring profile that does not say how (K01.FR.60)', 1, { chargingProfileKind: 'Recurring' }, 'InvalidProfile'],
    ['a first period that begins late (K01.FR.31)', 1, { schedule: { chargingSchedulePeriod: limits(1, 6) } }, 'InvalidSchedule'],
    ['periods out of order (K01.FR.35)', 1, { schedule: { chargingSchedulePeriod: limits(0, 6, 9, 7, 9, 8) } }, 'InvalidSchedule'],
    ['a phase of three (K01.FR.19)', 1, periodWith({ numberPhases: 3, phaseToUse: 1 }), 'InvalidSchedule'],
    ['a phase that is not connected (K01.FR.48)', 1, periodWith({ numberPhases: 1, phaseToUse: 2 }), 'InvalidSchedule'],
    ['more periods than PeriodsPerSchedule', 1, manyPeriods(25), 'TooManyElements'],
    ['a stack level above ProfileStackLevel', 1, { stackLevel: 9 }, 'InvalidStackLevel'],
    ['a negative stack level', 1, { stackLevel: -1 }, 'InvalidStackLevel'],
  ])('rejects %s', async (_what, evseId, overrides, reasonCode) => {
    const all = await scene();
    expect(await set(all.csms, evseId, profile(overrides))).toBe(`Rejected ${reasonCode}`);
    expect(await get(all, {})).toEqual([]);
  });

  test.each<[string, number, Overrides]>([
    ['as many periods as PeriodsPerSchedule', 1, manyPeriods(24)],
    ['the highest stack level', 1, { stackLevel: 8 }],
    ['the phase that is used anyway (K01.FR.46)', 1, periodWith({ numberPhases: 1, phaseToUse: 1 })],
    ['phases of direct current (K01.FR.44)', 2, periodWith({ numberPhases: 3, phaseToUse: 2 })],
    ['a recurring profile', 1, { chargingProfileKind: 'Recurring', recurrencyKind: 'Weekly' }],
    ['a relative profile', 1, { chargingProfileKind: 'Relative' }],
    ['a default for all EVSEs (K01.FR.14)', 0, {}],
    ['a maximum', 0, { chargingProfilePurpose: 'ChargingStationMaxProfile' }],
    ['watts', 1, { schedule: { chargingRateUnit: 'W', chargingSchedulePeriod: limits(0, 4000) } }],
  ])('accepts %s', async (_what, evseId, overrides) => {
    const all = await scene();
    expect(await set(all.csms, evseId, profile(overrides))).toBe('Accepted');
    expect(await get(all, {})).toEqual([`${evseId}: 1`]);
  });

  test('rejects a unit that it is not configured for (K01.FR.26)', async () => {
    const { csms } = await scene({ variables: { 'SmartChargingCtrlr.RateUnit': 'W' } });
    expect(await set(csms, 1, profile())).toBe('Rejected UnsupportedRateUnit');
  });

  test.each([
    ['SmartChargingCtrlr.Available', 'false'],
    ['SmartChargingCtrlr.Enabled', 'false'],
  ])('is not supported while %s is %s (K01.FR.29)', async (path, value) => {
    const { csms } = await scene({ variables: { [path]: value } });
    const requests = [
      csms.call('SetChargingProfile', { evseId: 1, chargingProfile: profile() }),
      csms.call('GetCompositeSchedule', { evseId: 1, duration: 60 }),
      csms.call('ClearChargingProfile', { chargingProfileId: 1 }),
      csms.call('GetChargingProfiles', { requestId: 1, chargingProfile: {} }),
    ];
    for (const outcome of await Promise.all(requests)) expect(outcome).toMatchObject({ kind: 'error', code: 'NotSupported' });
  });

  test('replaces the profile with the same id, at another EVSE too (K01.FR.05)', async () => {
    const all = await scene();
    await set(all.csms, 1, profile());
    expect(await set(all.csms, 2, profile({ stackLevel: 3 }))).toBe('Accepted');
    expect(await get(all, {})).toEqual(['2: 1']);
  });

  test.each<[string, number, Overrides, string]>([
    ['another id at the same place (K01.FR.06)', 1, { id: 2 }, 'Rejected DuplicateProfile'],
    ['one for all EVSEs (K01.FR.52)', 0, { id: 2 }, 'Rejected DuplicateProfile'],
    ['another stack level', 1, { id: 2, stackLevel: 1 }, 'Accepted'],
    ['another EVSE', 2, { id: 2 }, 'Accepted'],
    ['a time when the other is no longer valid', 1, { id: 2, validFrom: '2027-01-01T00:00:00Z' }, 'Accepted'],
    ['another purpose', 0, { id: 2, chargingProfilePurpose: 'ChargingStationMaxProfile' }, 'Accepted'],
  ])('beside a default for EVSE 1: %s', async (_what, evseId, overrides, outcome) => {
    const { csms } = await scene();
    await set(csms, 1, profile({ validTo: '2027-01-01T00:00:00Z' }));
    expect(await set(csms, evseId, profile(overrides))).toBe(outcome);
  });

  test('beside a default for all EVSEs there is none for one at the same stack level (K01.FR.53)', async () => {
    const { csms } = await scene();
    await set(csms, 0, profile());
    expect(await set(csms, 2, profile({ id: 2 }))).toBe('Rejected DuplicateProfile');
    expect(await set(csms, 2, profile({ id: 2, stackLevel: 1 }))).toBe('Accepted');
  });

  test('does not take more than Entries allows, except in place of another', async () => {
    const { csms } = await scene();
    for (let at = 0; at < 20; at++) {
      const place = { stackLevel: at % 8, validFrom: `2026-01-0${1 + Math.floor(at / 8)}T00:00:00Z` };
      const validTo = `2026-01-0${2 + Math.floor(at / 8)}T00:00:00Z`;
      expect(await set(csms, 1, profile({ id: at, ...place, validTo }))).toBe('Accepted');
    }
    expect(await set(csms, 2, profile({ id: 20 }))).toBe('Rejected OutOfStorage');
    expect(await set(csms, 2, profile({ id: 19 }))).toBe('Accepted');
  });

  test('keeps profiles over a power loss (K01.FR.27)', async () => {
    const all = await scene();
    await set(all.csms, 1, profile());
    await all.station.stimulate('power-cycle');
    await all.station.idle();
    expect(await get(all, {})).toEqual(['1: 1']);
  });

  test('a profile that a script has rejected is not kept, one that it has accepted is', async () => {
    const all = await scene();
    let status = 'Rejected';
    all.station.interceptors.push({ reply: ({ action }, reply) => (action === 'SetChargingProfile' ? { payload: { status } } : reply) });
    await set(all.csms, 1, profile());
    expect(await get(all, {})).toEqual([]);
    status = 'Accepted';
    await set(all.csms, 1, profile({ stackLevel: 99 }));
    expect(await get(all, {})).toEqual(['1: 1']);
  });
});

describe('TxProfile (K02)', () => {
  const tx = (all: Scene, overrides: Overrides = {}) =>
    profile({ id: 5, chargingProfilePurpose: 'TxProfile', transactionId: transactionId(all), ...overrides });

  test('is for the transaction that it names (K01.FR.04, K01.FR.33)', async () => {
    const all = await scene();
    await charge(all);
    expect(await set(all.csms, 1, tx(all, { transactionId: 'another' }))).toBe('Rejected TxNotFound');
    expect(await set(all.csms, 2, tx(all))).toBe('Rejected TxNotFound');
    expect(await set(all.csms, 1, tx(all))).toBe('Accepted');
  });

  test('there is one per stack level (K01.FR.39)', async () => {
    const all = await scene();
    await charge(all);
    await set(all.csms, 1, tx(all));
    expect(await set(all.csms, 1, tx(all, { id: 6 }))).toBe('Rejected DuplicateProfile');
    expect(await set(all.csms, 1, tx(all, { id: 6, stackLevel: 1 }))).toBe('Accepted');
  });

  test('goes with its transaction (K02.FR.05)', async () => {
    const all = await scene();
    await charge(all);
    await set(all.csms, 1, tx(all));
    await act(all, 'unplug');
    expect(await get(all, {})).toEqual([]);
    expect(all.station.variables.get('SmartChargingCtrlr.Entries[ChargingProfiles]')).toBe('0');
  });
});

describe('GetChargingProfiles (K09)', () => {
  async function three() {
    const all = await scene();
    await set(all.csms, 0, profile({ id: 1, chargingProfilePurpose: 'ChargingStationMaxProfile' }));
    await set(all.csms, 1, profile({ id: 2 }));
    await set(all.csms, 1, profile({ id: 3, stackLevel: 1 }));
    return all;
  }

  test.each<[string, object, string[]]>([
    ['everything (K09.FR.06)', {}, ['0: 1', '1: 2', '1: 3']],
    ['what is set for the station (K09.FR.05)', { evseId: 0 }, ['0: 1']],
    ['what is set for an EVSE (K09.FR.04)', { evseId: 1 }, ['1: 2', '1: 3']],
    ['what is set for another EVSE', { evseId: 2 }, []],
    ['by ids', { chargingProfile: { chargingProfileId: [3, 1, 99] } }, ['0: 1', '1: 3']],
    ['by purpose', { chargingProfile: { chargingProfilePurpose: 'TxDefaultProfile' } }, ['1: 2', '1: 3']],
    ['by stack level', { chargingProfile: { stackLevel: 0 } }, ['0: 1', '1: 2']],
    ['by EVSE and stack level', { evseId: 1, chargingProfile: { stackLevel: 0 } }, ['1: 2']],
    ['by their source', { chargingProfile: { chargingLimitSource: ['CSO'] } }, ['0: 1', '1: 2', '1: 3']],
    ['by another source', { chargingProfile: { chargingLimitSource: ['EMS', 'SO'] } }, []],
  ])('reports %s', async (_what, request, expected) => {
    expect(await get(await three(), request)).toEqual(expected);
  });
});

describe('ClearChargingProfile (K10)', () => {
  test.each<[string, object, string, string[]]>([
    ['by id (K10.FR.03)', { chargingProfileId: 2 }, 'Accepted', ['0: 1', '1: 3']],
    ['an id that there is not (K10.FR.01)', { chargingProfileId: 99 }, 'Unknown', ['0: 1', '1: 2', '1: 3']],
    ['by purpose (K10.FR.04)', { chargingProfileCriteria: { chargingProfilePurpose: 'TxDefaultProfile' } }, 'Accepted', ['0: 1']],
    ['by stack level', { chargingProfileCriteria: { stackLevel: 0 } }, 'Accepted', ['1: 3']],
    ['by EVSE and stack level', { chargingProfileCriteria: { evseId: 1, stackLevel: 0 } }, 'Accepted', ['0: 1', '1: 3']],
    [
      'by a combination that there is not',
      { chargingProfileCriteria: { chargingProfilePurpose: 'ChargingStationMaxProfile', stackLevel: 1 } },
      'Unknown',
      ['0: 1', '1: 2', '1: 3'],
    ],
  ])('clears %s', async (_what, request, status, left) => {
    const all = await scene();
    await set(all.csms, 0, profile({ id: 1, chargingProfilePurpose: 'ChargingStationMaxProfile' }));
    await set(all.csms, 1, profile({ id: 2 }));
    await set(all.csms, 1, profile({ id: 3, stackLevel: 1 }));
    expect(await all.csms.ask('ClearChargingProfile', request)).toEqual({ status });
    expect(await get(all, {})).toEqual(left);
  });
});

describe('charging keeps to the limits', () => {
  const power = ({ station }: Scene) => Number(station.variables.get('EVSE(1).Power'));

  async function energy({ csms, station }: Scene): Promise<number | undefined> {
    csms.forget();
    await csms.ask('TriggerMessage', { requestedMessage: 'MeterValues', evse: { id: 1 } });
    await station.idle();
    return csms.of('MeterValues')[0]?.meterValue[0]?.sampledValue[0]?.value;
  }

  test('as they change with time, and energy is measured accordingly (K02.FR.02, K02.FR.08)', async () => {
    const all = await scene();
    const schedule = { chargingRateUnit: 'W' as const, chargingSchedulePeriod: limits(0, 3600, 1000, 7200), duration: 2000 };
    // The boot has taken a few seconds.
    await set(all.csms, 1, profile({ chargingProfileKind: 'Relative', schedule }));
    await charge(all);
    expect(power(all)).toBe(3600);
    await all.pass(1000);
    expect([power(all), await energy(all)]).toEqual([7200, 1000]);
    await all.pass(1000);
    expect([power(all), await energy(all)]).toEqual([22000, 3000]);
  });

  test('from the moment that they are set until they are cleared (K01.FR.07, K01.FR.32, K10.FR.05, K10.FR.07)', async () => {
    const all = await scene();
    await charge(all);
    await set(all.csms, 1, profile());
    expect(power(all)).toBe(6 * 230 * 3);
    await set(
      all.csms,
      0,
      profile({ id: 2, chargingProfilePurpose: 'ChargingStationMaxProfile', schedule: { chargingSchedulePeriod: limits(0, 0) } }),
    );
    expect(power(all)).toBe(0);
    await all.csms.ask('ClearChargingProfile', { chargingProfileId: 2 });
    expect(power(all)).toBe(6 * 230 * 3);
    await all.csms.ask('ClearChargingProfile', { chargingProfileId: 1 });
    expect(power(all)).toBe(22000);
  });
});

function periodWith(phases: { numberPhases: number; phaseToUse: number }): Overrides {
  return { schedule: { chargingSchedulePeriod: [{ startPeriod: 0, limit: 6, ...phases }] } };
}

function manyPeriods(count: number): Overrides {
  return { schedule: { chargingSchedulePeriod: Array.from({ length: count }, (_, at) => ({ startPeriod: at, limit: 6 })) } };
}
