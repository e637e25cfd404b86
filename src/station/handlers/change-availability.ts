import type { ChangeAvailabilityRequest, ChangeAvailabilityResponse } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Handler } from '../dispatch.ts';

/** Use cases G03 and G04. */
export const changeAvailability: Handler<'ChangeAvailability'> = (core, request) => ({
  payload: judge(core, request),
  afterwards: ({ status }) => {
    const forgets = status === 'Scheduled' && core.faults.has('scheduled-availability-never-changes');
    if (status !== 'Rejected' && !forgets) core.availability.change(request.evse, request.operationalStatus);
  },
});

function judge(core: Core, { evse, operationalStatus }: ChangeAvailabilityRequest): ChangeAvailabilityResponse {
  const { availability, evses, faults, transactions } = core;
  const rejected = (reasonCode: string): ChangeAvailabilityResponse => ({ status: 'Rejected', statusInfo: { reasonCode } });
  const target = evse && evses.find(({ id }) => id === evse.id);
  if (evse && !target) return rejected('UnknownEvse');
  if (evse?.connectorId !== undefined && !target?.connector(evse.connectorId)) return rejected('UnknownConnectorId');
  const already = availability.isSetInoperative(evse);
  if (faults.has('same-availability-rejected') && already === (operationalStatus === 'Inoperative')) return rejected('NotEnabled');
  if (operationalStatus === 'Operative' || already) return { status: 'Accepted' };
  const inUse = (target ? [target] : evses).some((candidate) => transactions.ongoing(candidate));
  return { status: inUse && !faults.has('availability-change-not-scheduled') ? 'Scheduled' : 'Accepted' };
}
