import type { ConnectorStatusEnumType, EventDataType } from '../../ocpp/generated/messages.ts';
import type { Handler } from '../context.ts';
import type { Station } from '../station.ts';

export const notifyEvent: Handler<'NotifyEvent'> = ({ eventData }, { station }) => {
  for (const event of eventData) {
    station.deviceModel.note(event.component, event.variable, 'Actual', event.actualValue);
    noteConnector(event, station);
  }
  return { payload: {} };
};

const STATUSES: ReadonlySet<string> = new Set<ConnectorStatusEnumType>(['Available', 'Occupied', 'Reserved', 'Unavailable', 'Faulted']);

/** The other way for a station to tell the status of a connector (G01). */
function noteConnector({ component: { name, evse }, variable, actualValue }: EventDataType, { connectors }: Station): void {
  const isStatus = name === 'Connector' && variable.name === 'AvailabilityState' && STATUSES.has(actualValue);
  if (isStatus && evse?.connectorId !== undefined) connectors.set(`${evse.id}.${evse.connectorId}`, actualValue as ConnectorStatusEnumType);
}
