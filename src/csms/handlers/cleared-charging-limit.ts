import type { Handler } from '../context.ts';

export const clearedChargingLimit: Handler<'ClearedChargingLimit'> = ({ evseId = 0 }, { station }) => {
  station.progress.delete(`charging limit ${evseId}`);
  return { payload: {} };
};
