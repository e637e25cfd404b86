import fc from 'fast-check';
import type { ChargingProfileType, ChargingSchedulePeriodType } from '../../src/ocpp/generated/messages.ts';

/** A Thursday, a few seconds before midnight UTC: days and weeks change where it is looked. */
export const NOW = Date.parse('2026-01-01T23:59:50Z');
const DAY = 86_400;

const iso = (seconds: number): string => new Date(NOW + seconds * 1000).toISOString();

/** Seconds from now: near, or a few days and some seconds away, so that recurrences meet the window. */
const moment = fc.oneof(
  fc.integer({ min: -120, max: 120 }),
  fc.tuple(fc.integer({ min: -15, max: 2 }), fc.integer({ min: -90, max: 90 })).map(([days, seconds]) => days * DAY + seconds),
);

const period = (startPeriod: number): fc.Arbitrary<ChargingSchedulePeriodType> =>
  fc
    .record({
      limit: fc.oneof(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 320 }).map((tenths) => tenths / 10),
      ),
      phases: fc.constantFrom<Partial<ChargingSchedulePeriodType>>(
        {},
        { numberPhases: 1 },
        { numberPhases: 2 },
        { numberPhases: 3 },
        { numberPhases: 1, phaseToUse: 2 },
      ),
    })
    .map(({ limit, phases }) => ({ startPeriod, limit, ...phases }));

const starts = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 8 * DAY })), { maxLength: 5 })
  .map((later) => [0, ...later.sort((a, b) => a - b)]);

/** A profile that a station could have, of any purpose and kind. */
const profile: fc.Arbitrary<ChargingProfileType> = fc
  .record({
    id: fc.integer({ min: 1, max: 1000 }),
    stackLevel: fc.integer({ min: 0, max: 3 }),
    chargingProfilePurpose: fc.constantFrom(
      'ChargingStationMaxProfile',
      'ChargingStationExternalConstraints',
      'TxDefaultProfile',
      'TxDefaultProfile',
      'TxProfile',
    ),
    kind: fc.constantFrom<Partial<ChargingProfileType>>(
      { chargingProfileKind: 'Absolute' },
      { chargingProfileKind: 'Relative' },
      { chargingProfileKind: 'Recurring', recurrencyKind: 'Daily' },
      { chargingProfileKind: 'Recurring', recurrencyKind: 'Weekly' },
    ),
    validFrom: fc.option(moment.map(iso), { nil: undefined, freq: 2 }),
    validTo: fc.option(moment.map(iso), { nil: undefined, freq: 2 }),
    startSchedule: moment.map(iso),
    duration: fc.option(fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 9 * DAY })), { nil: undefined }),
    chargingRateUnit: fc.constantFrom<'A' | 'W'>('A', 'W'),
    minChargingRate: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
    periods: starts.chain((seconds) => fc.tuple(...seconds.map(period))),
  })
  .map(({ kind, validFrom, validTo, startSchedule, duration, chargingRateUnit, minChargingRate, periods, ...rest }) => ({
    ...rest,
    ...kind,
    ...(validFrom ? { validFrom } : {}),
    ...(validTo ? { validTo } : {}),
    chargingSchedule: [
      {
        id: rest.id,
        chargingRateUnit,
        ...(kind.chargingProfileKind === 'Relative' ? {} : { startSchedule }),
        ...(duration === undefined ? {} : { duration }),
        ...(minChargingRate === undefined ? {} : { minChargingRate }),
        chargingSchedulePeriod: periods.map((one) => (chargingRateUnit === 'W' ? { ...one, limit: one.limit * 690 } : one)),
      },
    ],
  })) as fc.Arbitrary<ChargingProfileType>;

/** Profiles, the EVSE for which they are, and moments from now on at which to look, in milliseconds. */
export const situation = fc.record({
  profiles: fc.array(profile, { minLength: 1, maxLength: 6 }),
  phases: fc.constantFrom(0, 1, 3),
  ready: fc.integer({ min: -100, max: 0 }).map((seconds) => NOW + seconds * 1000),
  days: fc.constantFrom(0, 1, 8),
  moments: fc.array(fc.integer({ min: 0, max: 8 * DAY * 1000 }), { minLength: 4, maxLength: 8 }),
});
