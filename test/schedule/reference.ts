import type {
  ChargingProfilePurposeEnumType,
  ChargingProfileType,
  ChargingSchedulePeriodType,
  ChargingScheduleType,
} from '../../src/ocpp/generated/messages.ts';

/** What is known about the EVSE; volts, and milliseconds since the epoch. */
export interface Circumstances {
  phases: number;
  voltage: number;
  ready: number;
}

/** Amperes per phase, how many phases and which one. */
export type Allowed = { amperes: number; phases: number; phase: number | undefined };

/**
 * What profiles allow at one moment, worked out anew for it: slow, and as the requirements say it one after the other.
 * @returns undefined where they say nothing
 */
export function allowedAt(profiles: readonly ChargingProfileType[], at: number, circumstances: Circumstances): Allowed | undefined {
  const all: Allowed[] = [];
  for (const purpose of ['ChargingStationMaxProfile', 'ChargingStationExternalConstraints'] as const) {
    const says = topOf(profiles, purpose, at, circumstances);
    if (says) all.push(says);
  }
  // K02.FR.04: the one of the transaction, or else the default.
  const transaction = topOf(profiles, 'TxProfile', at, circumstances);
  const standard = topOf(profiles, 'TxDefaultProfile', at, circumstances);
  if (transaction) all.push(transaction);
  else if (standard) all.push(standard);
  if (all.length === 0) return undefined;
  // K08.FR.04
  let amperes = Number.POSITIVE_INFINITY;
  let phases = 3;
  let phase: number | undefined;
  for (const one of all) {
    if (one.amperes < amperes) amperes = one.amperes;
    if (one.phases < phases) phases = one.phases;
  }
  for (const one of all) if (phase === undefined) phase = one.phase;
  return { amperes, phases, phase };
}

/** K01.FR.17: level by level from the top; of two at one level, the last one. */
function topOf(
  profiles: readonly ChargingProfileType[],
  purpose: ChargingProfilePurposeEnumType,
  at: number,
  circumstances: Circumstances,
): Allowed | undefined {
  for (let level = 10; level >= 0; level--) {
    let found: Allowed | undefined;
    for (const profile of profiles) {
      if (profile.chargingProfilePurpose !== purpose || profile.stackLevel !== level) continue;
      found = says(profile, at, circumstances) ?? found;
    }
    if (found) return found;
  }
  return undefined;
}

function says(profile: ChargingProfileType, at: number, circumstances: Circumstances): Allowed | undefined {
  const schedule = profile.chargingSchedule[0] as ChargingScheduleType;
  // K01.FR.36, K01.FR.37
  if (profile.validFrom && at < new Date(profile.validFrom).getTime()) return undefined;
  if (profile.validTo && at >= new Date(profile.validTo).getTime()) return undefined;
  let begin = circumstances.ready;
  if (profile.chargingProfileKind !== 'Relative') begin = new Date(schedule.startSchedule ?? '').getTime();
  // Day by day, week by week.
  if (profile.chargingProfileKind === 'Recurring') {
    const days = profile.recurrencyKind === 'Daily' ? 1 : 7;
    while (begin + days * 24 * 60 * 60 * 1000 <= at) begin += days * 24 * 60 * 60 * 1000;
  }
  const elapsed = (at - begin) / 1000;
  if (elapsed < 0) return undefined;
  if (schedule.duration !== undefined && elapsed >= schedule.duration) return undefined;
  // K01.FR.12
  let period = schedule.chargingSchedulePeriod[0] as ChargingSchedulePeriodType;
  for (const candidate of schedule.chargingSchedulePeriod) if (candidate.startPeriod <= elapsed) period = candidate;
  const { limit, numberPhases = 3, phaseToUse } = period;
  if (circumstances.phases === 0)
    return { amperes: schedule.chargingRateUnit === 'A' ? limit : limit / circumstances.voltage, phases: 0, phase: undefined };
  const amperes = schedule.chargingRateUnit === 'A' ? limit : limit / (circumstances.voltage * numberPhases);
  return { amperes, phases: numberPhases > circumstances.phases ? circumstances.phases : numberPhases, phase: phaseToUse };
}
