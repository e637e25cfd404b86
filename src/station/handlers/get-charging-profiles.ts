import type { Core } from '../core.ts';
import type { Handler } from '../dispatch.ts';
import { isMeant, type ProfileCriteria } from '../smart-charging/profiles.ts';
import { reportProfiles } from '../smart-charging/report.ts';
import { unavailable } from './unavailable.ts';

/** Use case K09. */
export const getChargingProfiles: Handler<'GetChargingProfiles'> = (core, { requestId, evseId, chargingProfile }) => {
  const refusal = unavailable(core, 'SmartChargingCtrlr');
  if (refusal) return refusal;
  const { chargingProfileId: ids, chargingProfilePurpose: purpose, stackLevel, chargingLimitSource: sources } = chargingProfile;
  const meant = core.smartCharging.all.filter((profile) => isMeant(profile, mistaken(core, { evseId, ids, purpose, stackLevel, sources })));
  return {
    payload: { status: meant.length > 0 ? 'Accepted' : 'NoProfiles' },
    afterwards: ({ status }) => {
      if (status === 'Accepted') core.activity.start(() => reportProfiles(core, requestId, meant));
    },
  };
};

/** The criteria as a station takes them that knows no better. */
function mistaken({ faults }: Core, criteria: ProfileCriteria): ProfileCriteria {
  const { evseId } = criteria;
  const everywhere = faults.has(evseId === 0 ? 'profiles-of-station-not-kept-apart' : 'profiles-of-other-evses-reported');
  return {
    evseId: everywhere ? undefined : evseId,
    ids: faults.has('profile-ids-not-regarded') ? undefined : criteria.ids,
    purpose: faults.has('purpose-not-regarded') ? undefined : criteria.purpose,
    stackLevel: faults.has('stack-level-not-regarded') ? undefined : criteria.stackLevel,
    sources: faults.has('source-not-regarded') ? undefined : criteria.sources,
  };
}
