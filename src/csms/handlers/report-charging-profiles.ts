import type { Handler } from '../context.ts';

export const reportChargingProfiles: Handler<'ReportChargingProfiles'> = ({ requestId, tbc, chargingProfile }, { station }) => {
  station.reports.part(requestId, undefined, tbc, chargingProfile);
  return { payload: {} };
};
