import type { ReserveNowRequest, ReserveNowResponse } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Handler } from '../dispatch.ts';

/** Use case H01, for a specific EVSE. */
export const reserveNow: Handler<'ReserveNow'> = (core, request) => ({
  payload: judge(core, request),
  afterwards: ({ status }) => {
    const exists = core.evses.some(({ id }) => id === request.evseId);
    if (status === 'Accepted' && exists) core.reservations.add(request);
  },
});

function judge(core: Core, { id, evseId }: ReserveNowRequest): ReserveNowResponse {
  const { variables, evses, availability, reservations } = core;
  const rejected = (reasonCode: string): ReserveNowResponse => ({ status: 'Rejected', statusInfo: { reasonCode } });
  if (!variables.flag('ReservationCtrlr.Available') || variables.isOff('ReservationCtrlr.Enabled')) return rejected('NotEnabled');
  // H01.FR.19: this station does not reserve an unspecified EVSE.
  if (evseId === undefined) return rejected('MissingParam');
  const evse = evses.find((candidate) => candidate.id === evseId);
  if (!evse) return rejected('UnknownEvse');
  const status = availability.statusOfEvse(evse);
  if (status === 'Available' || reservations.of(evse)?.id === id) return { status: 'Accepted' };
  return { status: status === 'Reserved' ? 'Occupied' : status };
}
