import type { Handler } from '../context.ts';

export const notifyChargingLimit: Handler<'NotifyChargingLimit'> = ({ evseId = 0, chargingLimit }, { station }) => {
  station.progress.set(`charging limit ${evseId}`, chargingLimit.chargingLimitSource);
  return { payload: {} };
};
