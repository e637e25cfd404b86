import type { Handler } from '../context.ts';

/** K15.FR.11, K15.FR.12: whether the EV stays within what the CSMS has set. */
export const notifyEVChargingSchedule: Handler<'NotifyEVChargingSchedule'> = ({ evseId, chargingSchedule }, { station }) => {
  const transactionId = station.transactions.current(evseId)?.transactionId;
  const set = transactionId === undefined ? undefined : station.txProfiles.get(transactionId);
  const comparable = set?.unit === chargingSchedule.chargingRateUnit;
  const within = !set || !comparable || chargingSchedule.chargingSchedulePeriod.every(({ limit }) => limit <= set.limit);
  return { payload: { status: within ? 'Accepted' : 'Rejected' } };
};
