import type { TransactionEventRequest } from '../ocpp/generated/messages.ts';
import { SECOND } from '../time/clock.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { PerStation, RecentMap } from './state.ts';
import { requestIn } from './violations.ts';

interface Station {
  /** When the connection before this one was lost, and when this one began. */
  lost?: number;
  back?: number;
  /** The clock of the station was right when it was last heard of before that. */
  clockKnown: boolean;
  clockWas: boolean;
  open: Set<number>;
  /** The first message of each transaction that started while there was this connection. */
  online: RecentMap<string, FrameEntry>;
  /** A request of the station has got no answer on this connection, which may look like no connection to it. */
  unanswered: boolean;
  asked: FrameEntry | undefined;
}

const MOST_TRANSACTIONS = 100;

/**
 * What happened without a connection is told as such (E04.FR.03, E12.FR.02), and nothing else is. Both are certain in few
 * cases only: where the clock of the station was right, and where all of a transaction so far happened on one connection.
 */
export const transactionOffline: Rule = (report, { tolerance }) => {
  const margin = (tolerance + 1) * SECOND;
  const stations = new PerStation<Station>(() => ({
    clockKnown: false,
    clockWas: false,
    open: new Set(),
    online: new RecentMap(MOST_TRANSACTIONS),
    unanswered: false,
    asked: undefined,
  }));

  function see(entry: FrameEntry, request: TransactionEventRequest, station: Station): void {
    const { offline = false, eventType, timestamp, transactionInfo, seqNo } = request;
    const at = Date.parse(timestamp);
    const { lost, back, clockWas } = station;
    if (!offline && clockWas && lost !== undefined && back !== undefined && at > lost + margin && at < back - margin)
      report(
        finding('transaction-offline-untold', {
          party: 'station',
          expected: 'offline = true, as there was no connection at that time',
          actual: `offline = ${offline} at ${timestamp}`,
          pointer: '/offline',
          entries: [entry],
        }),
      );
    const id = transactionInfo.transactionId;
    const start = station.online.get(id);
    if (offline && start && start.connection === entry.connection && seqNo > seqNoOf(start) && !station.unanswered)
      report(
        finding('transaction-offline-wrong', {
          party: 'station',
          expected: 'no offline flag, as there has been a connection since the transaction started',
          actual: 'offline = true',
          pointer: '/offline',
          entries: [entry, start],
        }),
      );
    if (eventType === 'Started' && !offline) station.online.set(id, entry);
    if (!offline) station.clockKnown = Math.abs(entry.at - at) <= tolerance * SECOND;
  }

  return {
    see(entry) {
      const station = entry.kind === 'stimulus' || entry.kind === 'step' ? undefined : stations.of(entry);
      if (!station) return;
      if (entry.kind === 'connected') {
        station.open.add(entry.connection);
        Object.assign(station, { back: entry.at, unanswered: false, asked: undefined });
      } else if (entry.kind === 'closed') {
        station.open.delete(entry.connection);
        if (station.open.size === 0) Object.assign(station, { lost: entry.at, clockWas: station.clockKnown });
      } else if (entry.kind === 'frame') track(entry, station, see);
    },
  };
};

function track(
  entry: FrameEntry,
  station: Station,
  see: (entry: FrameEntry, request: TransactionEventRequest, station: Station) => void,
): void {
  const { frame } = entry.decoded;
  if (entry.from === 'csms' && frame && frame.type !== 'CALL') station.asked = undefined;
  if (entry.from !== 'station' || frame?.type !== 'CALL') return;
  if (station.asked) station.unanswered = true;
  station.asked = entry;
  // Who was switched off has not been without a connection as one who was not.
  if (frame.action === 'BootNotification') delete station.lost;
  const request = requestIn(entry, 'TransactionEvent');
  if (request && !entry.deliberate) see(entry, request, station);
}

function seqNoOf({ decoded: { frame } }: FrameEntry): number {
  return frame?.type === 'CALL' ? Number(frame.payload.seqNo) : Number.NaN;
}
