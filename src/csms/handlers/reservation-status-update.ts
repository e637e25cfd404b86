import type { Handler } from '../context.ts';

export const reservationStatusUpdate: Handler<'ReservationStatusUpdate'> = ({ reservationId, reservationUpdateStatus }, { station }) => {
  station.progress.set(`reservation ${reservationId}`, reservationUpdateStatus);
  return { payload: {} };
};
