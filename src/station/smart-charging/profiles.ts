import type { ChargingLimitSourceEnumType, ChargingProfileType } from '../../ocpp/generated/messages.ts';

/** A charging profile and what it was set for. */
export interface InstalledProfile {
  /** 0 for the whole station; a TxDefaultProfile there counts for every EVSE (K01.FR.14). */
  evseId: number;
  profile: ChargingProfileType;
  /** Who has set it, if not the CSMS. */
  source?: ChargingLimitSourceEnumType;
}

/** The source of what the CSMS has set. */
export const CSO = 'CSO';

/** Which profiles are meant; whatever is left open stands for all. */
export interface ProfileCriteria {
  evseId?: number | undefined;
  ids?: readonly number[] | undefined;
  purpose?: ChargingProfileType['chargingProfilePurpose'] | undefined;
  stackLevel?: number | undefined;
  sources?: readonly ChargingLimitSourceEnumType[] | undefined;
}

/** Whether a profile meets all criteria (K09.FR.04 to FR.06, K10.FR.04). */
export const isMeant = ({ evseId, profile, source = CSO }: InstalledProfile, criteria: ProfileCriteria): boolean =>
  (criteria.sources === undefined || criteria.sources.includes(source)) &&
  (criteria.evseId === undefined || criteria.evseId === evseId) &&
  (criteria.ids === undefined || criteria.ids.includes(profile.id)) &&
  (criteria.purpose === undefined || criteria.purpose === profile.chargingProfilePurpose) &&
  (criteria.stackLevel === undefined || criteria.stackLevel === profile.stackLevel);
