import type { TransactionEventRequest } from '../ocpp/generated/messages.ts';
import { SECOND } from '../time/clock.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import { isRepetition } from './repetition.ts';
import type { Rule } from './rule.ts';
import { PerStation, remember } from './state.ts';
import { requestIn } from './violations.ts';

type Event = Pick<TransactionEventRequest, 'seqNo'> & { entry: FrameEntry; at: number };

/** What was told of one transaction. */
interface Transaction {
  id: string;
  evse: number | undefined;
  started?: Event;
  ended?: Event;
  /** The latest moment at which it was going on, by the clock of the station. */
  lastAt: number;
  last?: FrameEntry;
}

const MOST_TRANSACTIONS = 100;

/**
 * A transaction starts once and ends once, with nothing before and after (E01.FR.07), has an id of its own (E01.FR.08),
 * and has its EVSE to itself (E01.FR.14). Messages may come in any order, so that seqNo and timestamp decide.
 */
export const transactionLifecycle: Rule = (report, { tolerance }) => {
  const stations = new PerStation<Map<string, Transaction>>(() => new Map());

  function see(entry: FrameEntry, transactions: Map<string, Transaction>): void {
    const request = requestIn(entry, 'TransactionEvent');
    if (!request || entry.deliberate) return;
    const { transactionId: id } = request.transactionInfo;
    const transaction: Transaction = transactions.get(id) ?? { id, evse: undefined, lastAt: Number.NEGATIVE_INFINITY };
    remember(transactions, id, transaction, MOST_TRANSACTIONS);
    const event = { seqNo: request.seqNo, entry, at: Date.parse(request.timestamp) };
    if (request.eventType === 'Started') started(event, transaction);
    else outside(event, transaction);
    if (request.eventType === 'Ended') transaction.ended ??= event;
    transaction.evse ??= request.evse?.id;
    if (event.at > transaction.lastAt) Object.assign(transaction, { lastAt: event.at, last: entry });
    busy(transaction, transactions);
  }

  function started(event: Event, transaction: Transaction): void {
    const { started: before } = transaction;
    transaction.started ??= event;
    if (!before || isRepetition(before.entry, event.entry)) return;
    report(
      finding('transaction-id-reused', {
        party: 'station',
        expected: 'an id that no transaction had before',
        actual: `another transaction starts with ${transaction.id}`,
        pointer: '/transactionInfo/transactionId',
        entries: [event.entry, before.entry],
      }),
    );
    // What comes now is about the new one.
    delete transaction.ended;
    transaction.started = event;
  }

  function outside({ seqNo, entry }: Event, { started: start, ended: end }: Transaction): void {
    if (start && seqNo < start.seqNo)
      report(
        finding('transaction-before-start', {
          party: 'station',
          expected: `a seqNo after ${start.seqNo}, that of the start of the transaction`,
          actual: `seqNo ${seqNo}`,
          pointer: '/seqNo',
          entries: [entry, start.entry],
        }),
      );
    if (end && seqNo > end.seqNo)
      report(
        finding('transaction-after-end', {
          party: 'station',
          expected: `nothing about the transaction after seqNo ${end.seqNo}, that of its end`,
          actual: `seqNo ${seqNo}`,
          pointer: '/seqNo',
          entries: [entry, end.entry],
        }),
      );
  }

  /** Certain only where each of the two was told of after the other one had begun. */
  function busy(transaction: Transaction, transactions: Map<string, Transaction>): void {
    if (transaction.evse === undefined) return;
    for (const other of transactions.values()) {
      if (other === transaction || other.evse !== transaction.evse) continue;
      const [first, second] = begin(other) <= begin(transaction) ? [other, transaction] : [transaction, other];
      if (!second.started || !first.started || !first.last) continue;
      // The clock of the station may be set in between: what came later has to have happened later as well.
      if (first.last.seq < second.started.entry.seq || first.lastAt - second.started.at <= tolerance * SECOND) continue;
      report(
        finding('transaction-evse-busy', {
          party: 'station',
          expected: `one transaction at EVSE ${transaction.evse} at a time`,
          actual: `${second.id} starts there while ${first.id} is going on`,
          pointer: '/evse/id',
          entries: [first.last, second.started.entry],
        }),
      );
      transaction.evse = undefined;
      return;
    }
  }

  return {
    messages: ['TransactionEventRequest'],
    see(entry) {
      if (entry.kind === 'connected' || entry.kind === 'closed') stations.of(entry);
      else if (entry.kind === 'frame' && entry.from === 'station') see(entry, stations.of(entry));
    },
  };
};

const begin = ({ started }: Transaction): number => started?.at ?? Number.NEGATIVE_INFINITY;
