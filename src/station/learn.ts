import type { Action } from '../ocpp/action.ts';
import type { FirmwareStatusNotificationRequest, StatusNotificationRequest, TransactionEventRequest } from '../ocpp/generated/messages.ts';
import { requestViolations } from '../ocpp/validate.ts';
import type { Outcome } from '../wire/rpc.ts';
import type { Core } from './core.ts';
import { learnTransactionEvent } from './transactions/learn.ts';

/** Lives from now on with a request that a script has sent in the station's name. */
export function learn(core: Core, action: Action, outcome: Outcome): void {
  if (outcome.kind === 'closed' || requestViolations(action, { ...outcome.sent }).length > 0) return;
  switch (action) {
    case 'BootNotification':
      return core.registration.ended(outcome as Outcome<'BootNotification'>);
    case 'Heartbeat':
      if (outcome.kind === 'result') core.time.synchronize((outcome as { payload: { currentTime: string } }).payload.currentTime);
      return;
    case 'StatusNotification':
      return learnStatus(core, outcome.sent as StatusNotificationRequest);
    case 'TransactionEvent':
      learnTransactionEvent(core, outcome.sent as TransactionEventRequest);
      if (outcome.kind === 'result') core.transactions.answered(outcome.sent as TransactionEventRequest, outcome.payload);
      return;
    case 'FirmwareStatusNotification':
      return core.firmware.learn(outcome.sent as FirmwareStatusNotificationRequest);
    case 'ReservationStatusUpdate':
      return core.reservations.cancel((outcome.sent as { reservationId: number }).reservationId);
  }
}

/** What the script says about a connector is true: a cable is in, or it is not. */
function learnStatus({ evses, availability }: Core, { evseId, connectorId, connectorStatus }: StatusNotificationRequest): void {
  const evse = evses.find(({ id }) => id === evseId);
  const connector = evse?.connector(connectorId);
  if (!evse || !connector) return;
  if (connectorStatus === 'Occupied') connector.plugIn();
  if (connectorStatus === 'Available') connector.unplug();
  availability.told(evse, connector);
}
