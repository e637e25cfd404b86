import type { Payload } from '../../src/ocpp/frame.ts';
import { chargingProfiles } from '../../src/rules/charging-profiles.ts';
import { chargingSchedules } from '../../src/rules/charging-schedules.ts';
import { profilePlaces } from '../../src/rules/profile-places.ts';
import { open, passes, type Script, time, trips } from './kit.ts';

const period = (startPeriod: number, more: Payload = {}): Payload => ({ startPeriod, limit: 6, ...more });
const schedule = (periods: Payload[] = [period(0)], more: Payload = {}): Payload => ({
  id: 1,
  startSchedule: time(0),
  chargingRateUnit: 'A',
  chargingSchedulePeriod: periods,
  ...more,
});
const profile = (more: Payload = {}): Payload => ({
  id: 1,
  stackLevel: 0,
  chargingProfilePurpose: 'TxDefaultProfile',
  chargingProfileKind: 'Absolute',
  chargingSchedule: [schedule()],
  ...more,
});
const set = (chargingProfile: Payload): Script =>
  open().exchange('csms', 's', 'SetChargingProfile', { evseId: 1, chargingProfile }, { status: 'Accepted' });
const withPeriods = (...periods: Payload[]): Script => set(profile({ chargingSchedule: [schedule(periods)] }));
const start = (chargingProfile: Payload): Script =>
  open().exchange(
    'csms',
    'r',
    'RequestStartTransaction',
    { idToken: { idToken: 'A1', type: 'Central' }, remoteStartId: 1, chargingProfile },
    { status: 'Accepted' },
  );
const composite = (...periods: Payload[]): Script =>
  open().exchange(
    'csms',
    'g',
    'GetCompositeSchedule',
    { evseId: 1, duration: 300 },
    {
      status: 'Accepted',
      schedule: { evseId: 1, duration: 300, scheduleStart: time(0), chargingRateUnit: 'A', chargingSchedulePeriod: periods },
    },
  );
const byEv = (...periods: Payload[]): Script =>
  open().exchange(
    'station',
    'n',
    'NotifyEVChargingSchedule',
    { evseId: 1, timeBase: time(0), chargingSchedule: schedule(periods) },
    { status: 'Accepted' },
  );
const limited = (...periods: Payload[]): Script =>
  open().exchange('station', 'l', 'NotifyChargingLimit', {
    chargingLimit: { chargingLimitSource: 'EMS' },
    chargingSchedule: [schedule(), schedule(periods)],
  });

trips('schedule-periods', 'a profile that begins late', chargingSchedules, withPeriods(period(5)), {
  party: 'csms',
  requirement: 'K01.FR.31',
  pointer: '/chargingProfile/chargingSchedule/0/chargingSchedulePeriod/0/startPeriod',
});
trips('schedule-periods', 'two periods at the same time', chargingSchedules, withPeriods(period(0), period(60), period(60)), {
  requirement: 'K01.FR.35',
  pointer: '/chargingProfile/chargingSchedule/0/chargingSchedulePeriod/2/startPeriod',
});
trips('schedule-periods', 'a composite schedule out of order', chargingSchedules, composite(period(0), period(90), period(60)), {
  party: 'station',
  pointer: '/schedule/chargingSchedulePeriod/2/startPeriod',
});
trips('schedule-periods', 'the schedule of an EV', chargingSchedules, byEv(period(1)), {
  party: 'station',
  pointer: '/chargingSchedule/chargingSchedulePeriod/0/startPeriod',
});
trips('schedule-periods', 'the second schedule of an external limit', chargingSchedules, limited(period(0), period(0)), {
  pointer: '/chargingSchedule/1/chargingSchedulePeriod/1/startPeriod',
});
trips(
  'schedule-periods',
  'the profile of a remote start',
  chargingSchedules,
  start(profile({ chargingSchedule: [schedule([period(7)])] })),
);
passes('schedule-periods', 'in the order of time', chargingSchedules, withPeriods(period(0), period(1), period(86_400)));
passes('schedule-periods', 'of a composite schedule', chargingSchedules, composite(period(0)));
passes(
  'schedule-periods',
  'in a report of what the CSMS has set',
  chargingSchedules,
  open().exchange('station', 'p', 'ReportChargingProfiles', {
    requestId: 1,
    chargingLimitSource: 'CSO',
    evseId: 1,
    chargingProfile: [profile({ chargingSchedule: [schedule([period(5)])] })],
  }),
);
passes(
  'schedule-periods',
  'no composite schedule',
  chargingSchedules,
  open().exchange('csms', 'g', 'GetCompositeSchedule', { evseId: 9, duration: 1 }, { status: 'Rejected' }),
);

