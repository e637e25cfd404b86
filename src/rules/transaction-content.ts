import type { TransactionEventRequest } from '../ocpp/generated/messages.ts';
import { SECOND } from '../time/clock.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { type Evidence, finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { PerStation, RecentMap } from './state.ts';
import { callOf, requestIn, responseIn } from './violations.ts';

/** What is known of the transactions of a station. */
interface Station {
  /** Transactions whose start was seen, with what was told of them since. */
  transactions: RecentMap<string, Told>;
  /** An idToken that the CSMS has accepted and that no transaction has been told about yet. */
  accepted: FrameEntry | undefined;
}

interface Told {
  /** The seqNo that comes next if none is left out. */
  next: number;
  connector: boolean;
  /** Somebody was authorized for it. */
  authorized: boolean;
}

const MOST_TRANSACTIONS = 100;
/** Milliseconds in which an authorization is told that could be told at once. */
const SOON = 30 * SECOND;

/** Triggers by which nothing can start, and those by which nothing can end. */
const OF_ENDS: ReadonlySet<string> = new Set([
  'StopAuthorized',
  'RemoteStop',
  'EVDeparted',
  'EVConnectTimeout',
  'Deauthorized',
  'EVCommunicationLost',
]);
const OF_STARTS: ReadonlySet<string> = new Set(['EVDetected', 'CablePluggedIn', 'Authorized', 'RemoteStart']);
/** Triggers of which a driver at the station is not the cause (E06.FR.08). */
const NOT_BY_DRIVER: ReadonlySet<string> = new Set([
  'RemoteStop',
  'Deauthorized',
  'EVConnectTimeout',
  'ResetCommand',
  'UnlockCommand',
  'AbnormalCondition',
]);
const CONNECTED: ReadonlySet<string | undefined> = new Set(['EVConnected', 'Charging', 'SuspendedEV', 'SuspendedEVSE']);

/** What a message about a transaction says fits together, and says what it has to. */
export const transactionContent: Rule = (report) => {
  const stations = new PerStation<Station>(() => ({ transactions: new RecentMap(MOST_TRANSACTIONS), accepted: undefined }));

  function see(entry: FrameEntry, request: TransactionEventRequest, station: Station): void {
    const complain = (code: Parameters<typeof finding>[0], evidence: Omit<Evidence, 'party'>) =>
      report(finding(code, { party: 'station', ...evidence }));
    const { eventType, triggerReason, transactionInfo } = request;
    const trigger = { actual: triggerReason, pointer: '/triggerReason', entries: [entry] };
    if (eventType === 'Started' && OF_ENDS.has(triggerReason))
      complain('transaction-trigger', { ...trigger, expected: 'a triggerReason by which something can start' });
    if (eventType === 'Ended' && OF_STARTS.has(triggerReason))
      complain('transaction-trigger', { ...trigger, expected: 'a triggerReason by which something can end' });
    if (eventType === 'Ended' && NOT_BY_DRIVER.has(triggerReason) && transactionInfo.stoppedReason === undefined)
      complain('transaction-reason-missing', {
        expected: `a stoppedReason, as the driver did not end the transaction (${triggerReason})`,
        actual: 'none',
        pointer: '/transactionInfo',
        entries: [entry],
      });
    const state = unfit(request);
    if (state)
      complain('transaction-state-unfit', {
        expected: state,
        actual: transactionInfo.chargingState ?? 'none',
        pointer: '/transactionInfo/chargingState',
        entries: [entry],
      });
    if (eventType === 'Started')
      station.transactions.set(transactionInfo.transactionId, { next: request.seqNo, connector: false, authorized: false });
    const told = station.transactions.get(transactionInfo.transactionId);
    token(entry, request, station, told);
    if (told) connector(entry, request, told);
  }

  /** Certain only where nobody was authorized before, and the CSMS has just been asked about somebody. */
  function token(entry: FrameEntry, request: TransactionEventRequest, station: Station, told: Told | undefined): void {
    const { triggerReason, idToken, eventType } = request;
    const first = told?.authorized === false;
    if (told && (idToken || triggerReason === 'Authorized' || triggerReason === 'RemoteStart')) told.authorized = true;
    if (!station.accepted) return;
    const concerned = first && triggerReason === 'Authorized' && entry.at - station.accepted.at <= SOON;
    if (!idToken && !concerned && triggerReason !== 'StopAuthorized' && eventType !== 'Ended') return;
    if (!idToken && concerned)
      report(
        finding('transaction-token-missing', {
          party: 'station',
          expected: 'the idToken that was authorized',
          actual: 'none',
          pointer: '',
          entries: [entry, station.accepted],
        }),
      );
    station.accepted = undefined;
  }

  /** Certain only where all was told in order, as an earlier message may have named the connector. */
  function connector(entry: FrameEntry, { seqNo, evse, transactionInfo: { chargingState } }: TransactionEventRequest, told: Told): void {
    const inOrder = told.next === seqNo;
    told.next = inOrder ? seqNo + 1 : Number.NaN;
    told.connector ||= evse?.connectorId !== undefined;
    if (!inOrder || told.connector || !CONNECTED.has(chargingState)) return;
    report(
      finding('transaction-connector-missing', {
        party: 'station',
        expected: `EVSE and connector, as an EV is connected (${chargingState})`,
        actual: evse ? `EVSE ${evse.id} without a connector` : 'neither',
        pointer: evse ? '/evse' : '',
        entries: [entry],
      }),
    );
    told.connector = true;
  }

  return {
    messages: ['TransactionEventRequest', 'AuthorizeResponse'],
    see(entry) {
      if (entry.kind === 'connected' || entry.kind === 'closed') stations.of(entry);
      if (entry.kind !== 'frame' || entry.deliberate) return;
      const station = stations.of(entry);
      const request = requestIn(entry, 'TransactionEvent');
      if (request && entry.from === 'station') see(entry, request, station);
      const asked = callOf(entry);
      const answer = responseIn(entry, 'Authorize');
      if (asked && answer) station.accepted = answer.idTokenInfo.status === 'Accepted' ? asked : undefined;
    },
  };
};

/** What the charging state ought to be, where it goes badly with the rest; no requirement says so in as many words. */
function unfit({ eventType, triggerReason, transactionInfo: { chargingState } }: TransactionEventRequest): string | undefined {
  if (eventType === 'Ended' && chargingState === 'Charging')
    return 'a state in which no energy flows any more, at the end of a transaction';
  if (triggerReason === 'CablePluggedIn' && chargingState === 'Idle') return 'a state in which an EV is connected, after CablePluggedIn';
  if (triggerReason === 'EVCommunicationLost' && chargingState === 'Charging')
    return 'a state in which no energy flows, after EVCommunicationLost';
  return undefined;
}
