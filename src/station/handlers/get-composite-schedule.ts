import type { ChargingRateUnitEnumType, GetCompositeScheduleRequest, GetCompositeScheduleResponse } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Handler } from '../dispatch.ts';
import { compositeSchedule } from '../smart-charging/composite.ts';
import { unavailable } from './unavailable.ts';

/** Use case K08. */
export const getCompositeSchedule: Handler<'GetCompositeSchedule'> = (core, request) =>
  unavailable(core, 'SmartChargingCtrlr') ?? { payload: judge(core, request) };

function judge(core: Core, { evseId, duration, chargingRateUnit }: GetCompositeScheduleRequest): GetCompositeScheduleResponse {
  const rejected = (reasonCode: string): GetCompositeScheduleResponse => ({ status: 'Rejected', statusInfo: { reasonCode } });
  const evse = core.evses.find(({ id }) => id === evseId);
  // K08.FR.05, K08.FR.07
  if (evseId !== 0 && !evse) return rejected('UnknownEvse');
  const units = core.variables.members('SmartChargingCtrlr.RateUnit') as ChargingRateUnitEnumType[];
  const unit = chargingRateUnit ?? units[0];
  if (!unit || !units.includes(unit)) return rejected('UnsupportedRateUnit');
  if (duration < 0) return rejected('ValueTooLow');
  const schedule = compositeSchedule(core, evse, duration, unit);
  return schedule ? { status: 'Accepted', schedule } : rejected('TooManyElements');
}