trips('phase-to-use', 'one of three', chargingSchedules, withPeriods(period(0), period(9, { numberPhases: 3, phaseToUse: 2 })), {
  party: 'csms',
  requirement: 'K01.FR.19',
  pointer: '/chargingProfile/chargingSchedule/0/chargingSchedulePeriod/1/phaseToUse',
});
trips('phase-to-use', 'one of the three that nobody mentions', chargingSchedules, withPeriods(period(0, { phaseToUse: 1 })));
passes('phase-to-use', 'of one', chargingSchedules, withPeriods(period(0, { numberPhases: 1, phaseToUse: 3 })));
passes('phase-to-use', 'not named', chargingSchedules, withPeriods(period(0, { numberPhases: 3 })));

trips('tx-profile-transaction', 'a default for one transaction', chargingProfiles, set(profile({ transactionId: 'T1' })), {
  requirement: 'Part 2, ChargingProfileType',
  pointer: '/chargingProfile/transactionId',
});
trips('tx-profile-transaction', 'none', chargingProfiles, set(profile({ chargingProfilePurpose: 'TxProfile' })), {
  party: 'csms',
  requirement: 'K01.FR.03',
});
passes('tx-profile-transaction', 'named', chargingProfiles, set(profile({ chargingProfilePurpose: 'TxProfile', transactionId: 'T' })));
passes(
  'tx-profile-transaction',
  'of a remote start is not known yet',
  chargingProfiles,
  start(profile({ chargingProfilePurpose: 'TxProfile' })),
);

trips(
  'external-constraint-set',
  'by the CSMS',
  chargingProfiles,
  set(profile({ chargingProfilePurpose: 'ChargingStationExternalConstraints' })),
  {
    party: 'csms',
  },
);

const unstarted = schedule([period(0)], { startSchedule: undefined });
trips('charging-profile-kind', 'absolute without a start', chargingProfiles, set(profile({ chargingSchedule: [unstarted] })), {
  requirement: 'K01.FR.40',
  pointer: '/chargingProfile/chargingSchedule/0/startSchedule',
});
trips('charging-profile-kind', 'relative with a start', chargingProfiles, set(profile({ chargingProfileKind: 'Relative' })), {
  requirement: 'K01.FR.41',
});
trips('charging-profile-kind', 'recurring without saying how', chargingProfiles, start(profile({ chargingProfileKind: 'Recurring' })), {
  requirement: 'K01.FR.60',
});
trips('charging-profile-kind', 'absolute and daily', chargingProfiles, set(profile({ recurrencyKind: 'Daily' })), {
  requirement: 'K01.FR.60',
});
passes('charging-profile-kind', 'absolute', chargingProfiles, set(profile()));
passes(
  'charging-profile-kind',
  'relative',
  chargingProfiles,
  set(profile({ chargingProfileKind: 'Relative', chargingSchedule: [unstarted] })),
);
passes(
  'charging-profile-kind',
  'recurring',
  chargingProfiles,
  set(profile({ chargingProfileKind: 'Recurring', recurrencyKind: 'Weekly' })),
);

const ask = (criteria: Payload): Script =>
  open().exchange('csms', 'q', 'GetChargingProfiles', { requestId: 1, evseId: 0, chargingProfile: criteria }, { status: 'NoProfiles' });
