import type { Handler } from '../dispatch.ts';

/** Use case H02. */
export const cancelReservation: Handler<'CancelReservation'> = ({ reservations }, { reservationId }) => ({
  payload: { status: reservations.has(reservationId) ? 'Accepted' : 'Rejected' },
  afterwards: ({ status }) => {
    if (status === 'Accepted') reservations.cancel(reservationId);
  },
});
