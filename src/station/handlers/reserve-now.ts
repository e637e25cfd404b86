import type { ReserveNowRequest, ReserveNowResponse } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Handler } from '../dispatch.ts';
import type { Evse } from '../evses.ts';
import { fits } from '../reservation-pool.ts';

/** Use case H01. */
export const reserveNow: Handler<'ReserveNow'> = (core, request) => ({
  payload: judge(core, request),
  afterwards: ({ status }) => {
    if (status === 'Accepted' && core.evses.some((evse) => fits(request, evse))) core.reservations.add(request);
  },
});

function judge(core: Core, request: ReserveNowRequest): ReserveNowResponse {
  const { variables, evses, faults, reservations } = core;
  const rejected = (reasonCode: string): ReserveNowResponse => ({ status: 'Rejected', statusInfo: { reasonCode } });
  const off = !variables.flag('ReservationCtrlr.Available') || variables.isOff('ReservationCtrlr.Enabled');
  if (off && !faults.has('reserves-while-disabled')) return rejected('NotEnabled');
  if (request.evseId === undefined && !isAnyEvseReservable(core)) return rejected('MissingParam');
  const targets = evses.filter((evse) => fits(request, evse));
  if (targets.length === 0) return rejected(request.connectorType ? 'InvalidValue' : 'UnknownEvse');
  if (faults.has('reservation-not-replaced') && reservations.has(request.id)) return { status: 'Occupied' };
  // H01.FR.02: what the new one replaces is not in its way.
  return reservations.without(request.id, () => ({ status: availableStatus(core, request, targets) }));
}

/** H01.FR.18, H01.FR.19 */
function isAnyEvseReservable({ variables, faults }: Core): boolean {
  if (faults.has('unspecified-evse-always-reserved')) return true;
  return variables.flag('ReservationCtrlr.NonEvseSpecific') && !faults.has('unspecified-evse-never-reserved');
}

function availableStatus(core: Core, request: ReserveNowRequest, targets: readonly Evse[]): ReserveNowResponse['status'] {
  const { availability, reservations, faults } = core;
  const statuses = targets.map((evse) => availability.statusOfEvse(evse));
  const takesReserved = faults.has('reserved-evse-reserved-again') && statuses.includes('Reserved');
  const takesOccupied = faults.has('occupied-evse-reserved') && statuses.includes('Occupied');
  if (takesReserved || takesOccupied) return 'Accepted';
  if (statuses.includes('Available') && (request.evseId !== undefined || reservations.canAdd(request))) return 'Accepted';
  if (statuses.includes('Faulted') && statuses.every((status) => status === 'Faulted')) return 'Faulted';
  if (statuses.every((status) => status === 'Unavailable'))
    return faults.has('unavailable-evse-called-occupied') ? 'Occupied' : 'Unavailable';
  return 'Occupied';
}
