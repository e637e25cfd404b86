import type { TriggerMessageRequest, TriggerMessageResponse } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Handler } from '../dispatch.ts';
import type { Evse } from '../evses.ts';

/** Use case F06. */
export const triggerMessage: Handler<'TriggerMessage'> = (core, request) => ({
  payload: { status: judge(core, request) },
  afterwards: ({ status }) => {
    if (status === 'Accepted') send(core, request);
  },
});

function judge(core: Core, request: TriggerMessageRequest): TriggerMessageResponse['status'] {
  const evses = targets(core, request);
  switch (request.requestedMessage) {
    case 'BootNotification':
      return core.registration.status === 'Accepted' ? 'Rejected' : 'Accepted';
    case 'Heartbeat':
    case 'FirmwareStatusNotification':
    case 'LogStatusNotification':
      return 'Accepted';
    case 'MeterValues':
      return evses.length > 0 ? 'Accepted' : 'Rejected';
    case 'TransactionEvent':
      return evses.some((evse) => core.transactions.ongoing(evse)) ? 'Accepted' : 'Rejected';
    case 'StatusNotification':
      return evses.some((evse) => evse.connector(request.evse?.connectorId)) ? 'Accepted' : 'Rejected';
    default:
      return 'NotImplemented';
  }
}

function send(core: Core, request: TriggerMessageRequest): void {
  const { registration, heartbeat, activity, transactions, availability, firmware } = core;
  const evses = targets(core, request);
  switch (request.requestedMessage) {
    case 'BootNotification':
      return registration.trigger();
    case 'Heartbeat':
      return activity.start(() => heartbeat.beat(true));
    case 'FirmwareStatusNotification':
      return activity.start(() => firmware.trigger());
    case 'LogStatusNotification':
      return activity.start(() => core.logUploads.trigger());
    case 'MeterValues':
      return activity.start(() => Promise.all(evses.map((evse) => sendMeterValues(core, evse))));
    case 'TransactionEvent':
      for (const evse of evses) if (transactions.ongoing(evse)) transactions.triggered(transactions.session(evse));
      return;
    case 'StatusNotification':
      for (const evse of evses) {
        const connector = evse.connector(request.evse?.connectorId);
        if (connector) activity.start(() => availability.report(evse, connector, true));
      }
  }
}

/** An absent EVSE stands for all of them (F06.FR.11). */
const targets = ({ evses }: Core, { evse }: TriggerMessageRequest): readonly Evse[] => evses.filter(({ id }) => !evse || evse.id === id);

/** F06.FR.06 */
async function sendMeterValues(core: Core, evse: Evse): Promise<void> {
  const measurands = core.variables.members('AlignedDataCtrlr.Measurands');
  const sampledValue = core.transactions.session(evse).meter.read(measurands, 'Trigger');
  if (sampledValue.length === 0) return;
  await core.messages.call('MeterValues', { evseId: evse.id, meterValue: [{ timestamp: core.time.timestamp(), sampledValue }] }, true);
}
