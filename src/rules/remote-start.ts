import type { RequestStartTransactionRequest, TransactionEventRequest } from '../ocpp/generated/messages.ts';
import { SECOND } from '../time/clock.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import { quote } from './quote.ts';
import type { Rule } from './rule.ts';
import { PerStation, remember } from './state.ts';
import { callOf, requestIn, responseIn } from './violations.ts';

/** A remote start that the station has accepted and not yet told about. */
interface Start {
  remoteStartId: number;
  evseId: number | undefined;
  answer: FrameEntry;
}

interface Station {
  /** Ids that the CSMS has given. */
  ids: Map<number, true>;
  waiting: Start[];
  /** Transactions whose remote start is known. */
  told: Map<string, true>;
}

const MOST = 1000;

/**
 * The first message about a remote start names it, so that the CSMS knows what its request has led to (F01.FR.25,
 * F02.FR.21). A profile that comes with it is for the transaction that it starts (F01.FR.09, F01.FR.11).
 */
export const remoteStart: Rule = (report, { tolerance }) => {
  const stations = new PerStation<Station>(() => ({ ids: new Map(), waiting: [], told: new Map() }));

  function answered(entry: FrameEntry, station: Station): void {
    const call = callOf(entry);
    const request = call && requestIn(call, 'RequestStartTransaction');
    if (!request || responseIn(entry, 'RequestStartTransaction')?.status !== 'Accepted' || entry.deliberate) return;
    station.waiting = [...station.waiting.slice(-MOST), { remoteStartId: request.remoteStartId, evseId: request.evseId, answer: entry }];
  }

  function told(entry: FrameEntry, station: Station, event: TransactionEventRequest): void {
    const { triggerReason, transactionInfo, evse, timestamp, offline } = event;
    const { transactionId, remoteStartId } = transactionInfo;
    const isSettled = station.told.has(transactionId);
    if (remoteStartId !== undefined && station.ids.has(remoteStartId)) {
      station.waiting = station.waiting.filter((start) => start.remoteStartId !== remoteStartId);
      remember(station.told, transactionId, true, MOST);
      return;
    }
    if (triggerReason !== 'RemoteStart') return;
    // It may be about a start from before this trace, or tell another one again.
    const start = station.waiting.find(({ evseId }) => evseId === undefined || evse?.id === undefined || evseId === evse.id);
    if (!start || isSettled || offline || Date.parse(timestamp) < start.answer.at - tolerance * SECOND) return;
    station.waiting = station.waiting.filter((one) => one !== start);
    remember(station.told, transactionId, true, MOST);
    report(
      finding('remote-start-id', {
        party: 'station',
        expected: `the remoteStartId of the request, ${start.remoteStartId}`,
        actual: remoteStartId === undefined ? 'none' : `${remoteStartId}, which the CSMS has not given`,
        pointer: '/transactionInfo/remoteStartId',
        entries: [entry, start.answer],
      }),
    );
  }

  function checkProfile(entry: FrameEntry, { chargingProfile }: RequestStartTransactionRequest): void {
    if (!chargingProfile) return;
    const common = { party: 'csms', entries: [entry] } as const;
    const { chargingProfilePurpose, transactionId } = chargingProfile;
    if (chargingProfilePurpose !== 'TxProfile') {
      const pointer = '/chargingProfile/chargingProfilePurpose';
      report(finding('remote-start-profile', { ...common, pointer, expected: 'TxProfile', actual: chargingProfilePurpose }));
    }
    if (transactionId !== undefined) {
      const expected = 'no transactionId, because there is no transaction yet';
      const pointer = '/chargingProfile/transactionId';
      report(finding('remote-start-profile', { ...common, pointer, expected, actual: quote(transactionId), requirement: 'F01.FR.11' }));
    }
  }

  return {
    messages: ['RequestStartTransaction', 'TransactionEventRequest'],
    see(entry) {
      if (entry.kind === 'connected' || entry.kind === 'closed') stations.of(entry);
      if (entry.kind !== 'frame') return;
      const station = stations.of(entry);
      const request = requestIn(entry, 'RequestStartTransaction');
      if (request) {
        remember(station.ids, request.remoteStartId, true, MOST);
        if (!entry.deliberate) checkProfile(entry, request);
      }
      const event = requestIn(entry, 'TransactionEvent');
      if (event && !entry.deliberate) told(entry, station, event);
      answered(entry, station);
    },
  };
};
