import type { TriggerMessageRequest } from '../ocpp/generated/messages.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { PerStation } from './state.ts';
import { callOf, requestIn } from './violations.ts';

interface Station {
  /** The request without an answer. */
  open?: FrameEntry | undefined;
  /** What has been asked for before: messages of these kinds may still be on their way. */
  asked: Set<TriggerMessageRequest['requestedMessage']>;
}

/**
 * A station answers TriggerMessage before it sends what was asked for (F06.FR.04), as far as messages say that they were
 * asked for. A CSMS that asks for a status says of which connector (F06.FR.13).
 */
export const triggerMessage: Rule = (report) => {
  const stations = new PerStation<Station>(() => ({ asked: new Set() }));

  function asks(entry: FrameEntry, { requestedMessage, evse }: TriggerMessageRequest, station: Station): void {
    station.open = entry;
    if (requestedMessage !== 'StatusNotification' || evse?.connectorId !== undefined || entry.deliberate) return;
    report(
      finding('trigger-connector-missing', {
        party: 'csms',
        expected: 'a connectorId, because a StatusNotification is about a connector',
        actual: evse ? 'an EVSE only' : 'none',
        pointer: '/evse',
        entries: [entry],
      }),
    );
  }

  function sends(entry: FrameEntry, { open, asked }: Station): void {
    const kind = open && requestIn(open, 'TriggerMessage')?.requestedMessage;
    const triggered = triggeredIn(entry);
    // One that is older than the request was asked for before, in a time that this trace does not show.
    if (!kind || asked.has(kind) || kind !== triggered?.kind || triggered.since < open.at || entry.deliberate) return;
    const expected = 'the answer to TriggerMessage comes before what it asks for';
    report(finding('trigger-answer-late', { party: 'station', expected, actual: `${kind} comes first`, entries: [entry, open] }));
  }

  return {
    messages: ['TriggerMessage', 'MeterValuesRequest', 'TransactionEventRequest'],
    see(entry) {
      if (entry.kind === 'connected' || entry.kind === 'closed') stations.of(entry).open = undefined;
      if (entry.kind !== 'frame') return;
      const station = stations.of(entry);
      const request = requestIn(entry, 'TriggerMessage');
      if (request) return asks(entry, request, station);
      if (entry.decoded.frame?.type === 'CALL') return sends(entry, station);
      const call = callOf(entry);
      const asked = call && call === station.open && requestIn(call, 'TriggerMessage');
      if (!asked) return;
      station.asked.add(asked.requestedMessage);
      station.open = undefined;
    },
  };
};

/** The kind and the time of a message that says of itself that it was asked for. */
function triggeredIn(entry: FrameEntry): { kind: 'TransactionEvent' | 'MeterValues'; since: number } | undefined {
  const event = requestIn(entry, 'TransactionEvent');
  if (event?.triggerReason === 'Trigger') return { kind: 'TransactionEvent', since: Date.parse(event.timestamp) };
  const values = requestIn(entry, 'MeterValues')?.meterValue ?? [];
  const value = values.find(({ sampledValue }) => sampledValue.some(({ context }) => context === 'Trigger'));
  return value && { kind: 'MeterValues', since: Date.parse(value.timestamp) };
}
