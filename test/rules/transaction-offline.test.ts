import type { Payload } from '../../src/ocpp/frame.ts';
import { transactionOffline } from '../../src/rules/transaction-offline.ts';
import { call, open, passes, type Script, time, trips } from './kit.ts';

/** A message about a transaction that happened at that second. */
const payload = (seqNo: number, at: number, eventType: string, more: Payload = {}): Payload => ({
  eventType,
  timestamp: time(at),
  triggerReason: 'ChargingStateChanged',
  seqNo,
  transactionInfo: { transactionId: 'T1' },
  ...more,
});
const event = (script: Script, ...about: Parameters<typeof payload>): Script =>
  script.exchange('station', `e${about[0]}`, 'TransactionEvent', payload(...about));

/** A transaction starts, and from 10 s to 100 s there is no connection. */
const lost = (started = 0) => event(open(), 0, started, 'Started').at(10).close('csms').at(100).connect();

trips('transaction-offline-untold', 'it happened in between', transactionOffline, event(lost(), 1, 50, 'Updated'), {
  party: 'station',
  requirement: 'E12.FR.02',
  pointer: '/offline',
});
passes('transaction-offline-untold', 'it is told', transactionOffline, event(lost(), 1, 50, 'Updated', { offline: true }));
passes('transaction-offline-untold', 'it happened before', transactionOffline, event(lost(), 1, 8, 'Updated'));
passes(
  'transaction-offline-untold',
  'it happened at about the time when the connection was back',
  transactionOffline,
  event(lost(), 1, 97, 'Updated'),
);
passes('transaction-offline-untold', 'it happened afterwards', transactionOffline, event(lost(), 1, 100, 'Updated'));
passes('transaction-offline-untold', 'the clock of the station is wrong', transactionOffline, event(lost(-60), 1, 50, 'Updated'));
passes('transaction-offline-untold', 'the station was switched off', transactionOffline, event(lost().boot(), 1, 50, 'Updated'));
passes('transaction-offline-untold', 'there was no connection before', transactionOffline, event(open(), 1, -50, 'Updated'));

const online = () => event(open(), 0, 0, 'Started');
trips(
  'transaction-offline-wrong',
  'there was one all the time',
  transactionOffline,
  event(online().at(5), 1, 5, 'Updated', { offline: true }),
  {
    requirement: 'E04.FR.03',
  },
);
passes('transaction-offline-wrong', 'there was none for a while', transactionOffline, event(lost(), 1, 50, 'Updated', { offline: true }));
passes(
  'transaction-offline-wrong',
  'the transaction started before',
  transactionOffline,
  event(open(), 4, 0, 'Updated', { offline: true }),
);
passes(
  'transaction-offline-wrong',
  'the start happened offline, too',
  transactionOffline,
  event(event(open(), 0, 0, 'Started', { offline: true }), 1, 1, 'Updated', { offline: true }),
);
passes(
  'transaction-offline-wrong',
  'a request was not answered, as if there were no connection',
  transactionOffline,
  event(online().station(call('h', 'Heartbeat')).at(60), 1, 60, 'Updated', { offline: true }),
);
