import type { IdTokenType, ReservationStatusUpdateRequest, ReserveNowRequest } from '../ocpp/generated/messages.ts';
import { SECOND, type Timer } from '../time/clock.ts';
import type { Core } from './core.ts';
import { evseOf } from './core.ts';
import type { Evse } from './evses.ts';
import { sameToken } from './transactions/id-token.ts';

/** Reservations of EVSEs: use cases H01 to H04. */
export class Reservations {
  readonly #core: Core;
  readonly #timers = new Map<number, Timer>();

  constructor(core: Core) {
    this.#core = core;
  }

  /** The reservation that keeps others from an EVSE; a disabled controller only sets it aside. */
  of(evse: Evse): ReserveNowRequest | undefined {
    if (this.#core.variables.isOff('ReservationCtrlr.Enabled')) return undefined;
    return this.#core.persistent.reservations.find(({ evseId }) => evseId === evse.id);
  }

  has(id: number): boolean {
    return this.#core.persistent.reservations.some((reservation) => reservation.id === id);
  }

  /** Puts it in place of one with the same id (H01.FR.02). */
  add(reservation: ReserveNowRequest): void {
    this.#forget(reservation.id);
    this.#core.persistent.reservations.push(reservation);
    this.#watch(reservation);
    this.#core.availability.refresh();
  }

  cancel(id: number): void {
    this.#forget(id);
    this.#core.availability.refresh();
    this.#core.resets.proceed();
  }

  /** Whether a token may be used at an EVSE as far as reservations go (H03). */
  admits(evse: Evse, idToken: IdTokenType, group: IdTokenType | undefined): boolean {
    const reservation = this.of(evse);
    return !reservation || matches(reservation, idToken, group);
  }

  /** Uses up the reservation that the token is for. @returns its id */
  consume(evse: Evse, idToken: IdTokenType, group: IdTokenType | undefined): number | undefined {
    const reservation = this.of(evse);
    if (!reservation || !matches(reservation, idToken, group)) return undefined;
    this.#forget(reservation.id);
    this.#core.availability.refresh();
    return reservation.id;
  }

  /** Cancels the reservations of EVSEs that can no longer be used (H01.FR.17). */
  refresh(): void {
    for (const { id, evseId } of [...this.#core.persistent.reservations]) {
      if (evseId !== undefined && this.#core.availability.isInoperative(evseOf(this.#core, evseId))) this.#end(id, 'Removed');
    }
  }

  /** Takes up the reservations from before a reboot. */
  reboot(): void {
    const { persistent, faults } = this.#core;
    if (faults.has('reservation-forgotten-after-reset')) persistent.reservations = [];
    for (const reservation of persistent.reservations) this.#watch(reservation);
  }

  #watch({ id, expiryDateTime }: ReserveNowRequest): void {
    const left = (Date.parse(expiryDateTime) - this.#core.time.now()) / SECOND;
    this.#timers.set(
      id,
      this.#core.life.after(Math.max(0, left), () => this.#end(id, 'Expired')),
    );
  }

  #end(reservationId: number, reservationUpdateStatus: ReservationStatusUpdateRequest['reservationUpdateStatus']): void {
    this.#forget(reservationId);
    this.#core.availability.refresh();
    this.#core.activity.start(() => this.#core.messages.call('ReservationStatusUpdate', { reservationId, reservationUpdateStatus }));
    this.#core.resets.proceed();
  }

  #forget(id: number): void {
    this.#timers.get(id)?.cancel();
    this.#timers.delete(id);
    const { persistent } = this.#core;
    persistent.reservations = persistent.reservations.filter((reservation) => reservation.id !== id);
  }
}

const matches = ({ idToken, groupIdToken }: ReserveNowRequest, token: IdTokenType, group: IdTokenType | undefined): boolean =>
  sameToken(idToken, token) || (groupIdToken !== undefined && group !== undefined && sameToken(groupIdToken, group));
