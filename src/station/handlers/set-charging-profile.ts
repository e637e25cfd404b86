import type { Handler } from '../dispatch.ts';
import { objectionTo } from '../smart-charging/objections.ts';
import { unavailable } from './unavailable.ts';

/** Use case K01. */
export const setChargingProfile: Handler<'SetChargingProfile'> = (core, request) => {
  const refusal = unavailable(core, 'SmartChargingCtrlr');
  if (refusal) return refusal;
  const reasonCode = objectionTo(core, request);
  return {
    payload: reasonCode ? { status: 'Rejected', statusInfo: { reasonCode } } : { status: 'Accepted' },
    afterwards: ({ status }) => {
      if (status === 'Accepted') core.smartCharging.install(request);
    },
  };
};
