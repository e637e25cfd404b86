import type { Handler } from '../dispatch.ts';
import { showCost } from '../transactions/tariff.ts';

/** Use case I02. */
export const costUpdated: Handler<'CostUpdated'> = (core, { transactionId, totalCost }) => ({
  payload: {},
  afterwards: () => showCost(core, transactionId, totalCost),
});
