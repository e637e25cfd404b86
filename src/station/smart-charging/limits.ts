import type { ChargingProfilePurposeEnumType, ChargingRateUnitEnumType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Evse } from '../evses.ts';
import { inUnit, localLimit } from './power.ts';
import type { InstalledProfile } from './profiles.ts';
import { type Limit, limitAt } from './schedule.ts';

/** The profiles that have a say at an EVSE, whose transaction is the one that is under way there (K08.FR.06). */
export function profilesFor({ smartCharging, transactions }: Core, evse: Evse): InstalledProfile[] {
  const transactionId = transactions.session(evse).transaction?.id;
  return smartCharging.profiles.filter(({ evseId, profile }) =>
    profile.chargingProfilePurpose === 'TxProfile' ? profile.transactionId === transactionId : evseId === 0 || evseId === evse.id,
  );
}

/** What an EVSE may deliver at a moment; with `numberPhases` if the limit that decides has one. */
export function evseLimit(core: Core, evse: Evse, unit: ChargingRateUnitEnumType, at: number, now: number): Limit {
  const profiles = profilesFor(core, evse);
  const { phases } = evse.config;
  const limits = [
    localLimit(evse.config),
    leading(profiles, 'ChargingStationMaxProfile', at, now),
    // A TxProfile takes the place of the default for as long as it has something to say (K02.FR.04, K02.FR.08).
    leading(profiles, 'TxProfile', at, readySince(core, evse, now)) ??
      leading(profiles, 'TxDefaultProfile', at, readySince(core, evse, now)),
  ];
  return lowest(limits, unit, phases);
}

/** What the station may take from the grid at a moment: what its EVSEs may deliver together, or less (K08.FR.03, K04.FR.05). */
export function stationLimit(core: Core, unit: ChargingRateUnitEnumType, at: number, now: number): Limit {
  const together = core.evses.reduce((sum, evse) => sum + evseLimit(core, evse, 'W', at, now).limit, 0);
  const phases = gridPhases(core);
  const maximum = leading(core.smartCharging.profiles, 'ChargingStationMaxProfile', at, now);
  return lowest([{ limit: together, unit: 'W', numberPhases: phases }, maximum], unit, phases);
}

/** When the EVSE was ready to deliver energy for the present transaction; without one it would be now. */
export const readySince = ({ transactions }: Core, evse: Evse, now: number): number => transactions.session(evse).readySince ?? now;

const gridPhases = ({ evses }: Core): number => Math.max(...evses.map(({ config }) => config.phases)) || 3;

/** The limit of the profile that is highest in the stack of its purpose among those that have one (K01.FR.17). */
function leading(
  profiles: readonly InstalledProfile[],
  purpose: ChargingProfilePurposeEnumType,
  at: number,
  ready: number,
): Limit | undefined {
  const stack = profiles
    .filter(({ profile }) => profile.chargingProfilePurpose === purpose)
    .sort((a, b) => b.profile.stackLevel - a.profile.stackLevel);
  for (const { profile } of stack) {
    const limit = limitAt(profile, at, ready);
    if (limit) return limit;
  }
  return undefined;
}

/** SC.01, K08.FR.04 */
function lowest(limits: readonly (Limit | undefined)[], unit: ChargingRateUnitEnumType, phases: number): Limit {
  const inOneUnit = limits.flatMap((limit) => (limit ? { ...limit, limit: inUnit(limit, unit, phases), unit } : []));
  return inOneUnit.reduce((least, limit) => (limit.limit < least.limit ? limit : least));
}
