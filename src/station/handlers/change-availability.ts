import type { ChangeAvailabilityRequest, ChangeAvailabilityResponse } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Handler } from '../dispatch.ts';

/** Use cases G03 and G04. */
export const changeAvailability: Handler<'ChangeAvailability'> = (core, request) => ({
  payload: judge(core, request),
  afterwards: ({ status }) => {
    if (status !== 'Rejected') core.availability.change(request.evse, request.operationalStatus);
  },
});

function judge(core: Core, { evse, operationalStatus }: ChangeAvailabilityRequest): ChangeAvailabilityResponse {
  const rejected = (reasonCode: string): ChangeAvailabilityResponse => ({ status: 'Rejected', statusInfo: { reasonCode } });
  const target = evse && core.evses.find(({ id }) => id === evse.id);
  if (evse && !target) return rejected('UnknownEvse');
  if (evse?.connectorId !== undefined && !target?.connector(evse.connectorId)) return rejected('UnknownConnectorId');
  const already = core.availability.isSetInoperative(evse);
  if (operationalStatus === 'Operative' || already) return { status: 'Accepted' };
  const inUse = (target ? [target] : core.evses).some((candidate) => core.transactions.ongoing(candidate));
  return { status: inUse ? 'Scheduled' : 'Accepted' };
}
