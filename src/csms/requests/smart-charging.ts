import type { ChargingProfileType } from '../../ocpp/generated/messages.ts';
import type { RequestKind } from '../context.ts';
import { profileFor } from './charging-profile.ts';

/** K01 */
export const setChargingProfile: RequestKind<'SetChargingProfile'> = {
  compose: (context, { evseId, chargingProfile = {} }) => {
    const wanted = chargingProfile as Partial<ChargingProfileType>;
    // K04.FR.03
    const usual = wanted.chargingProfilePurpose === 'ChargingStationMaxProfile' ? 0 : context.config.usual.evseId;
    const id = typeof evseId === 'number' ? evseId : usual;
    return { evseId: id, chargingProfile: profileFor(context, id, wanted, context.station.transactions.current()?.transactionId) };
  },
  learn: ({ status }, sent, { station }) => {
    if (status === 'Accepted') station.chargingProfiles.set(sent);
  },
};

/** K08 */
export const getCompositeSchedule: RequestKind<'GetCompositeSchedule'> = {
  compose: ({ config }) => ({ duration: 300, evseId: config.usual.evseId }),
};

/** K09 */
export const getChargingProfiles: RequestKind<'GetChargingProfiles'> = {
  // K09.FR.03: some criterion is needed.
  compose: ({ nextId }, { chargingProfile }) => ({
    requestId: nextId(),
    chargingProfile: chargingProfile ? {} : { chargingProfilePurpose: 'TxDefaultProfile' },
  }),
  learn: ({ status }, { requestId }, { station }) => station.reports.requested(requestId, 'GetChargingProfiles', status),
};

/** K10 */
export const clearChargingProfile: RequestKind<'ClearChargingProfile'> = {
  // K10.FR.02: an id or a criterion.
  compose: (_context, { chargingProfileId, chargingProfileCriteria }) =>
    chargingProfileId === undefined && chargingProfileCriteria === undefined
      ? { chargingProfileCriteria: { chargingProfilePurpose: 'TxDefaultProfile' } }
      : {},
};
