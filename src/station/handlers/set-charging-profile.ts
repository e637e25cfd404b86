import type { Handler } from '../dispatch.ts';
import { objectionTo } from '../smart-charging/objections.ts';
import { unavailable } from './unavailable.ts';

/** Use case K01. */
export const setChargingProfile: Handler<'SetChargingProfile'> = (core, request) => {
  const refusal = core.faults.has('smart-charging-not-denied') ? undefined : unavailable(core, 'SmartChargingCtrlr');
  if (refusal) return refusal;
  const refused = request.chargingProfile.chargingProfileKind === 'Recurring' && core.faults.has('recurring-profile-refused');
  const reasonCode = refused ? 'InvalidProfile' : objectionTo(core, request);
  return {
    payload: reasonCode ? { status: 'Rejected', statusInfo: { reasonCode } } : { status: 'Accepted' },
    afterwards: ({ status }) => {
      if (status === 'Accepted') core.smartCharging.install(request);
    },
  };
};
