import type { Payload } from '../../ocpp/frame.ts';
import { changing, type FaultDescription, list, without } from './fault.ts';

/** Changes the charging profile of a request. */
const inProfile = (change: (profile: Payload) => Payload) =>
  changing('SetChargingProfile', ({ chargingProfile, ...rest }) => ({
    ...rest,
    chargingProfile: change({ ...(chargingProfile as Payload) }),
  }));

/** Changes the schedules of a charging profile. */
const inSchedules = (change: (schedule: Payload) => Payload) =>
  inProfile(({ chargingSchedule, ...rest }) => ({
    ...rest,
    chargingSchedule: list(chargingSchedule).map((schedule) => change({ ...(schedule as Payload) })),
  }));

const inPeriods = (change: (period: Payload, index: number) => Payload) =>
  inSchedules(({ chargingSchedulePeriod, ...rest }) => ({
    ...rest,
    chargingSchedulePeriod: list(chargingSchedulePeriod).map((period, index) => change({ ...(period as Payload) }, index)),
  }));

const inCriteria = (change: (criteria: Payload) => Payload) =>
  changing('GetChargingProfiles', ({ chargingProfile, ...rest }) => ({
    ...rest,
    chargingProfile: change({ ...(chargingProfile as Payload) }),
  }));

/** Leaves requests of a station without an answer. */
const unanswered = (unheard: string) => () => ({
  reply: ({ action }: { action: string }, reply: never) => (action === unheard ? { silence: true as const } : reply),
});

/** An id that is hardly in use. */
const anyId = () => Math.floor(Math.random() * 1e6) + 1000;

