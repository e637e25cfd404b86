import type { EventDataType, NotifyEventRequest } from '../ocpp/generated/messages.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { PerStation, remember } from './state.ts';
import { variableKey } from './variable-key.ts';
import { callOf, requestIn } from './violations.ts';

interface Station {
  events: Map<number, { data: EventDataType; entry: FrameEntry }>;
  /** The last NotifyEventRequest, whether it said to be the last part, and whether the CSMS has confirmed it. */
  last?: { entry: FrameEntry; complete: boolean; confirmed: boolean };
}

const MOST_EVENTS = 1000;

/** Events have ids of their own until the station boots, and messages that continue nothing are numbered 0 (N07.FR.07). */
export const eventIds: Rule = (report) => {
  const stations = new PerStation<Station>(() => ({ events: new Map() }));

  function identified(entry: FrameEntry, data: EventDataType, index: number, { events }: Station): void {
    const before = events.get(data.eventId);
    if (before && !sameEvent(before.data, data))
      report(
        finding('event-id-reused', {
          party: 'station',
          expected: 'an id that no other event has',
          actual: `eventId ${data.eventId}, as another event`,
          pointer: `/eventData/${index}/eventId`,
          // Whoever takes them for one event that begins and ends reads the text differently.
          ...(clears(before.data, data) ? { severity: 'warning' as const } : {}),
          entries: [entry, before.entry],
        }),
      );
    remember(events, data.eventId, { data, entry }, MOST_EVENTS);
  }

  function numbered(entry: FrameEntry, { seqNo, tbc, eventData }: NotifyEventRequest, station: Station): void {
    const { last } = station;
    if (last?.complete && last.confirmed && seqNo !== 0)
      report(
        finding('event-seqno', {
          party: 'station',
          expected: 'seqNo 0, as the message before said that nothing follows',
          actual: `seqNo ${seqNo}`,
          pointer: '/seqNo',
          // N07.FR.07 is about monitors; of other events the field says no more than that it begins with 0.
          ...(eventData.some(({ variableMonitoringId }) => variableMonitoringId !== undefined) ? {} : { severity: 'warning' as const }),
          entries: [entry, last.entry],
        }),
      );
    station.last = { entry, complete: tbc !== true, confirmed: false };
  }

  return {
    messages: ['NotifyEvent', 'BootNotificationRequest'],
    see(entry) {
      if (entry.kind === 'connected' || entry.kind === 'closed') stations.of(entry);
      if (entry.kind !== 'frame') return;
      const station = stations.of(entry);
      if (requestIn(entry, 'BootNotification')) station.events.clear();
      if (station.last && callOf(entry) === station.last.entry && entry.decoded.frame?.type === 'CALLRESULT') station.last.confirmed = true;
      const request = requestIn(entry, 'NotifyEvent');
      if (!request || entry.deliberate) return;
      numbered(entry, request, station);
      for (const [index, data] of request.eventData.entries()) identified(entry, data, index, station);
    },
  };
};

/** What is sent again says the same. */
const sameEvent = (one: EventDataType, other: EventDataType): boolean =>
  one.timestamp === other.timestamp &&
  one.trigger === other.trigger &&
  one.cleared === other.cleared &&
  variableKey(one.component, one.variable) === variableKey(other.component, other.variable);

const clears = (alert: EventDataType, end: EventDataType): boolean =>
  end.cleared === true && alert.cleared !== true && alert.variableMonitoringId === end.variableMonitoringId;
