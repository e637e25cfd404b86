import type { Payload } from '../../src/ocpp/frame.ts';
import { transactionLifecycle } from '../../src/rules/transaction-lifecycle.ts';
import { open, passes, type Script, time, trips } from './kit.ts';

let messages = 0;

/** A message about transaction T1 at EVSE 1, timed by its seqNo unless said otherwise. */
function event(script: Script, seqNo: number, eventType: string, more: Payload = {}, transactionId = 'T1'): Script {
  return script.exchange('station', `m${messages++}`, 'TransactionEvent', {
    eventType,
    timestamp: time(seqNo),
    triggerReason: 'ChargingStateChanged',
    seqNo,
    transactionInfo: { transactionId },
    evse: { id: 1, connectorId: 1 },
    ...more,
  });
}
const started = (seqNo = 1) => event(open(), seqNo, 'Started');

trips('transaction-before-start', 'something counted before the start', transactionLifecycle, event(started(5), 4, 'Updated'), {
  party: 'station',
  requirement: 'E01.FR.07',
  pointer: '/seqNo',
});
passes('transaction-before-start', 'the start comes later', transactionLifecycle, event(event(open(), 1, 'Updated'), 0, 'Started'));
passes('transaction-before-start', 'a transaction from before the trace', transactionLifecycle, event(open(), 4, 'Updated'));

trips('transaction-after-end', 'something counted after the end', transactionLifecycle, event(event(started(), 2, 'Ended'), 3, 'Updated'), {
  requirement: 'E06.FR.14',
});
passes('transaction-after-end', 'the end comes sooner', transactionLifecycle, event(event(started(), 3, 'Ended'), 2, 'Updated'));
passes('transaction-after-end', 'another transaction', transactionLifecycle, event(event(started(), 2, 'Ended'), 60, 'Started', {}, 'T2'));

trips(
  'transaction-id-reused',
  'two starts',
  transactionLifecycle,
  event(event(started(), 2, 'Ended'), 0, 'Started', { timestamp: time(90) }),
  {
    requirement: 'E01.FR.08',
    pointer: '/transactionInfo/transactionId',
  },
);
passes('transaction-id-reused', 'the same start again', transactionLifecycle, event(started(), 1, 'Started'));
passes('transaction-id-reused', 'another id', transactionLifecycle, event(event(started(), 2, 'Ended'), 90, 'Started', {}, 'T2'));

const twoAtOne = event(event(started(), 20, 'Started', {}, 'T2'), 40, 'Updated');
trips('transaction-evse-busy', 'the first one goes on', transactionLifecycle, twoAtOne, { requirement: 'E01.FR.14', pointer: '/evse/id' });
trips(
  'transaction-evse-busy',
  'the first one ends long after the second has begun',
  transactionLifecycle,
  event(event(started(), 20, 'Started', {}, 'T2'), 40, 'Ended'),
);
passes(
  'transaction-evse-busy',
  'the end of the first one was lost',
  transactionLifecycle,
  event(event(started(), 20, 'Started', {}, 'T2'), 40, 'Ended', {}, 'T2'),
);
passes(
  'transaction-evse-busy',
  'the end of the first one comes late',
  transactionLifecycle,
  event(event(started(), 20, 'Started', {}, 'T2'), 19, 'Ended'),
);
passes(
  'transaction-evse-busy',
  'the clock of the station was ahead before',
  transactionLifecycle,
  event(event(started(90), 99, 'Updated', { timestamp: time(200) }), 100, 'Started', {}, 'T2'),
);
passes(
  'transaction-evse-busy',
  'two EVSEs',
  transactionLifecycle,
  event(event(started(), 20, 'Started', { evse: { id: 2 } }, 'T2'), 40, 'Updated'),
);
passes(
  'transaction-evse-busy',
  'an EVSE that is not known yet',
  transactionLifecycle,
  event(
    open().exchange('station', 'x', 'TransactionEvent', {
      eventType: 'Started',
      timestamp: time(0),
      triggerReason: 'Authorized',
      seqNo: 0,
      transactionInfo: { transactionId: 'T2' },
    }),
    20,
    'Started',
  ),
);