const clear = (request: Payload): Script => open().exchange('csms', 'c', 'ClearChargingProfile', request, { status: 'Unknown' });
trips('profile-criteria', 'profiles of any kind', chargingProfiles, ask({}), { party: 'csms', requirement: 'K09.FR.03' });
trips('profile-criteria', 'custom data alone', chargingProfiles, ask({ customData: { vendorId: 'V' } }));
trips('profile-criteria', 'whatever there is is cleared', chargingProfiles, clear({}), { requirement: 'K10.FR.02' });
trips('profile-criteria', 'empty criteria', chargingProfiles, clear({ chargingProfileCriteria: {} }));
passes('profile-criteria', 'a level', chargingProfiles, ask({ stackLevel: 0 }));
passes('profile-criteria', 'an id', chargingProfiles, clear({ chargingProfileId: 1 }));
passes('profile-criteria', 'an EVSE', chargingProfiles, clear({ chargingProfileCriteria: { evseId: 1 } }));
passes('external-constraint-set', 'a maximum', chargingProfiles, set(profile({ chargingProfilePurpose: 'ChargingStationMaxProfile' })));

/** Sets profiles one after the other, all of them accepted unless told otherwise. */
const setting = (...profiles: (Payload & { evseId?: number; status?: string })[]): Script =>
  profiles.reduce<Script>(
    (script, { evseId = 1, status = 'Accepted', ...more }, index) =>
      script.exchange('csms', `p${index}`, 'SetChargingProfile', { evseId, chargingProfile: profile(more) }, { status }),
    open(),
  );
const clearing = (request: Payload, status = 'Accepted'): Script =>
  setting({}).exchange('csms', 'c', 'ClearChargingProfile', request, { status });
const again = (script: Script): Script =>
  script.exchange('csms', 'again', 'SetChargingProfile', { evseId: 1, chargingProfile: profile({ id: 2 }) }, { status: 'Accepted' });
const ofTransaction = { chargingProfilePurpose: 'TxProfile', transactionId: 'T1' };

trips('profile-place-taken', 'two defaults of an EVSE at one stack level', profilePlaces, setting({}, { id: 2 }), {
  party: 'csms',
  requirement: 'K01.FR.06',
});
trips('profile-place-taken', 'two profiles of a transaction', profilePlaces, setting(ofTransaction, { ...ofTransaction, id: 2 }), {
  requirement: 'K01.FR.39',
});
trips('profile-place-taken', 'one that was not cleared', profilePlaces, again(clearing({ chargingProfileId: 1 }, 'Unknown')));
trips(
  'profile-place-taken',
  'one that was not meant',
  profilePlaces,
  again(clearing({ chargingProfileCriteria: { chargingProfilePurpose: 'TxDefaultProfile', stackLevel: 1 } })),
);
trips(
  'profile-place-taken',
  'periods that overlap',
  profilePlaces,
  setting({ validFrom: time(600), validTo: time(900) }, { id: 2, validFrom: time(800) }),
);
passes('profile-place-taken', 'the same profile again', profilePlaces, setting({}, {}));
passes('profile-place-taken', 'after a refusal', profilePlaces, setting({ status: 'Rejected' }, { id: 2 }));
passes('profile-place-taken', 'at another stack level', profilePlaces, setting({}, { id: 2, stackLevel: 1 }));
passes('profile-place-taken', 'at another EVSE', profilePlaces, setting({}, { id: 2, evseId: 2 }));
passes('profile-place-taken', 'of another purpose', profilePlaces, setting({}, { ...ofTransaction, id: 2 }));
passes(
  'profile-place-taken',
  'of another transaction',
  profilePlaces,
  setting(ofTransaction, { ...ofTransaction, id: 2, transactionId: 'T2' }),
);
passes('profile-place-taken', 'one after the other', profilePlaces, setting({ validTo: time(900) }, { id: 2, validFrom: time(900) }));
passes('profile-place-taken', 'cleared by its id', profilePlaces, again(clearing({ chargingProfileId: 1 })));
passes(
  'profile-place-taken',
  'cleared by what it is',
  profilePlaces,
  again(clearing({ chargingProfileCriteria: { evseId: 1, chargingProfilePurpose: 'TxDefaultProfile', stackLevel: 0 } })),
);
