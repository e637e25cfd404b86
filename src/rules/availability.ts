import type { EVSEType, TransactionEventRequest } from '../ocpp/generated/messages.ts';
import { SECOND } from '../time/clock.ts';
import type { Entry, FrameEntry } from '../trace/entry.ts';
import { connectorOf, covers, nameOf, overlap, type StatusReport, statusesIn } from './connector-status.ts';
import { finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { PerStation, remember } from './state.ts';
import { callOf, requestIn, responseIn } from './violations.ts';

/** An accepted or scheduled request to be Inoperative. */
interface Inoperative {
  evse: EVSEType | undefined;
  answer: FrameEntry;
}

interface Transaction {
  evseId?: number | undefined;
  connectorId?: number | undefined;
  connected: boolean;
  at: number;
  /** It was reported as Unavailable while this transaction was on. */
  suspect?: { entry: FrameEntry; since: number; answer: FrameEntry; name: string } | undefined;
}

interface Station {
  accepted: Inoperative[];
  scheduled: Inoperative[];
  transactions: Map<string, Transaction>;
}

const MOST_TRANSACTIONS = 100;
/** Times of one station that are closer than this tell no order. */
const SLACK = SECOND;

/**
 * What ChangeAvailability has made Inoperative is not Available until it is made Operative again (G03.FR.08, G04.FR.09),
 * and a connector in use does not become Unavailable before its transaction has ended (G03.FR.05, G04.FR.06).
 */
export const availability: Rule = (report, { tolerance }) => {
  const stations = new PerStation<Station>(() => ({ accepted: [], scheduled: [], transactions: new Map() }));

  function called(entry: FrameEntry, station: Station): void {
    const change = requestIn(entry, 'ChangeAvailability');
    // Whatever the answer will be, what is known of that place is not certain any more.
    if (change) {
      const others = ({ evse }: Inoperative) => change.operationalStatus === 'Inoperative' || !overlap(evse, change.evse);
      station.accepted = station.accepted.filter(others);
      station.scheduled = station.scheduled.filter(others);
    }
    if (entry.deliberate) return;
    for (const status of statusesIn(entry)) {
      if (status.status === 'Available') isAvailable(entry, status, station);
      if (status.status === 'Unavailable') isUnavailable(entry, status, station);
    }
    const event = requestIn(entry, 'TransactionEvent');
    if (event) goesOn(entry, event, station);
  }

  function answered(entry: FrameEntry, station: Station): void {
    const call = callOf(entry);
    const change = call && requestIn(call, 'ChangeAvailability');
    const status = responseIn(entry, 'ChangeAvailability')?.status;
    if (change?.operationalStatus !== 'Inoperative' || entry.deliberate) return;
    if (status === 'Accepted') station.accepted.push({ evse: change.evse, answer: entry });
    if (status === 'Scheduled') station.scheduled.push({ evse: change.evse, answer: entry });
  }

  function isAvailable(entry: FrameEntry, status: StatusReport, station: Station): void {
    const connector = connectorOf(status);
    const broken = connector && station.accepted.find(({ evse }) => covers(evse, connector));
    // A report may have been waiting to be sent.
    const since = Math.min(entry.at, status.since);
    if (!broken || since <= broken.answer.at + tolerance * SECOND) return;
    station.accepted = station.accepted.filter((one) => one !== broken);
    report(
      finding('availability-not-kept', {
        party: 'station',
        expected: `${nameOf(connector)} stays Unavailable until it is made Operative`,
        actual: 'it is reported as Available',
        entries: [entry, broken.answer],
        requirement: broken.evse ? 'G03.FR.08' : 'G04.FR.09',
      }),
    );
  }

  function isUnavailable(entry: FrameEntry, status: StatusReport, station: Station): void {
    const connector = connectorOf(status);
    const waiting = connector && station.scheduled.find(({ evse }) => covers(evse, connector));
    if (!waiting) return;
    for (const transaction of station.transactions.values()) {
      const isThere = transaction.evseId === connector.evseId && transaction.connectorId === connector.connectorId;
      if (!isThere || !transaction.connected || transaction.at > status.since) continue;
      transaction.suspect = { entry, since: status.since, answer: waiting.answer, name: nameOf(connector) };
    }
  }

  /** What happens in a transaction after its connector is said to be Unavailable proves that this came too soon. */
  function goesOn(entry: FrameEntry, { transactionInfo, eventType, evse, timestamp, offline }: TransactionEventRequest, station: Station) {
    const { transactionId, chargingState } = transactionInfo;
    const at = Date.parse(timestamp);
    const transaction: Transaction = station.transactions.get(transactionId) ?? { connected: false, at };
    const { suspect } = transaction;
    if (suspect && chargingState && at > suspect.since + SLACK) {
      if (chargingState !== 'Idle') tooSoon(entry, suspect);
      transaction.suspect = undefined;
    }
    if (eventType === 'Ended' || offline) {
      station.transactions.delete(transactionId);
      return;
    }
    const { id: evseId = transaction.evseId, connectorId = transaction.connectorId } = evse ?? {};
    if (chargingState) transaction.connected = chargingState !== 'Idle';
    remember(station.transactions, transactionId, Object.assign(transaction, { evseId, connectorId, at }), MOST_TRANSACTIONS);
  }

  function tooSoon(entry: FrameEntry, { entry: status, answer, name }: NonNullable<Transaction['suspect']>): void {
    report(
      finding('availability-too-soon', {
        party: 'station',
        expected: `${name} becomes Unavailable when its transaction has ended`,
        actual: 'it is reported as Unavailable, and the transaction goes on',
        entries: [status, entry, answer],
      }),
    );
  }

  return {
    messages: ['ChangeAvailability', 'StatusNotificationRequest', 'NotifyEventRequest', 'TransactionEventRequest'],
    see(entry: Entry) {
      if (entry.kind === 'connected' || entry.kind === 'closed') stations.of(entry);
      if (entry.kind !== 'frame') return;
      if (entry.decoded.frame?.type === 'CALL') called(entry, stations.of(entry));
      else answered(entry, stations.of(entry));
    },
  };
};
