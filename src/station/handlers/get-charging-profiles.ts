import type { Handler } from '../dispatch.ts';
import { isMeant } from '../smart-charging/profiles.ts';
import { reportProfiles, SOURCE } from '../smart-charging/report.ts';
import { unavailable } from './unavailable.ts';

/** Use case K09. */
export const getChargingProfiles: Handler<'GetChargingProfiles'> = (core, { requestId, evseId, chargingProfile }) => {
  const refusal = unavailable(core, 'SmartChargingCtrlr');
  if (refusal) return refusal;
  const { chargingProfileId: ids, chargingProfilePurpose: purpose, stackLevel, chargingLimitSource } = chargingProfile;
  const sources = chargingLimitSource ?? [SOURCE];
  const meant = core.smartCharging.profiles.filter(
    (profile) => sources.includes(SOURCE) && isMeant(profile, { evseId, ids, purpose, stackLevel }),
  );
  return {
    payload: { status: meant.length > 0 ? 'Accepted' : 'NoProfiles' },
    afterwards: ({ status }) => {
      if (status === 'Accepted') core.activity.start(() => reportProfiles(core, requestId, meant));
    },
  };
};
