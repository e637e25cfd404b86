import type { ChargingProfileType, ChargingScheduleType, SetChargingProfileRequest } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Evse } from '../evses.ts';

/** @returns why a charging profile cannot be set, as a standardized reason code; undefined if it can */
export function objectionTo(core: Core, { evseId, chargingProfile }: SetChargingProfileRequest): string | undefined {
  const evse = core.evses.find(({ id }) => id === evseId);
  // K01.FR.05: what the CSMS has not set it cannot replace.
  if (core.smartCharging.external.profiles.some(({ profile }) => profile.id === chargingProfile.id)) return 'InvalidProfile';
  // K01.FR.28
  if (evseId !== 0 && !evse) return 'UnknownEvse';
  return (
    objectionToPurpose(core, evse, chargingProfile) ??
    objectionToKind(chargingProfile) ??
    chargingProfile.chargingSchedule.map((schedule) => objectionToSchedule(core, evse, schedule)).find(Boolean) ??
    objectionToPlace(core, evseId, chargingProfile)
  );
}

/** @returns why the profile of a remote start cannot be used for its transaction (F01.FR.09, F01.FR.11, F01.FR.26) */
export function objectionToRemote(core: Core, evse: Evse, profile: ChargingProfileType): string | undefined {
  if (profile.chargingProfilePurpose !== 'TxProfile' || profile.transactionId !== undefined) return 'InvalidProfile';
  return (
    objectionToKind(profile) ??
    profile.chargingSchedule.map((schedule) => objectionToSchedule(core, evse, schedule)).find(Boolean) ??
    objectionToPlace(core, evse.id, profile)
  );
}

function objectionToPurpose(core: Core, evse: Evse | undefined, profile: ChargingProfileType): string | undefined {
  const { chargingProfilePurpose: purpose, transactionId } = profile;
  // K01.FR.22
  if (purpose === 'ChargingStationExternalConstraints') return 'InvalidProfile';
  // K04.FR.03, K01.FR.38
  if (purpose === 'ChargingStationMaxProfile') return evse || profile.chargingProfileKind === 'Relative' ? 'InvalidProfile' : undefined;
  if (purpose === 'TxDefaultProfile') return undefined;
  // K01.FR.16, K01.FR.03
  const known = transactionId !== undefined && core.transactions.find(transactionId) !== undefined;
  if (!evse) return known && core.faults.has('current-tx-profile-for-all-evses') ? undefined : 'InvalidProfile';
  if (transactionId === undefined) return 'MissingParam';
  // K01.FR.09, K01.FR.33
  return core.transactions.session(evse).transaction?.id === transactionId ? undefined : 'TxNotFound';
}

/** K01.FR.40, K01.FR.41, K01.FR.60 */
function objectionToKind({ chargingProfileKind, recurrencyKind, chargingSchedule }: ChargingProfileType): string | undefined {
  const relative = chargingProfileKind === 'Relative';
  if (chargingSchedule.some(({ startSchedule }) => (startSchedule === undefined) !== relative)) return 'InvalidSchedule';
  return (chargingProfileKind === 'Recurring') === (recurrencyKind !== undefined) ? undefined : 'InvalidProfile';
}

function objectionToSchedule(
  { variables }: Core,
  evse: Evse | undefined,
  { chargingRateUnit, chargingSchedulePeriod: periods }: ChargingScheduleType,
): string | undefined {
  // K01.FR.26
  if (!variables.members('SmartChargingCtrlr.RateUnit').includes(chargingRateUnit)) return 'UnsupportedRateUnit';
  if (periods.length > variables.integer('SmartChargingCtrlr.PeriodsPerSchedule', Number.POSITIVE_INFINITY)) return 'TooManyElements';
  // K01.FR.31, K01.FR.35
  const ordered = periods.every(({ startPeriod }, index) => (index === 0 ? startPeriod === 0 : startPeriod > startOf(periods, index - 1)));
  if (!ordered || periods.some(({ limit }) => limit < 0)) return 'InvalidSchedule';
  // K01.FR.44: phases mean nothing to direct current.
  if (evse?.config.phases === 0) return undefined;
  const wrongPhase = periods.some(({ numberPhases, phaseToUse }) => phaseToUse !== undefined && (numberPhases !== 1 || phaseToUse !== 1));
  // K01.FR.19, K01.FR.48: this station cannot switch phases and uses the first one.
  return wrongPhase ? 'InvalidSchedule' : undefined;
}

const startOf = (periods: ChargingScheduleType['chargingSchedulePeriod'], index: number): number => periods[index]?.startPeriod ?? 0;

/** Whether there is room for it in the stack and in the station. */
function objectionToPlace({ smartCharging, variables }: Core, evseId: number, profile: ChargingProfileType): string | undefined {
  const { id, stackLevel } = profile;
  if (stackLevel < 0 || stackLevel > variables.integer('SmartChargingCtrlr.ProfileStackLevel', 0)) return 'InvalidStackLevel';
  const others = smartCharging.profiles.filter((installed) => installed.profile.id !== id);
  if (others.some((other) => competes(other.evseId, other.profile, evseId, profile))) return 'DuplicateProfile';
  return others.length >= variables.maxLimit('SmartChargingCtrlr.Entries[ChargingProfiles]') ? 'OutOfStorage' : undefined;
}

/** K01.FR.06, K01.FR.39, K01.FR.52, K01.FR.53: two profiles would have the same say at the same time. */
function competes(evseId: number, a: ChargingProfileType, otherEvseId: number, b: ChargingProfileType): boolean {
  if (a.chargingProfilePurpose !== b.chargingProfilePurpose || a.stackLevel !== b.stackLevel) return false;
  if (a.chargingProfilePurpose === 'TxProfile') return a.transactionId === b.transactionId;
  const oneForAll = evseId !== otherEvseId && (evseId === 0 || otherEvseId === 0);
  return oneForAll || (evseId === otherEvseId && overlap(a, b));
}

const overlap = (a: ChargingProfileType, b: ChargingProfileType): boolean =>
  Date.parse(a.validFrom ?? EVER) < Date.parse(b.validTo ?? NEVER) && Date.parse(b.validFrom ?? EVER) < Date.parse(a.validTo ?? NEVER);
const EVER = '0001-01-01T00:00:00Z';
const NEVER = '9999-12-31T23:59:59Z';
