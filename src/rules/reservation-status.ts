import type { FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { PerStation, remember } from './state.ts';
import { callOf, requestIn, responseIn } from './violations.ts';

/** What the trace shows of reservations, by id: there, or how it came to an end and whether the CSMS has heard of that. */
type Reservation = { state: 'made' } | { state: 'ended'; by: string; proof: FrameEntry; heard: boolean };

const MOST_RESERVATIONS = 1000;

/**
 * The station tells the end of a reservation once, and only if nobody knows of it otherwise (H02, H03.FR.09, H04.FR.01).
 * Of a reservation that the trace does not show nothing is said: it may be older.
 */
export const reservationStatus: Rule = (report) => {
  const stations = new PerStation<Map<number, Reservation>>(() => new Map());

  function updated(entry: FrameEntry, id: number, reservations: Map<number, Reservation>): void {
    const known = reservations.get(id);
    if (known?.state === 'ended' && known.heard && !entry.deliberate)
      report(
        finding('reservation-status-repeated', {
          party: 'station',
          expected: 'ReservationStatusUpdate only for a reservation that there is',
          actual: `one for reservation ${id}, which ${known.by}`,
          pointer: '/reservationId',
          entries: [entry, known.proof],
        }),
      );
    remember(reservations, id, { state: 'ended', by: 'is known to have ended', proof: entry, heard: false }, MOST_RESERVATIONS);
  }

  function called(entry: FrameEntry, reservations: Map<number, Reservation>): void {
    const update = requestIn(entry, 'ReservationStatusUpdate');
    if (update) updated(entry, update.reservationId, reservations);
    const event = requestIn(entry, 'TransactionEvent');
    // An event from the time without a connection may be older than what else is known of the id.
    if (event?.reservationId !== undefined && !event.offline && reservations.has(event.reservationId))
      reservations.set(event.reservationId, { state: 'ended', by: 'has been used', proof: entry, heard: true });
  }

  function answered(entry: FrameEntry, call: FrameEntry, reservations: Map<number, Reservation>): void {
    const made = requestIn(call, 'ReserveNow');
    if (made && responseIn(entry, 'ReserveNow')?.status === 'Accepted')
      remember(reservations, made.id, { state: 'made' }, MOST_RESERVATIONS);
    const canceled = requestIn(call, 'CancelReservation')?.reservationId;
    if (canceled !== undefined && responseIn(entry, 'CancelReservation')?.status === 'Accepted')
      remember(reservations, canceled, { state: 'ended', by: 'was canceled', proof: entry, heard: true }, MOST_RESERVATIONS);
    const update = requestIn(call, 'ReservationStatusUpdate');
    const known = update && reservations.get(update.reservationId);
    // Until it is answered, a message may come again.
    if (known?.state === 'ended' && known.proof === call && responseIn(entry, 'ReservationStatusUpdate')) known.heard = true;
  }

  return {
    messages: ['ReserveNow', 'CancelReservation', 'ReservationStatusUpdate', 'TransactionEventRequest'],
    see(entry) {
      if (entry.kind === 'connected' || entry.kind === 'closed') stations.of(entry);
      if (entry.kind !== 'frame') return;
      const call = callOf(entry);
      if (call) answered(entry, call, stations.of(entry));
      else if (entry.from === 'station') called(entry, stations.of(entry));
    },
  };
};
