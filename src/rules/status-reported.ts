import type { EVSEType } from '../ocpp/generated/messages.ts';
import { SECOND } from '../time/clock.ts';
import type { Entry, FrameEntry } from '../trace/entry.ts';
import type { Code } from './catalogue.ts';
import { type Connector, connectorOf, covers, keyOf, nameOf, overlap, statusesIn } from './connector-status.ts';
import { finding } from './finding.ts';
import { seconds } from './quote.ts';
import type { Rule } from './rule.ts';
import { PerStation, remember } from './state.ts';
import { callOf, requestIn, responseIn } from './violations.ts';

/** A report that has to come. */
interface Due {
  code: Code;
  connector: Connector;
  because: string;
  entry: Entry;
  requirement: string;
}

interface Station {
  /** The last report on each connector since the station was accepted. */
  last: Map<string, { connector: Connector; status: string; seq: number }>;
  due: Due[];
}

const MOST_CONNECTORS = 1000;

/**
 * A change of a connector is reported: that it is taken out of service (G03.FR.04, G04.FR.05), and that an EV is connected
 * to one that was Available (G01.FR.03). Judged only as long as the station is connected and nothing else happens there.
 */
export const statusReported: Rule = (report, { messageTimeout, tolerance }) => {
  const stations = new PerStation<Station>(() => ({ last: new Map(), due: [] }));
  // No requirement says how soon: not before two requests could have gone unanswered.
  const limit = (2 * messageTimeout + tolerance) * SECOND;

  function check(at: number, station: Station): void {
    if (station.due.length === 0) return;
    for (const due of station.due.filter(({ entry }) => at - entry.at > limit)) {
      const { code, connector, because, entry, requirement } = due;
      const expected = `a report on ${nameOf(connector)}, ${because}`;
      report(finding(code, { party: 'station', expected, actual: `none within ${seconds(limit)}`, entries: [entry], requirement }));
    }
    station.due = station.due.filter(({ entry }) => at - entry.at <= limit);
  }

  const forget = (station: Station, evse: EVSEType | undefined) => {
    station.due = station.due.filter(({ connector: { evseId: id, connectorId } }) => !overlap(evse, { id, connectorId }));
  };

  function called(entry: FrameEntry, station: Station): void {
    for (const status of statusesIn(entry)) {
      const connector = connectorOf(status);
      if (connector) remember(station.last, keyOf(connector), { connector, status: status.status, seq: entry.seq }, MOST_CONNECTORS);
      forget(station, status.evse);
    }
    const change = requestIn(entry, 'ChangeAvailability');
    if (change) forget(station, change.evse);
    const event = requestIn(entry, 'TransactionEvent');
    if (event)
      station.due = station.due.filter(({ code, connector }) => code !== 'availability-unreported' || event.evse?.id !== connector.evseId);
    if (requestIn(entry, 'Reset') || requestIn(entry, 'BootNotification')) Object.assign(station, { last: new Map(), due: [] });
  }

  function answered(entry: FrameEntry, station: Station): void {
    const call = callOf(entry);
    if (!call) return;
    const change = requestIn(call, 'ChangeAvailability');
    if (change?.operationalStatus !== 'Inoperative' || responseIn(entry, 'ChangeAvailability')?.status !== 'Accepted') return;
    for (const { connector, status, seq } of station.last.values()) {
      if (status !== 'Available' || seq > call.seq || !covers(change.evse, connector)) continue;
      const requirement = change.evse ? 'G03.FR.04' : 'G04.FR.05';
      station.due.push({ code: 'availability-unreported', connector, because: 'which is out of service', entry, requirement });
    }
  }

  /** What people do is not done to one station among several, as far as a trace can tell. */
  function happened(entry: Entry & { kind: 'stimulus' }): void {
    const all = [...stations.all()];
    for (const station of all) check(entry.at, station);
    const { evseId, connectorId } = entry.parameters;
    if (entry.outcome !== 'done' || typeof evseId !== 'number' || typeof connectorId !== 'number') return;
    const [station, another] = all;
    if (!station || another) return;
    forget(station, { id: evseId });
    const isFree = ({ connector, status }: { connector: Connector; status: string }) =>
      connector.evseId !== evseId || status === 'Available';
    const connector = { evseId, connectorId };
    if (entry.name !== 'plug-in' || !station.last.has(keyOf(connector)) || ![...station.last.values()].every(isFree)) return;
    station.due.push({ code: 'status-unreported', connector, because: 'to which an EV is connected', entry, requirement: 'G01.FR.03' });
  }

  return {
    messages: [
      'ChangeAvailability',
      'StatusNotificationRequest',
      'NotifyEventRequest',
      'TransactionEventRequest',
      'ResetRequest',
      'BootNotificationRequest',
    ],
    see(entry) {
      if (entry.kind === 'stimulus') return happened(entry);
      if (entry.kind === 'connected' || entry.kind === 'closed') Object.assign(stations.of(entry), { last: new Map(), due: [] });
      if (entry.kind !== 'frame') return;
      const station = stations.of(entry);
      check(entry.at, station);
      if (entry.decoded.frame?.type === 'CALL') called(entry, station);
      else answered(entry, station);
    },
    end(at) {
      for (const station of stations.all()) check(at, station);
    },
  };
};