/** Faults in smart charging: block K. */
export const SMART_CHARGING_FAULTS = {
  'profile-for-the-whole-station': {
    requirement: 'K01.FR.02',
    about: 'Sets for the whole station what is meant for one EVSE.',
    killedBy: 'TC_K_01_CSMS',
    interceptor: changing('SetChargingProfile', (payload) => ({ ...payload, evseId: 0 })),
  },
  'maximum-for-one-evse': {
    requirement: 'K04.FR.03',
    about: 'Sets a ChargingStationMaxProfile for one EVSE.',
    killedBy: 'TC_K_03_CSMS',
    interceptor: changing('SetChargingProfile', (payload) =>
      (payload.chargingProfile as Payload | undefined)?.chargingProfilePurpose === 'ChargingStationMaxProfile'
        ? { ...payload, evseId: 1 }
        : payload,
    ),
  },
  'choice-of-schedules': {
    requirement: 'K01.FR.34',
    about: 'Sets a profile with two schedules where no EV can choose.',
    killedBy: 'TC_K_60_CSMS',
    interceptor: inProfile(({ chargingSchedule, ...rest }) => {
      const [first] = list(chargingSchedule) as Payload[];
      return { ...rest, chargingSchedule: [first, { ...first, id: Number(first?.id) + 1 }] };
    }),
  },
  'schedule-without-duration': {
    requirement: 'K01.FR.02',
    about: 'Leaves out how long a schedule lasts.',
    killedBy: 'TC_K_10_CSMS',
    interceptor: inSchedules(without('duration')),
  },
  'profile-never-valid': {
    requirement: 'K01.FR.37',
    about: 'Lets a profile end before it begins.',
    killedBy: 'TC_K_01_CSMS',
    interceptor: inProfile((profile) => (profile.validTo ? { ...profile, validTo: '2020-01-01T00:00:00Z' } : profile)),
  },
  'limit-in-thousands': {
    requirement: 'K01.FR.51',
    about: 'Takes a limit in amperes for one in thousands of them.',
    killedBy: 'TC_K_01_CSMS',
    interceptor: inPeriods((period) => ({ ...period, limit: Number(period.limit) / 1000 })),
  },
  'profile-id-anew': {
    requirement: 'K01.FR.06',
    about: 'Uses another id for the profile that replaces one.',
    killedBy: 'TC_K_04_CSMS',
    interceptor: inProfile((profile) => ({ ...profile, id: anyId() })),
  },
  'one-profile-id-for-all': {
    requirement: 'K01.FR.05',
    about: 'Uses the same id for every profile, so that each replaces the one before.',
    killedBy: 'TC_K_70_CSMS',
    interceptor: inProfile((profile) => ({ ...profile, id: 1 })),
  },
  'stack-level-of-its-own': {
    requirement: 'K01.FR.17',
    about: 'Sets profiles at the highest stack level, whatever the operator wants.',
    killedBy: 'TC_K_10_CSMS',
    interceptor: inProfile((profile) => ({ ...profile, stackLevel: 8 })),
  },
  'recurrency-kind-left-out': {
    requirement: 'K01.FR.60',
    about: 'Does not say how often a recurring profile recurs.',
    killedBy: 'TC_K_19_CSMS',
    interceptor: inProfile(without('recurrencyKind')),
  },
  'relative-profile-with-start': {
    requirement: 'K01.FR.41',
    about: 'Gives a relative profile a start.',
    killedBy: 'charging-profile-kind',
    interceptor: inSchedules((schedule) => ({ ...schedule, startSchedule: '2026-01-01T00:00:00Z' })),
  },
  'absolute-profile-without-start': {
    requirement: 'K01.FR.40',
    about: 'Leaves out when an absolute profile begins.',
    killedBy: 'charging-profile-kind',
    interceptor: inSchedules(without('startSchedule')),
  },
  'tx-profile-without-transaction': {
    requirement: 'K01.FR.03',
    about: 'Sets a TxProfile without saying for which transaction.',
    killedBy: 'tx-profile-transaction',
    interceptor: inProfile(without('transactionId')),
  },
  'first-period-late': {
    requirement: 'K01.FR.31',
    about: 'Does not begin a schedule at 0.',
    killedBy: 'schedule-periods',
    interceptor: inPeriods((period) => ({ ...period, startPeriod: Number(period.startPeriod) + 10 })),
  },
  'periods-out-of-order': {
    requirement: 'K01.FR.35',
    about: 'Puts a period behind one that begins at the same time.',
    killedBy: 'schedule-periods',
    interceptor: inSchedules(({ chargingSchedulePeriod, ...rest }) => ({
      ...rest,
      chargingSchedulePeriod: [...list(chargingSchedulePeriod), ...list(chargingSchedulePeriod)],
    })),
  },
  'phase-of-three': {
    requirement: 'K01.FR.19',
    about: 'Names the phase to use where three are used.',
    killedBy: 'phase-to-use',
    interceptor: inPeriods((period) => ({ ...period, numberPhases: 3, phaseToUse: 1 })),
  },
  'external-constraint-set': {
    requirement: 'K01.FR.22',
    about: 'Sets a default as if an external system had.',
    killedBy: 'external-constraint-set',
    interceptor: inProfile((profile) => ({ ...profile, chargingProfilePurpose: 'ChargingStationExternalConstraints' })),
  },
  'remote-start-with-default-profile': {
    requirement: 'K05.FR.02',
    about: 'Starts a transaction with a TxDefaultProfile.',
    killedBy: 'TC_K_37_CSMS',
    interceptor: changing('RequestStartTransaction', ({ chargingProfile, ...rest }) => ({
      ...rest,
      ...(chargingProfile ? { chargingProfile: { ...(chargingProfile as Payload), chargingProfilePurpose: 'TxDefaultProfile' } } : {}),
    })),
  },
  'clear-at-every-evse': {
    requirement: 'K10.FR.02',
    about: 'Clears at every EVSE what the operator wants to be cleared at one.',
    killedBy: 'TC_K_06_CSMS',
    interceptor: changing('ClearChargingProfile', ({ chargingProfileCriteria, ...rest }) => ({
      ...rest,
      ...(chargingProfileCriteria ? { chargingProfileCriteria: without('evseId')({ ...(chargingProfileCriteria as Payload) }) } : {}),
    })),
  },
  'clear-at-every-level': {
    requirement: 'K10.FR.02',
    about: 'Clears at every stack level what the operator wants to be cleared at one.',
    killedBy: 'TC_K_08_CSMS',
    interceptor: changing('ClearChargingProfile', ({ chargingProfileCriteria, ...rest }) => ({
      ...rest,
      ...(chargingProfileCriteria ? { chargingProfileCriteria: without('stackLevel')({ ...(chargingProfileCriteria as Payload) }) } : {}),
    })),
  },
  'clear-by-id-and-criteria': {
    requirement: 'K10.FR.02',
    about: 'Adds criteria to the id of the profile that is to be cleared.',
    killedBy: 'TC_K_05_CSMS',
    interceptor: changing('ClearChargingProfile', (payload) => ({ ...payload, chargingProfileCriteria: { stackLevel: 0 } })),
  },
  'profiles-of-every-evse-asked-for': {
    requirement: 'K09.FR.04',
    about: 'Asks for the profiles of every EVSE where those of one are wanted.',
    killedBy: 'TC_K_30_CSMS',
    interceptor: changing('GetChargingProfiles', without('evseId')),
  },
  'profiles-of-one-evse-asked-for': {
    requirement: 'K09.FR.06',
    about: 'Asks for the profiles of one EVSE where those of all are wanted.',
    killedBy: 'TC_K_31_CSMS',
    interceptor: changing('GetChargingProfiles', (payload) => ({ ...payload, evseId: 1 })),
  },
  'profiles-asked-for-without-criteria': {
    requirement: 'K09.FR.03',
    about: 'Leaves the criteria out when it asks for charging profiles.',
    killedBy: 'profile-criteria',
    interceptor: inCriteria(() => ({})),
  },
  'profiles-asked-for-by-level-too': {
    requirement: 'K09.FR.03',
    about: 'Asks for profiles of one stack level, which nobody wants.',
    killedBy: 'TC_K_35_CSMS',
    interceptor: inCriteria((criteria) => ({ ...criteria, stackLevel: 0 })),
  },
  'profile-ids-left-out': {
    requirement: 'K09.FR.03',
    about: 'Asks for profiles by their purpose where one is wanted by its id.',
    killedBy: 'TC_K_32_CSMS',
    interceptor: inCriteria((criteria) => (criteria.chargingProfileId ? { chargingProfilePurpose: 'TxDefaultProfile' } : criteria)),
  },
  'source-of-limits-left-out': {
    requirement: 'K09.FR.03',
    about: 'Asks for profiles from any source where one source is wanted.',
    killedBy: 'TC_K_34_CSMS',
    interceptor: inCriteria(({ chargingLimitSource: _, ...criteria }) => ({ ...criteria, ...orSome(criteria) })),
  },
  'level-of-profiles-left-out': {
    requirement: 'K09.FR.03',
    about: 'Asks for profiles at any stack level where one level is wanted.',
    killedBy: 'TC_K_33_CSMS',
    interceptor: inCriteria(({ stackLevel: _, ...criteria }) => ({ ...criteria, ...orSome(criteria) })),
  },
  'purpose-of-profiles-left-out': {
    requirement: 'K09.FR.03',
    about: 'Asks for profiles of any purpose where one purpose is wanted.',
    killedBy: 'TC_K_36_CSMS',
    interceptor: inCriteria(without('chargingProfilePurpose')),
  },
  'composite-of-the-station': {
    requirement: 'K08.FR.01',
    about: 'Asks for the composite schedule of the station where that of an EVSE is wanted.',
    killedBy: 'TC_K_43_CSMS',
    interceptor: changing('GetCompositeSchedule', (payload) => ({ ...payload, evseId: 0 })),
  },
  'composite-in-any-unit': {
    requirement: 'K08.FR.01',
    about: 'Does not say in which unit it wants a composite schedule.',
    killedBy: 'TC_K_44_CSMS',
    interceptor: changing('GetCompositeSchedule', without('chargingRateUnit')),
  },
  'charging-limit-not-answered': {
    requirement: 'K12.FR.02',
    about: 'Does not answer NotifyChargingLimit.',
    killedBy: 'TC_K_48_CSMS',
    interceptor: unanswered('NotifyChargingLimit'),
  },
  'cleared-limit-not-answered': {
    requirement: 'K13.FR.02',
    about: 'Does not answer ClearedChargingLimit.',
    killedBy: 'TC_K_50_CSMS',
    interceptor: unanswered('ClearedChargingLimit'),
  },
  'reported-profiles-not-answered': {
    requirement: 'K09.FR.01',
    about: 'Does not answer ReportChargingProfiles.',
    killedBy: 'TC_K_29_CSMS',
    interceptor: unanswered('ReportChargingProfiles'),
  },
  'charging-needs-refused': {
    requirement: 'K15.FR.03',
    about: 'Refuses to provide a schedule for what an EV needs.',
    killedBy: 'TC_K_53_CSMS',
  },
  'schedule-never-provided': {
    requirement: 'K15.FR.07',
    about: 'Promises a schedule for an EV and does not provide it.',
    killedBy: 'TC_K_53_CSMS',
  },
  'needs-regarded-once': {
    requirement: 'K16.FR.12',
    about: 'Provides no schedule when an EV says again what it needs.',
    killedBy: 'TC_K_59_CSMS',
  },
  'more-periods-than-the-ev-takes': {
    requirement: 'K15.FR.07',
    about: 'Provides a schedule for an EV with more periods than the EV says that it takes.',
    killedBy: 'TC_K_53_CSMS',
    interceptor: inSchedules(({ chargingSchedulePeriod, ...rest }) => {
      const [first] = list(chargingSchedulePeriod) as Payload[];
      const periods = Array.from({ length: 13 }, (_, index) => ({ ...first, startPeriod: index * 900 }));
      return { ...rest, chargingSchedulePeriod: periods };
    }),
  },
  'another-profile-for-each-schedule': {
    requirement: 'K01.FR.39',
    about: 'Sets each schedule of a transaction as another profile at the same stack level.',
    killedBy: 'profile-place-taken',
    interceptor: inProfile((profile) => (profile.chargingProfilePurpose === 'TxProfile' ? { ...profile, id: anyId() } : profile)),
  },
  'schedule-as-default': {
    requirement: 'K15.FR.07',
    about: 'Provides a schedule for an EV as a TxDefaultProfile.',
    killedBy: 'TC_K_55_CSMS',
    interceptor: inProfile((profile) =>
      profile.chargingProfilePurpose === 'TxProfile'
        ? { ...without('transactionId')(profile), chargingProfilePurpose: 'TxDefaultProfile' }
        : profile,
    ),
  },
  'excessive-ev-schedule-accepted': {
    requirement: 'K15.FR.12',
    about: 'Accepts the schedule of an EV that exceeds its own.',
    killedBy: 'TC_K_55_CSMS',
  },
  'no-renegotiation': {
    requirement: 'K15.FR.13',
    about: 'Leaves it at that when it has rejected the schedule of an EV.',
    killedBy: 'TC_K_55_CSMS',
  },
  'fitting-ev-schedule-rejected': {
    requirement: 'K15.FR.11',
    about: 'Rejects the schedule of an EV, whatever it is.',
    killedBy: 'TC_K_53_CSMS',
  },
  'second-ev-schedule-rejected': {
    requirement: 'K16.FR.06',
    about: 'Rejects the schedule of an EV that has returned one before.',
    killedBy: 'TC_K_58_CSMS',
  },
  'renegotiates-for-no-reason': {
    requirement: 'K15.FR.11',
    about: 'Sets another schedule as soon as an EV charges.',
    killedBy: 'TC_K_53_CSMS',
  },
} as const satisfies Record<string, FaultDescription>;

/** Some criterion has to be left. */
function orSome(criteria: Payload): Payload {
  return Object.keys(criteria).length === 0 ? { chargingProfilePurpose: 'TxDefaultProfile' } : {};
}
