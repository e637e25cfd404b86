import type { ChargingProfilePurposeEnumType, ChargingRateUnitEnumType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Evse } from '../evses.ts';
import { inUnit, localLimit } from './power.ts';
import type { InstalledProfile } from './profiles.ts';
import { type Limit, limitAt } from './schedule.ts';

/** The profiles that have a say at an EVSE, whose transaction is the one that is under way there (K08.FR.06). */
export function profilesFor({ smartCharging, transactions }: Core, evse: Evse): InstalledProfile[] {
  const transactionId = transactions.session(evse).transaction?.id;
  return smartCharging.inForce.filter(({ evseId, profile }) =>
    profile.chargingProfilePurpose === 'TxProfile' ? profile.transactionId === transactionId : evseId === 0 || evseId === evse.id,
  );
}

/** What an EVSE may deliver at a moment; with `numberPhases` if a limit has one. */
export function evseLimit(core: Core, evse: Evse, unit: ChargingRateUnitEnumType, at: number, now: number): Limit {
  const profiles = profilesFor(core, evse);
  const limits = [
    localLimit(evse.config),
    core.faults.has('station-maximum-ignored') ? undefined : leading(core, profiles, 'ChargingStationMaxProfile', at, now),
    core.faults.has('external-limit-exceeded') ? undefined : leading(core, profiles, 'ChargingStationExternalConstraints', at, now),
    transactionLimit(core, evse, profiles, at, now),
  ];
  return lowest(core, limits, unit, evse.config.phases);
}

/** A TxProfile takes the place of the default for as long as it has something to say (K02.FR.04, K02.FR.08). */
function transactionLimit(core: Core, evse: Evse, profiles: readonly InstalledProfile[], at: number, now: number): Limit | undefined {
  const { faults, transactions } = core;
  const ready = readySince(core, evse, now);
  const special = leading(core, profiles, 'TxProfile', at, ready);
  const hasSpecial = profiles.some(({ profile }) => profile.chargingProfilePurpose === 'TxProfile');
  if (!special && hasSpecial && faults.has('no-default-after-tx-profile')) return undefined;
  const idle = !transactions.ongoing(evse);
  const standard = idle && faults.has('default-needs-a-transaction') ? undefined : leading(core, profiles, 'TxDefaultProfile', at, ready);
  if (!idle && faults.has('default-only-for-later-transactions')) return special;
  return faults.has('default-beats-tx-profile') ? (standard ?? special) : (special ?? standard);
}

/** What the station may take from the grid at a moment: what its EVSEs may deliver together, or less (K08.FR.03, K04.FR.05). */
export function stationLimit(core: Core, unit: ChargingRateUnitEnumType, at: number, now: number): Limit {
  const together = core.evses.reduce((sum, evse) => sum + evseLimit(core, evse, 'W', at, now).limit, 0);
  const phases = gridPhases(core);
  return lowest(core, [{ limit: together, unit: 'W', numberPhases: phases }, ...gridLimits(core, at, now)], unit, phases);
}

/** What all EVSEs together may take at a moment, in watts (K04.FR.05, K12.FR.01). */
export function gridLimit(core: Core, at: number): number {
  const phases = gridPhases(core);
  return Math.min(Number.POSITIVE_INFINITY, ...gridLimits(core, at, at).flatMap((limit) => (limit ? [inUnit(limit, 'W', phases)] : [])));
}

const gridLimits = (core: Core, at: number, now: number): (Limit | undefined)[] =>
  (['ChargingStationMaxProfile', 'ChargingStationExternalConstraints'] as const).map((purpose) =>
    core.faults.has('external-limit-exceeded') && purpose !== 'ChargingStationMaxProfile'
      ? undefined
      : leading(core, core.smartCharging.inForce, purpose, at, now),
  );

/** When the EVSE was ready to deliver energy for the present transaction; without one it would be now. */
export const readySince = ({ transactions }: Core, evse: Evse, now: number): number => transactions.session(evse).readySince ?? now;

const gridPhases = ({ evses }: Core): number => Math.max(...evses.map(({ config }) => config.phases)) || 3;

/** The limit of the profile that is highest in the stack of its purpose among those that have one (K01.FR.17). */
function leading(
  { faults }: Core,
  profiles: readonly InstalledProfile[],
  purpose: ChargingProfilePurposeEnumType,
  at: number,
  ready: number,
): Limit | undefined {
  const stack = profiles
    .filter(({ profile }) => profile.chargingProfilePurpose === purpose)
    .sort((a, b) => b.profile.stackLevel - a.profile.stackLevel);
  if (faults.has('stack-upside-down')) stack.reverse();
  for (const { profile } of stack) {
    const limit = limitAt(profile, at, ready, faults);
    if (limit || faults.has('no-way-down-the-stack')) return limit;
  }
  return undefined;
}

/** SC.01, K08.FR.04 */
function lowest({ faults }: Core, limits: readonly (Limit | undefined)[], unit: ChargingRateUnitEnumType, phases: number): Limit {
  const used = faults.has('watts-of-one-phase') ? Math.min(1, phases) : phases;
  const inOneUnit = limits.flatMap((limit) => (limit ? { ...limit, limit: inUnit(limit, unit, used), unit } : []));
  const least = inOneUnit.reduce((lower, limit) => (limit.limit < lower.limit ? limit : lower));
  // Fewer phases than another limit allows are none too many.
  const numberPhases = Math.min(...inOneUnit.map((limit) => limit.numberPhases ?? Number.POSITIVE_INFINITY));
  return Number.isFinite(numberPhases) ? { ...least, numberPhases } : least;
}
