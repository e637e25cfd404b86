import type { EVSEType } from '../ocpp/generated/messages.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { requestIn } from './violations.ts';

export interface Connector {
  evseId: number;
  connectorId: number;
}

/** What a message says about the status of a connector, or of all those of an EVSE or of the station. */
export interface StatusReport {
  /** Absent for the whole station. */
  evse?: EVSEType | undefined;
  status: string;
  /** When that was so by the station's clock, in milliseconds since the epoch. */
  since: number;
}

const COMPONENTS: ReadonlySet<string> = new Set(['ChargingStation', 'EVSE', 'Connector']);

/** The statuses that a station reports: by StatusNotification or by NotifyEvent of AvailabilityState (G01). */
export function statusesIn(entry: FrameEntry): StatusReport[] {
  const status = requestIn(entry, 'StatusNotification');
  if (status) {
    const { evseId: id, connectorId, connectorStatus, timestamp } = status;
    return [{ evse: { id, connectorId }, status: connectorStatus, since: Date.parse(timestamp) }];
  }
  return (requestIn(entry, 'NotifyEvent')?.eventData ?? []).flatMap(({ component, variable, actualValue, timestamp }) => {
    if (variable.name !== 'AvailabilityState' || !COMPONENTS.has(component.name)) return [];
    return [{ evse: component.evse, status: actualValue, since: Date.parse(timestamp) }];
  });
}

/** The connector that a report is about, if it is about one only. */
export function connectorOf({ evse }: StatusReport): Connector | undefined {
  return evse?.connectorId === undefined ? undefined : { evseId: evse.id, connectorId: evse.connectorId };
}

export const keyOf = ({ evseId, connectorId }: Connector): string => `${evseId}.${connectorId}`;

/** `connector 1 of EVSE 2` */
export const nameOf = ({ evseId, connectorId }: Connector): string => `connector ${connectorId} of EVSE ${evseId}`;

/** Whether something said of that EVSE, or of the station if there is none, is said of the connector. */
export function covers(evse: EVSEType | undefined, { evseId, connectorId }: Connector): boolean {
  if (!evse) return true;
  return evse.id === evseId && (evse.connectorId === undefined || evse.connectorId === connectorId);
}

/** Whether what is said of one and of the other can be about the same connector. */
export function overlap(one: EVSEType | undefined, other: EVSEType | undefined): boolean {
  if (!one || !other) return true;
  const any = one.connectorId === undefined || other.connectorId === undefined;
  return one.id === other.id && (any || one.connectorId === other.connectorId);
}
