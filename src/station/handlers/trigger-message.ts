import type { TriggerMessageRequest, TriggerMessageResponse } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Handler } from '../dispatch.ts';
import type { Evse } from '../evses.ts';

/** Use case F06. */
export const triggerMessage: Handler<'TriggerMessage'> = (core, request) => {
  const judged = judge(core, request);
  const hasty = core.faults.has('triggered-message-before-answer');
  if (hasty && judged === 'Accepted') send(core, request);
  return {
    payload: { status: judged },
    afterwards: ({ status }) => {
      if (status === 'Accepted' && !hasty && !core.faults.has('trigger-accepted-but-not-sent')) send(core, request);
    },
  };
};

function judge(core: Core, request: TriggerMessageRequest): TriggerMessageResponse['status'] {
  const { faults, registration, transactions } = core;
  const evses = targets(core, request);
  switch (request.requestedMessage) {
    case 'BootNotification':
      return registration.status === 'Accepted' && !faults.has('trigger-of-boot-accepted') ? 'Rejected' : 'Accepted';
    case 'SignChargingStationCertificate':
      return 'Accepted';
    case 'Heartbeat':
    case 'FirmwareStatusNotification':
    case 'LogStatusNotification':
      return request.evse && faults.has('trigger-with-irrelevant-evse-rejected') ? 'Rejected' : 'Accepted';
    case 'MeterValues':
      return evses.length > 0 ? 'Accepted' : 'Rejected';
    case 'TransactionEvent':
      return evses.some((evse) => transactions.ongoing(evse)) ? 'Accepted' : 'Rejected';
    case 'SignV2GCertificate':
      return core.variables.flag('ISO15118Ctrlr.V2GCertificateInstallationEnabled') ? 'Accepted' : 'Rejected';
    case 'StatusNotification':
      return evses.some((evse) => evse.connector(request.evse?.connectorId)) ? 'Accepted' : 'Rejected';
    default:
      return 'NotImplemented';
  }
}

function send(core: Core, request: TriggerMessageRequest): void {
  const { registration, heartbeat, activity, transactions, availability, firmware, logUploads, certificateRenewal } = core;
  const evses = targets(core, request);
  switch (request.requestedMessage) {
    case 'BootNotification':
      return registration.trigger();
    case 'Heartbeat':
      return activity.start(() => heartbeat.beat(true));
    case 'FirmwareStatusNotification':
      return activity.start(() => firmware.trigger());
    case 'LogStatusNotification':
      return activity.start(() => logUploads.trigger());
    case 'SignChargingStationCertificate':
      return activity.start(() => certificateRenewal.begin('ChargingStationCertificate'));
    case 'SignV2GCertificate':
      return activity.start(() => certificateRenewal.begin('V2GCertificate'));
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
function targets({ evses, faults }: Core, { evse }: TriggerMessageRequest): readonly Evse[] {
  if (!evse) return faults.has('trigger-for-all-reaches-first') ? evses.slice(0, 1) : evses;
  const other = faults.has('trigger-reaches-other-evse');
  return evses.filter(({ id }) => (id === evse.id) !== other);
}

/** F06.FR.06 */
async function sendMeterValues(core: Core, evse: Evse): Promise<void> {
  const measurands = core.variables.members('AlignedDataCtrlr.Measurands');
  const sampledValue = core.transactions.session(evse).meter.read(measurands, 'Trigger');
  if (sampledValue.length === 0) return;
  await core.messages.call('MeterValues', { evseId: evse.id, meterValue: [{ timestamp: core.time.timestamp(), sampledValue }] }, true);
}
