import type { Handler } from '../dispatch.ts';
import { isMeant } from '../smart-charging/profiles.ts';
import { unavailable } from './unavailable.ts';

/** Use case K10. */
export const clearChargingProfile: Handler<'ClearChargingProfile'> = (core, { chargingProfileId, chargingProfileCriteria = {} }) => {
  const refusal = unavailable(core, 'SmartChargingCtrlr');
  if (refusal) return refusal;
  const { evseId, chargingProfilePurpose: purpose, stackLevel } = chargingProfileCriteria;
  // An id says it all (K10.FR.03).
  const criteria = chargingProfileId === undefined ? { evseId, purpose, stackLevel } : { ids: [chargingProfileId] };
  const { faults, smartCharging } = core;
  const byId = chargingProfileId !== undefined;
  const found = smartCharging.profiles.filter((profile) => isMeant(profile, faults.has('clear-ignores-criteria') ? {} : criteria));
  const meant = !byId && faults.has('clear-by-level-unknown') ? [] : found.slice(0, faults.has('clears-the-first-only') ? 1 : found.length);
  return {
    payload: { status: meant.length > 0 ? 'Accepted' : 'Unknown' },
    afterwards: ({ status }) => {
      if (status === 'Accepted') smartCharging.remove(meant);
    },
  };
};
