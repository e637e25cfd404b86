import type { Payload } from '../../src/ocpp/frame.ts';
import { reservationStatus } from '../../src/rules/reservation-status.ts';
import { call, open, passes, type Script, time, trips } from './kit.ts';

let ids = 0;
const reserve = (script: Script, id = 1, status = 'Accepted'): Script =>
  script.exchange(
    'csms',
    `r${ids++}`,
    'ReserveNow',
    { id, expiryDateTime: time(60), idToken: { idToken: 'A1', type: 'ISO14443' } },
    { status },
  );
const cancel = (script: Script, reservationId = 1, status = 'Accepted'): Script =>
  script.exchange('csms', `c${ids++}`, 'CancelReservation', { reservationId }, { status });
const ended: Payload = { reservationId: 1, reservationUpdateStatus: 'Expired' };
const update = (script: Script): Script => script.exchange('station', `u${ids++}`, 'ReservationStatusUpdate', ended);
const use = (script: Script, more: Payload = {}): Script =>
  script.exchange('station', `t${ids++}`, 'TransactionEvent', {
    eventType: 'Started',
    timestamp: time(0),
    triggerReason: 'Authorized',
    seqNo: 0,
    transactionInfo: { transactionId: 'T1' },
    reservationId: 1,
    ...more,
  });

trips('reservation-status-repeated', 'told twice', reservationStatus, update(update(reserve(open()))), {
  party: 'station',
  requirement: 'H04.FR.01',
});
trips('reservation-status-repeated', 'canceled by the CSMS', reservationStatus, update(cancel(reserve(open()))));
trips('reservation-status-repeated', 'used', reservationStatus, update(use(reserve(open()))));
trips('reservation-status-repeated', 'told twice of one from before the trace', reservationStatus, update(update(open())));
passes('reservation-status-repeated', 'told once', reservationStatus, update(reserve(open())));
passes('reservation-status-repeated', 'one from before the trace', reservationStatus, update(open()));
passes(
  'reservation-status-repeated',
  'one that was made anew with the same id',
  reservationStatus,
  update(reserve(update(reserve(open())))),
);
passes(
  'reservation-status-repeated',
  'told again because nobody answered',
  reservationStatus,
  update(reserve(open()).station(call('lost', 'ReservationStatusUpdate', ended))),
);
passes('reservation-status-repeated', 'not canceled', reservationStatus, update(cancel(reserve(open()), 1, 'Rejected')));
passes(
  'reservation-status-repeated',
  'used while there was no connection',
  reservationStatus,
  update(use(reserve(open()), { offline: true })),
);
passes(
  'reservation-status-repeated',
  'turned down although it is there from before',
  reservationStatus,
  update(reserve(open(), 1, 'Rejected')),
);
