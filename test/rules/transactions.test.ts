import type { Payload } from '../../src/ocpp/frame.ts';
import { transactionSequence } from '../../src/rules/transaction-sequence.ts';
import { open, passes, type Script, time, trips } from './kit.ts';

const event = (script: Script, seqNo: number, eventType: string, more: Payload = {}, id = `e${seqNo}`): Script =>
  script.exchange('station', id, 'TransactionEvent', {
    eventType,
    timestamp: time(seqNo),
    triggerReason: 'ChargingStateChanged',
    seqNo,
    transactionInfo: { transactionId: 'T1' },
    ...more,
  });
const started = (seqNo = 0) => event(open(), seqNo, 'Started');

trips('transaction-seqno', 'a gap', transactionSequence, event(event(started(), 2, 'Updated'), 3, 'Ended'), {
  party: 'station',
  requirement: 'E01.FR.07',
  pointer: '/seqNo',
});
trips(
  'transaction-seqno',
  'two messages with the same number',
  transactionSequence,
  event(started(), 0, 'Updated', { timestamp: time(9), triggerReason: 'Authorized' }, 'other'),
);
passes('transaction-seqno', 'gapless', transactionSequence, event(event(started(), 1, 'Updated'), 2, 'Ended'));
passes('transaction-seqno', 'a counter that goes on from transaction to transaction', transactionSequence, event(started(7), 8, 'Ended'));
passes('transaction-seqno', 'another order', transactionSequence, event(event(started(), 2, 'Ended'), 1, 'Updated'));
passes('transaction-seqno', 'the same message again', transactionSequence, event(started(), 0, 'Started', {}, 'again'));
passes(
  'transaction-seqno',
  'dropped while offline',
  transactionSequence,
  event(event(started(), 1, 'Updated', { offline: true }), 4, 'Ended', { offline: true }),
);
passes(
  'transaction-seqno',
  'a transaction whose beginning is not in the trace',
  transactionSequence,
  event(event(open(), 4, 'Updated'), 9, 'Ended'),
);
passes(
  'transaction-seqno',
  'two transactions',
  transactionSequence,
  event(event(started(), 0, 'Started', { transactionInfo: { transactionId: 'T2' } }, 'other'), 1, 'Ended'),
);
