import { SECOND } from '../../time/clock.ts';
import type { RequestKind } from '../context.ts';
import { usualToken } from './transactions.ts';

const HOUR = 3600 * SECOND;

/** H01 */
export const reserveNow: RequestKind<'ReserveNow'> = {
  compose: (context) => ({
    id: context.nextId(),
    expiryDateTime: new Date(context.clock.now() + HOUR).toISOString(),
    idToken: usualToken(context),
    // Who names no EVSE wants any.
  }),
  learn: ({ status }, { id }, { station }) => {
    station.progress.set(`reservation ${id}`, status);
    if (status === 'Accepted') station.lastIds.reservation = id;
  },
};

/** H02 */
export const cancelReservation: RequestKind<'CancelReservation'> = {
  compose: ({ station }) => ({ reservationId: station.lastIds.reservation ?? 0 }),
  learn: ({ status }, { reservationId }, { station }) => {
    if (status === 'Accepted') station.progress.set(`reservation ${reservationId}`, 'Canceled');
  },
};
