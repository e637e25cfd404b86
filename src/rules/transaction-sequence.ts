import type { FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import { isRepetition } from './repetition.ts';
import type { Rule } from './rule.ts';
import { PerStation, remember } from './state.ts';
import { requestIn } from './violations.ts';

/** What was sent about one transaction. */
interface Transaction {
  first?: number;
  last?: FrameEntry;
  lastNo?: number;
  /** By seqNo. */
  sent: Map<number, FrameEntry>;
  /** Messages may have been dropped while there was no connection (E04.FR.07). */
  offline: boolean;
}

const MOST_TRANSACTIONS = 100;
const MOST_EVENTS = 10_000;

/**
 * The numbers of the messages about a transaction: each used for one message, and none left out between the first and
 * the last. Messages may come in another order, and again if they were not accepted.
 */
export const transactionSequence: Rule = (report) => {
  const stations = new PerStation<Map<string, Transaction>>(() => new Map());

  function see(entry: FrameEntry, transactions: Map<string, Transaction>): void {
    const request = requestIn(entry, 'TransactionEvent');
    if (!request || entry.deliberate) return;
    const { transactionInfo, seqNo, eventType, offline } = request;
    const id = transactionInfo.transactionId;
    const transaction: Transaction = transactions.get(id) ?? { sent: new Map(), offline: false };
    remember(transactions, id, transaction, MOST_TRANSACTIONS);
    const before = transaction.sent.get(seqNo);
    if (before && !isRepetition(before, entry))
      report(
        finding('transaction-seqno', {
          party: 'station',
          expected: 'a seqNo that no other message about this transaction has',
          actual: `seqNo ${seqNo} again`,
          pointer: '/seqNo',
          entries: [entry, before],
        }),
      );
    remember(transaction.sent, seqNo, entry, MOST_EVENTS);
    if (offline) transaction.offline = true;
    if (eventType === 'Started') transaction.first = seqNo;
    if (eventType === 'Ended') Object.assign(transaction, { last: entry, lastNo: seqNo });
  }

  return {
    messages: ['TransactionEventRequest'],
    see(entry) {
      if (entry.kind === 'connected' || entry.kind === 'closed') stations.of(entry);
      else if (entry.kind === 'frame' && entry.from === 'station') see(entry, stations.of(entry));
    },
    end() {
      for (const transactions of stations.all())
        for (const { first, last, lastNo = 0, sent, offline } of transactions.values()) {
          if (first === undefined || !last || offline) continue;
          const missing = numbersBetween(first, lastNo).find((number) => !sent.has(number));
          if (missing === undefined) continue;
          report(
            finding('transaction-seqno', {
              party: 'station',
              expected: `every seqNo from ${first} of its start to ${lastNo} of its end`,
              actual: `no message with seqNo ${missing}`,
              pointer: '/seqNo',
              entries: [last],
            }),
          );
        }
    },
  };
};

const numbersBetween = (first: number, last: number): number[] =>
  last - first > MOST_EVENTS ? [] : Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
