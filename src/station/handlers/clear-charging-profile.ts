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
  const meant = core.smartCharging.profiles.filter((profile) => isMeant(profile, criteria));
  return {
    payload: { status: meant.length > 0 ? 'Accepted' : 'Unknown' },
    afterwards: ({ status }) => {
      if (status === 'Accepted') core.smartCharging.remove(meant);
    },
  };
};
