import type { ChargingProfileType, ChargingSchedulePeriodType, CompositeScheduleType } from '../../ocpp/generated/messages.ts';
import { answering, byName, eachOf, requesting } from './fault.ts';

type Period = ChargingSchedulePeriodType;

/** Spoils the composite schedules that the station tells of. */
const composite = (spoil: (schedule: CompositeScheduleType) => Partial<CompositeScheduleType>) =>
  answering(['GetCompositeSchedule'], (payload) => {
    const schedule = payload.schedule as CompositeScheduleType | undefined;
    return schedule ? { ...payload, schedule: { ...schedule, ...spoil(schedule) } } : payload;
  });

/** Accepts profiles that it refuses for one of these reasons. */
const accepting = (...reasons: string[]) =>
  answering(['SetChargingProfile'], (payload) =>
    reasons.includes((payload.statusInfo as { reasonCode?: string } | undefined)?.reasonCode ?? '') ? { status: 'Accepted' } : payload,
  );

/** Spoils each profile that it reports. */
const reported = (spoil: (profile: ChargingProfileType) => ChargingProfileType) =>
  requesting(['ReportChargingProfiles'], eachOf('chargingProfile', spoil));

const doubled = (period: Period): Period => ({ ...period, limit: period.limit * 2 });

export const SMART_CHARGING_FAULTS = byName(
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
  // SetChargingProfile
  {
    name: 'profile-not-replaced',
    requirement: 'K01.FR.05',
    about: 'Keeps the profile that it has when another one with the same id is set.',
    killedBy: 'TC_K_04_CS',
  },
  {
    name: 'profiles-lost-on-reboot',
    requirement: 'K01.FR.27',
    about: 'Forgets charging profiles when it reboots.',
    killedBy: 'TC_K_13_CS',
  },
  {
    name: 'profile-for-unknown-transaction',
    requirement: 'K01.FR.33',
    about: 'Accepts a TxProfile for a transaction that it does not know.',
    killedBy: 'TC_K_16_CS',
    interceptor: accepting('TxNotFound'),
  },
  {
    name: 'profile-without-transaction',
    requirement: 'K01.FR.09',
    about: 'Accepts a TxProfile where no transaction is under way.',
    killedBy: 'TC_K_02_CS',
    interceptor: accepting('TxNotFound', 'MissingParam'),
  },
  {
    name: 'tx-profile-for-all-evses',
    requirement: 'K01.FR.16',
    about: 'Accepts a TxProfile for the whole station.',
    killedBy: 'TC_K_11_CS',
    interceptor: accepting('InvalidProfile'),
  },
  {
    name: 'profile-in-unsupported-unit',
    requirement: 'K01.FR.26',
    about: 'Accepts a profile in a unit that it does not support.',
    killedBy: 'TC_K_12_CS',
    interceptor: accepting('UnsupportedRateUnit'),
  },
  {
    name: 'profile-for-unknown-evse',
    requirement: 'K01.FR.28',
    about: 'Accepts a profile for an EVSE that it does not have.',
    killedBy: 'TC_K_14_CS',
    interceptor: accepting('UnknownEvse'),
  },
  {
    name: 'profile-twice-at-a-level',
    requirement: 'K01.FR.53',
    about: 'Accepts a TxDefaultProfile for one EVSE at a stack level where there is one for all of them.',
    killedBy: 'OS_K_03_CS',
    interceptor: accepting('DuplicateProfile'),
  },
  {
    name: 'smart-charging-not-denied',
    requirement: 'K01.FR.29',
    about: 'Answers SetChargingProfile although it has no smart charging.',
    killedBy: 'TC_K_15_CS',
  },
  {
    name: 'recurring-profile-refused',
    requirement: 'K01.FR.40',
    about: 'Refuses recurring profiles.',
    killedBy: 'TC_K_19_CS',
  },
  // GetChargingProfiles
  {
    name: 'reported-limit-differs',
    requirement: 'K09.FR.04',
    about: 'Reports other limits than were set.',
    killedBy: 'TC_K_01_CS',
    interceptor: reported((profile) => ({
      ...profile,
      chargingSchedule: profile.chargingSchedule.map((schedule) => ({
        ...schedule,
        chargingSchedulePeriod: schedule.chargingSchedulePeriod.map(doubled),
      })) as ChargingProfileType['chargingSchedule'],
    })),
  },
  {
    name: 'reported-without-duration',
    requirement: 'K09.FR.05',
    about: 'Leaves the duration of schedules out of reports.',
    killedBy: 'TC_K_03_CS',
    interceptor: reported((profile) => ({
      ...profile,
      chargingSchedule: profile.chargingSchedule.map(({ duration: _, ...schedule }) => schedule) as ChargingProfileType['chargingSchedule'],
    })),
  },
  {
    name: 'default-copied-to-evses',
    requirement: 'K01.FR.14',
    about: 'Reports a TxDefaultProfile for all EVSEs as one of an EVSE.',
    killedBy: 'TC_K_10_CS',
    interceptor: requesting(['ReportChargingProfiles'], (payload) => ({ ...payload, evseId: payload.evseId === 0 ? 1 : payload.evseId })),
  },
  {
    name: 'profiles-of-other-evses-reported',
    requirement: 'K09.FR.04',
    about: 'Reports profiles of the whole station where those of an EVSE are asked for.',
    killedBy: 'TC_K_33_CS',
  },
  {
    name: 'profiles-of-station-not-kept-apart',
    requirement: 'K09.FR.05',
    about: 'Reports profiles of EVSEs where those of the station itself are asked for.',
    killedBy: 'TC_K_29_CS',
  },
  {
    name: 'stack-level-not-regarded',
    requirement: 'K09.FR.04',
    about: 'Reports profiles at any stack level where one is asked for.',
    killedBy: 'TC_K_36_CS',
  },
  {
    name: 'purpose-not-regarded',
    requirement: 'K09.FR.04',
    about: 'Reports profiles of any purpose where one is asked for.',
    killedBy: 'TC_K_35_CS',
  },
  {
    name: 'source-not-regarded',
    requirement: 'K09.FR.04',
    about: 'Reports profiles of any source where one is asked for.',
    killedBy: 'TC_K_34_CS',
  },
  {
    name: 'profile-ids-not-regarded',
    requirement: 'K09.FR.06',
    about: 'Reports all profiles where some are asked for by their ids.',
    killedBy: 'TC_K_32_CS',
  },
  {
    name: 'only-one-part-of-profiles',
    requirement: 'K09.FR.02',
    about: 'Reports the profiles of the first EVSE only.',
    killedBy: 'TC_K_31_CS',
  },
  {
    name: 'tx-profile-forgotten',
    requirement: 'K01.FR.04',
    about: 'Accepts a TxProfile without keeping it.',
    killedBy: 'TC_K_60_CS',
  },
  {
    name: 'remote-profile-forgotten',
    requirement: 'K05.FR.03',
    about: 'Starts a transaction without the profile that came with the request.',
    killedBy: 'TC_K_37_CS',
  },
  // ClearChargingProfile
  {
    name: 'clears-nothing',
    requirement: 'K10.FR.03',
    about: 'Accepts to clear a profile and keeps it.',
    killedBy: 'TC_K_05_CS',
  },
  {
    name: 'clears-the-first-only',
    requirement: 'K10.FR.04',
    about: 'Clears one profile where several meet the criteria.',
    killedBy: 'TC_K_24_CS',
  },
  {
    name: 'clear-ignores-criteria',
    requirement: 'K10.FR.01',
    about: 'Clears whatever profiles there are.',
    killedBy: 'TC_K_07_CS',
  },
  {
    name: 'clears-what-is-not-there',
    requirement: 'K10.FR.01',
    about: 'Accepts to clear a profile that it does not have.',
    killedBy: 'TC_K_08_CS',
    interceptor: answering(['ClearChargingProfile'], () => ({ status: 'Accepted' })),
  },
  {
    name: 'clear-by-level-unknown',
    requirement: 'K10.FR.04',
    about: 'Clears profiles by their ids only.',
    killedBy: 'TC_K_06_CS',
  },
  // External limits
  {
    name: 'external-limit-not-reported',
    requirement: 'K12.FR.05',
    about: 'Leaves external limits out of what it reports.',
    killedBy: 'TC_K_52_CS',
  },
  {
    name: 'external-limit-not-notified',
    requirement: 'K12.FR.02',
    about: 'Does not tell the CSMS of an external limit.',
    killedBy: 'OS_K_04_CS',
  },
  {
    name: 'external-limit-as-cso',
    requirement: 'K12.FR.04',
    about: 'Tells of an external limit as if the CSMS had set it.',
    killedBy: 'OS_K_04_CS',
  },
  {
    name: 'external-schedule-left-out',
    requirement: 'K12.FR.03',
    about: 'Does not say what an external limit is, although it is configured to.',
    killedBy: 'OS_K_04_CS',
  },
  {
    name: 'external-limit-exceeded',
    requirement: 'K11.FR.01',
    about: 'Charges faster than an external limit allows.',
    killedBy: 'OS_K_05_CS',
  },
  {
    name: 'rate-change-not-told',
    requirement: 'K11.FR.04',
    about: 'Does not tell the CSMS that a transaction charges at another rate because of an external limit.',
    killedBy: 'OS_K_05_CS',
  },
  {
    name: 'release-not-notified',
    requirement: 'K13.FR.02',
    about: 'Does not tell the CSMS that an external limit is no more.',
    killedBy: 'OS_K_06_CS',
  },
  {
    name: 'released-limit-kept',
    requirement: 'K13.FR.01',
    about: 'Keeps to an external limit that has been released.',
    killedBy: 'OS_K_06_CS',
  },
  // ISO 15118
  {
    name: 'charging-needs-not-sent',
    requirement: 'K15.FR.01',
    about: 'Keeps to itself what an EV needs.',
    killedBy: 'TC_K_54_CS',
  },
  {
    name: 'charging-needs-without-parameters',
    requirement: 'K15.FR.06',
    about: 'Tells what an EV needs without the parameters of either kind of current.',
    killedBy: 'TC_K_53_CS',
  },
  {
    name: 'ev-schedule-exceeds-limits',
    requirement: 'K15.FR.09',
    about: 'Lets an EV have more than the schedule of the CSMS allows.',
    killedBy: 'TC_K_58_CS',
  },
  {
    name: 'ev-schedule-of-another-evse',
    requirement: 'K17.FR.10',
    about: 'Tells of the schedule of an EV at another EVSE.',
    killedBy: 'TC_K_57_CS',
  },
  {
    name: 'no-energy-without-schedule',
    requirement: 'K17.FR.15',
    about: 'Does not let an EV charge for which the CSMS has no schedule.',
    killedBy: 'TC_K_54_CS',
  },
  {
    name: 'no-energy-offline',
    requirement: 'K15.FR.15',
    about: 'Does not let an EV charge that waits for a schedule when the connection is lost.',
    killedBy: 'TC_K_56_CS',
  },
);
