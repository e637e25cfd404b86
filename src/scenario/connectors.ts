import type { FrameEntry } from '../trace/entry.ts';
import type { Dialogue } from './dialogue.ts';
import { payloadOf } from './payload.ts';

export interface ConnectorAddress {
  evseId: number;
  connectorId: number;
}

/** The availability state of a connector as a message of the station reports it. */
export interface StatusReport extends ConnectorAddress {
  status: string;
  entry: FrameEntry;
}

export const keyOf = ({ evseId, connectorId }: ConnectorAddress): string => `${evseId}.${connectorId}`;

/** `connector 1 of EVSE 2` */
export const nameOf = ({ evseId, connectorId }: ConnectorAddress): string => `connector ${connectorId} of EVSE ${evseId}`;

/** Every connector of the system under test. */
export const everyConnector = ({ environment: { settings } }: Dialogue): ConnectorAddress[] =>
  settings.evses.flatMap(({ id, connectors }) => connectors.map((connectorId) => ({ evseId: id, connectorId })));

type EventData = {
  trigger?: unknown;
  actualValue?: unknown;
  component?: { name?: unknown; evse?: { id?: unknown; connectorId?: unknown } };
  variable?: { name?: unknown };
};

/** What a frame of the station says about connectors: by StatusNotification or by NotifyEvent of AvailabilityState. */
export function statusReports(entry: FrameEntry): StatusReport[] {
  const { frame } = entry.decoded;
  if (frame?.type !== 'CALL') return [];
  const payload = payloadOf(entry);
  if (frame.action === 'StatusNotification') {
    return [{ evseId: Number(payload.evseId), connectorId: Number(payload.connectorId), status: String(payload.connectorStatus), entry }];
  }
  if (frame.action !== 'NotifyEvent' || !Array.isArray(payload.eventData)) return [];
  return (payload.eventData as (EventData | null)[]).flatMap((event) => {
    // N07.FR.19: a change has the trigger Delta.
    const isChange = event?.trigger === 'Delta' && event.variable?.name === 'AvailabilityState';
    if (!isChange || event.component?.name !== 'Connector') return [];
    const { id, connectorId } = event.component.evse ?? {};
    return [{ evseId: Number(id), connectorId: Number(connectorId), status: String(event.actualValue), entry }];
  });
}

/** The latest report on each connector since something was last set in motion. */
export function latestReports({ environment: { trace }, anchor }: Dialogue, from = anchor): Map<string, StatusReport> {
  const latest = new Map<string, StatusReport>();
  for (const entry of trace.entries.slice(from)) {
    if (entry.kind !== 'frame' || entry.from !== 'station') continue;
    for (const report of statusReports(entry)) latest.set(keyOf(report), report);
  }
  return latest;
}
