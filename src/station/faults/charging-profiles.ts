import type { ChargingProfileType, ChargingSchedulePeriodType } from '../../ocpp/generated/messages.ts';
import { answering, byName, eachOf, requesting } from './fault.ts';

type Period = ChargingSchedulePeriodType;

/** Accepts profiles that it refuses for one of these reasons. */
const accepting = (...reasons: string[]) =>
  answering(['SetChargingProfile'], (payload) =>
    reasons.includes((payload.statusInfo as { reasonCode?: string } | undefined)?.reasonCode ?? '') ? { status: 'Accepted' } : payload,
  );

/** Spoils each profile that it reports. */
const reported = (spoil: (profile: ChargingProfileType) => ChargingProfileType) =>
  requesting(['ReportChargingProfiles'], eachOf('chargingProfile', spoil));

const doubled = (period: Period): Period => ({ ...period, limit: period.limit * 2 });

/** In setting, reporting and clearing charging profiles. */
export const CHARGING_PROFILE_FAULTS = byName(
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
    name: 'current-tx-profile-for-all-evses',
    requirement: 'K01.FR.16',
    about: 'Accepts a TxProfile for the whole station if it knows the transaction.',
    killedBy: 'OS_K_08_CS',
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
  {
    name: 'start-refused-for-its-profile',
    requirement: 'F01.FR.12',
    about: 'Refuses to start a transaction because a profile comes with the request.',
    killedBy: 'TC_K_38_CS',
    interceptor: {
      reply: ({ action, payload }, reply) =>
        action === 'RequestStartTransaction' && payload.chargingProfile ? { payload: { status: 'Rejected' } } : reply,
    },
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
);
