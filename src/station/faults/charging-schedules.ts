import type { ChargingSchedulePeriodType, CompositeScheduleType } from '../../ocpp/generated/messages.ts';
import { answering, byName } from './fault.ts';

type Period = ChargingSchedulePeriodType;

/** Spoils the composite schedules that the station tells of. */
const composite = (spoil: (schedule: CompositeScheduleType) => Partial<CompositeScheduleType>) =>
  answering(['GetCompositeSchedule'], (payload) => {
    const schedule = payload.schedule as CompositeScheduleType | undefined;
    return schedule ? { ...payload, schedule: { ...schedule, ...spoil(schedule) } } : payload;
  });

/** In what profiles come to, and how the station tells it. */
export const CHARGING_SCHEDULE_FAULTS = byName(
  // What profiles come to
  {
    name: 'schedule-off-by-one-period',
    requirement: 'K01.FR.12',
    about: 'Charges by the period before the one that has begun.',
    killedBy: 'TC_K_40_CS',
  },
  {
    name: 'stack-upside-down',
    requirement: 'K01.FR.17',
    about: 'Prefers the profile that is lowest in the stack.',
    killedBy: 'TC_K_40_CS',
  },
  {
    name: 'no-way-down-the-stack',
    requirement: 'K01.FR.17',
    about: 'Has no limit any more when the profile at the top of the stack is over.',
    killedBy: 'TC_K_40_CS',
  },
  {
    name: 'duration-ignored',
    requirement: 'K01.FR.11',
    about: 'Goes on with the last period of a schedule whose duration is over.',
    killedBy: 'TC_K_41_CS',
  },
  {
    name: 'station-maximum-ignored',
    requirement: 'K08.FR.04',
    about: 'Charges faster than the ChargingStationMaxProfile allows.',
    killedBy: 'TC_K_41_CS',
  },
  {
    name: 'default-beats-tx-profile',
    requirement: 'K02.FR.04',
    about: 'Keeps to the TxDefaultProfile although the transaction has a profile of its own.',
    killedBy: 'TC_K_41_CS',
  },
  {
    name: 'no-default-after-tx-profile',
    requirement: 'K02.FR.08',
    about: 'Does not fall back to the TxDefaultProfile when the TxProfile is over.',
    killedBy: 'TC_K_41_CS',
  },
  {
    name: 'valid-from-ignored',
    requirement: 'K01.FR.36',
    about: 'Charges by a profile that is not valid yet.',
    killedBy: 'TC_K_21_CS',
  },
  {
    name: 'valid-to-ignored',
    requirement: 'K01.FR.37',
    about: 'Charges by a profile that is not valid any more.',
    killedBy: 'TC_K_22_CS',
  },
  {
    name: 'schedule-starts-at-once',
    requirement: 'K01.FR.30',
    about: 'Begins with a schedule before its start.',
    killedBy: 'TC_K_23_CS',
  },
  {
    name: 'days-begin-at-midnight',
    requirement: 'K01.FR.13',
    about: 'Begins a recurring schedule anew at midnight, and not at the time of day of its start.',
    killedBy: 'OS_K_01_CS',
  },
  {
    name: 'every-day-for-every-week',
    requirement: 'K01.FR.60',
    about: 'Repeats a weekly schedule every day.',
    killedBy: 'OS_K_01_CS',
  },
  {
    name: 'schedule-does-not-recur',
    requirement: 'K01.FR.60',
    about: 'Follows a recurring schedule only once.',
    killedBy: 'OS_K_01_CS',
  },
  {
    name: 'watts-of-one-phase',
    requirement: 'K01.FR.51',
    about: 'Takes a limit in amperes for the sum of all phases.',
    killedBy: 'OS_K_02_CS',
  },
  {
    name: 'default-needs-a-transaction',
    requirement: 'K08.FR.06',
    about: 'Leaves the TxDefaultProfile out of a composite schedule while there is no transaction.',
    killedBy: 'TC_K_40_CS',
  },
  {
    name: 'default-only-for-later-transactions',
    requirement: 'K01.FR.32',
    about: 'Does not use a new TxDefaultProfile for the transaction that is under way.',
    killedBy: 'TC_K_28_CS',
  },
  {
    name: 'new-default-ends-transactions',
    requirement: 'K01.FR.32',
    about: 'Ends the transactions that are under way when a TxDefaultProfile is set.',
    killedBy: 'TC_K_28_CS',
  },
  {
    name: 'cleared-profile-ends-transactions',
    requirement: 'K10.FR.07',
    about: 'Ends the transactions that are under way when a profile is cleared.',
    killedBy: 'TC_K_09_CS',
  },
  {
    name: 'cleared-profile-still-limits',
    requirement: 'K10.FR.05',
    about: 'Keeps to the limits of a profile that has been cleared.',
    killedBy: 'TC_K_09_CS',
  },
  // GetCompositeSchedule
  {
    name: 'composite-cut-short',
    requirement: 'K08.FR.02',
    about: 'Tells of a composite schedule for half of the time that was asked for.',
    killedBy: 'TC_K_39_CS',
    interceptor: composite(({ duration }) => ({ duration: Math.floor(duration / 2) })),
  },
  {
    name: 'composite-in-local-time',
    requirement: 'K08.FR.02',
    about: 'Takes the local time for UTC in a composite schedule.',
    killedBy: 'TC_K_39_CS',
    interceptor: composite(({ scheduleStart }) => ({ scheduleStart: new Date(Date.parse(scheduleStart) + 3_600_000).toISOString() })),
  },
  {
    name: 'composite-begins-late',
    requirement: 'K01.FR.31',
    about: 'Does not begin a composite schedule at 0.',
    killedBy: 'schedule-periods',
    interceptor: composite(({ chargingSchedulePeriod }) => ({
      chargingSchedulePeriod: chargingSchedulePeriod.map((period) => ({ ...period, startPeriod: period.startPeriod + 1 })) as [Period],
    })),
  },
  {
    name: 'composite-of-another-evse',
    requirement: 'K08.FR.03',
    about: 'Tells of the station as a whole as if it were an EVSE.',
    killedBy: 'TC_K_39_CS',
    interceptor: composite(({ evseId }) => ({ evseId: evseId === 0 ? 1 : evseId })),
  },
  {
    name: 'composite-without-last-period',
    requirement: 'K08.FR.02',
    about: 'Leaves the last period out of a composite schedule.',
    killedBy: 'TC_K_40_CS',
    interceptor: composite(({ chargingSchedulePeriod: periods }) => ({
      chargingSchedulePeriod: (periods.length > 1 ? periods.slice(0, -1) : periods) as [Period],
    })),
  },
  {
    name: 'composite-for-unknown-evse',
    requirement: 'K08.FR.05',
    about: 'Accepts to tell of an EVSE that it does not have.',
    killedBy: 'TC_K_47_CS',
    interceptor: answering(['GetCompositeSchedule'], (payload) =>
      (payload.statusInfo as { reasonCode?: string } | undefined)?.reasonCode === 'UnknownEvse' ? { status: 'Accepted' } : payload,
    ),
  },
  {
    name: 'composite-in-unsupported-unit',
    requirement: 'K08.FR.07',
    about: 'Accepts to tell of a composite schedule in a unit that it does not support.',
    killedBy: 'TC_K_42_CS',
    interceptor: answering(['GetCompositeSchedule'], (payload) =>
      (payload.statusInfo as { reasonCode?: string } | undefined)?.reasonCode === 'UnsupportedRateUnit' ? { status: 'Accepted' } : payload,
    ),
  },
);
