import { timestamp } from '../../time/clock.ts';
import type { RequestKind } from '../context.ts';

/** K01 */
export const setChargingProfile: RequestKind<'SetChargingProfile'> = {
  compose: ({ nextId, clock, config, station }, { chargingProfile }) => {
    const id = nextId();
    const isTx = (chargingProfile as { chargingProfilePurpose?: unknown } | undefined)?.chargingProfilePurpose === 'TxProfile';
    const transactionId = isTx ? station.transactions.current()?.transactionId : undefined;
    return {
      evseId: config.usual.evseId,
      chargingProfile: {
        id,
        stackLevel: 0,
        chargingProfilePurpose: 'TxDefaultProfile',
        chargingProfileKind: 'Absolute',
        // K01.FR.03
        ...(transactionId === undefined ? {} : { transactionId }),
        chargingSchedule: [
          { id, startSchedule: timestamp(clock), chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 16 }] },
        ],
      },
    };
  },
  learn: ({ status }, { chargingProfile: { id, transactionId, chargingSchedule } }, { station }) => {
    const [schedule] = chargingSchedule;
    if (status !== 'Accepted' || transactionId === undefined || !schedule) return;
    const limit = Math.max(...schedule.chargingSchedulePeriod.map((period) => period.limit));
    station.txProfiles.set(transactionId, { id, unit: schedule.chargingRateUnit, limit });
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
