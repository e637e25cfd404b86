import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChargingProfileType, ChargingScheduleType } from '../../src/ocpp/generated/messages.ts';
import { composite } from '../../src/schedule/composite.ts';
import { type Limit, valueIn } from '../../src/schedule/limit.ts';
import { valueAt } from '../../src/schedule/timeline.ts';
import { NOW, situation } from './arbitrary.ts';
import { type Allowed, allowedAt } from './reference.ts';

const VOLTAGE = 230;
const asReference = (limit: Limit | undefined): Allowed | undefined =>
  limit && { amperes: limit.amperes, phases: limit.phases, phase: limit.phaseToUse };

/** Moments at which something may change, and the seconds around them. */
const interesting = (profiles: readonly ChargingProfileType[], ready: number): number[] =>
  profiles.flatMap(({ validFrom, validTo, chargingSchedule }) => {
    const { startSchedule, duration = 0, chargingSchedulePeriod } = chargingSchedule[0] as ChargingScheduleType;
    const begin = startSchedule ? Date.parse(startSchedule) : ready;
    const offsets = [0, duration, ...chargingSchedulePeriod.map(({ startPeriod }) => startPeriod)].map((offset) => offset * 1000);
    const starts = offsets.flatMap((offset) => [0, 1, 2, 7, 8, 14, 15].map((days) => begin + offset + days * 86_400_000));
    return [...starts, ...[validFrom, validTo].flatMap((text) => (text ? [Date.parse(text)] : []))];
  });

describe('composite schedules', () => {
  test('are at every moment what a plain reading of the requirements gives (K08.FR.04, K01.FR.17, K02.FR.04)', () => {
    fc.assert(
      fc.property(situation, ({ profiles, phases, ready, days, moments }) => {
        const to = NOW + days * 86_400_000 + 300_000;
        const window = { from: NOW, to, supply: { phases, voltage: VOLTAGE }, ready };
        const steps = composite(profiles, window);
        const around = interesting(profiles, ready).flatMap((at) => [at - 1, at]);
        const looks = [NOW, ...moments.map((moment) => NOW + moment), ...around, ...steps.map(({ from }) => from)];
        for (const at of new Set(looks.filter((look) => look >= NOW && look < to)))
          expect(asReference(valueAt(steps, at)), new Date(at).toISOString()).toEqual(
            allowedAt(profiles, at, { phases, voltage: VOLTAGE, ready }),
          );
      }),
      { numRuns: 10_000 },
    );
  });

  test('change with every step, and only within the window', () => {
    fc.assert(
      fc.property(situation, ({ profiles, phases, ready, days }) => {
        const to = NOW + days * 86_400_000 + 300_000;
        const steps = composite(profiles, { from: NOW, to, supply: { phases, voltage: VOLTAGE }, ready });
        expect(steps[0]?.from).toBe(NOW);
        for (const [index, { from, value }] of steps.entries()) {
          const before = steps[index - 1];
          if (!before) continue;
          expect(from).toBeGreaterThan(before.from);
          expect(from).toBeLessThan(to);
          expect(value).not.toEqual(before.value);
        }
      }),
    );
  });

  test('a minChargingRate changes no limit (K01.FR.21)', () => {
    const withoutMinimum = (profile: ChargingProfileType): ChargingProfileType => {
      const { minChargingRate: _, ...schedule } = profile.chargingSchedule[0] as ChargingScheduleType;
      return { ...profile, chargingSchedule: [schedule] };
    };
    fc.assert(
      fc.property(situation, ({ profiles, phases, ready, moments }) => {
        const window = { from: NOW, to: NOW + 8 * 86_400_000, supply: { phases, voltage: VOLTAGE }, ready };
        const [having, lacking] = [composite(profiles, window), composite(profiles.map(withoutMinimum), window)];
        for (const at of moments.map((moment) => NOW + moment))
          expect(asReference(valueAt(having, at))).toEqual(asReference(valueAt(lacking, at)));
      }),
    );
  });
});

describe('a composite schedule', () => {
  const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();
  const window = { from: NOW, to: NOW + 400_000, supply: { phases: 3, voltage: VOLTAGE }, ready: NOW };
  const profile = (overrides: Partial<ChargingProfileType>, schedule: object): ChargingProfileType => ({
    id: 1,
    stackLevel: 0,
    chargingProfilePurpose: 'TxDefaultProfile',
    chargingProfileKind: 'Absolute',
    ...overrides,
    chargingSchedule: [
      { id: 1, startSchedule: at(0), chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 6 }], ...schedule },
    ],
  });
  const shown = (profiles: ChargingProfileType[], alternative?: number) =>
    composite(profiles, window, alternative)
      .map(({ from, value }) => `${(from - NOW) / 1000}: ${value?.amperes ?? '-'}`)
      .join(', ');

  test('falls back from a schedule that is over to the one below (K02.FR.08, K01.FR.13)', () => {
    const standard = profile({}, { duration: 300 });
    const special = profile(
      { chargingProfilePurpose: 'TxProfile', transactionId: 'T' },
      { duration: 100, chargingSchedulePeriod: [{ startPeriod: 0, limit: 16 }] },
    );
    expect(shown([standard, special])).toBe('0: 16, 100: 6, 300: -');
  });

  test('begins a daily schedule anew at its own time of day, not at midnight', () => {
    const daily = profile(
      { chargingProfileKind: 'Recurring', recurrencyKind: 'Daily' },
      { startSchedule: at(-2 * 86_400 + 60), duration: 120 },
    );
    expect(shown([daily])).toBe('0: -, 60: 6, 180: -');
  });

  test('takes the schedules of TxProfiles that belong together (K15.FR.22)', () => {
    const several = (stackLevel: number, ...limits: number[]): ChargingProfileType => {
      const one = profile({ chargingProfilePurpose: 'TxProfile', transactionId: 'T', stackLevel }, { duration: stackLevel ? 100 : 200 });
      const [schedule] = one.chargingSchedule;
      const chargingSchedule = limits.map((limit) => ({ ...schedule, chargingSchedulePeriod: [{ startPeriod: 0, limit }] }));
      return { ...one, chargingSchedule: chargingSchedule as ChargingProfileType['chargingSchedule'] };
    };
    const profiles = [several(0, 6, 8), several(1, 10, 12, 14)];
    expect([shown(profiles), shown(profiles, 1), shown(profiles, 2)]).toEqual([
      '0: 10, 100: 6, 200: -',
      '0: 12, 100: 8, 200: -',
      '0: 14, 100: -',
    ]);
  });

  test.each([
    ['amperes on three phases', { phases: 3, voltage: 230 }, { amperes: 10, phases: 3 }, 6900],
    ['amperes on one phase', { phases: 3, voltage: 230 }, { amperes: 10, phases: 1 }, 2300],
    ['direct current', { phases: 0, voltage: 400 }, { amperes: 10, phases: 0 }, 4000],
  ])('is shown in watts for %s (K01.FR.50)', (_what, supply, limit, watts) => {
    expect([valueIn('W', limit, supply), valueIn('A', limit, supply)]).toEqual([watts, 10]);
  });

  test('keeps the highest minChargingRate of those that have a say, in amperes', () => {
    const low = profile(
      { chargingProfilePurpose: 'ChargingStationMaxProfile' },
      { chargingRateUnit: 'W', minChargingRate: 6900, chargingSchedulePeriod: [{ startPeriod: 0, limit: 13800 }] },
    );
    const [first] = composite([low, profile({}, { minChargingRate: 4 })], window);
    expect(first?.value).toMatchObject({ amperes: 6, minimum: 10 });
  });
});
