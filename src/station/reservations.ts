import type { IdTokenType, ReservationStatusUpdateRequest, ReserveNowRequest } from '../ocpp/generated/messages.ts';
import { SECOND, type Timer } from '../time/clock.ts';
import type { Core } from './core.ts';
import type { Evse } from './evses.ts';
import { canHonour, fits, isNeeded } from './reservation-pool.ts';
import { sameToken } from './transactions/id-token.ts';

/** Reservations of an EVSE, of a connector type, or of any EVSE: use cases H01 to H04. */
export class Reservations {
  readonly #core: Core;
  readonly #timers = new Map<number, Timer>();

  constructor(core: Core) {
    this.#core = core;
  }

  /** A reservation that keeps others from an EVSE; a disabled controller only sets it aside. */
  of(evse: Evse): ReserveNowRequest | undefined {
    const specific = this.#all.find(({ evseId }) => evseId === evse.id);
    if (specific || this.#core.faults.has('unspecified-reservation-keeps-nothing')) return specific;
    const pool = this.#pool;
    if (pool.length === 0) return undefined;
    return isNeeded(evse, pool, this.#free) ? pool.find((reservation) => fits(reservation, evse)) : undefined;
  }

  has(id: number): boolean {
    return this.#core.persistent.reservations.some((reservation) => reservation.id === id);
  }

  /** Whether there is room for one more that names no EVSE, besides those that there are. */
  canAdd(reservation: ReserveNowRequest): boolean {
    return canHonour([...this.#pool, reservation], this.#free);
  }

  /** Puts it in place of one with the same id (H01.FR.02). */
  add(reservation: ReserveNowRequest): void {
    this.#forget(reservation.id);
    this.#core.persistent.reservations.push(reservation);
    this.#watch(reservation);
    this.#core.availability.refresh();
  }

  cancel(id: number): void {
    if (this.#core.faults.has('canceled-reservation-kept')) return;
    this.#forget(id);
    this.#core.availability.refresh();
    this.#core.resets.proceed();
  }

  /** Judges something as if there were no reservation with that id. */
  without<T>(id: number, judge: () => T): T {
    const { persistent } = this.#core;
    const { reservations } = persistent;
    persistent.reservations = reservations.filter((reservation) => reservation.id !== id);
    try {
      return judge();
    } finally {
      persistent.reservations = reservations;
    }
  }

  /** Whether a token may be used at an EVSE as far as reservations go (H03). */
  admits(evse: Evse, idToken: IdTokenType, group: IdTokenType | undefined): boolean {
    const { faults } = this.#core;
    if (!this.of(evse) || faults.has('reservation-admits-anyone')) return true;
    return this.#usable(evse, idToken, group) !== undefined;
  }

  /** Uses up the reservation that the token is for (H03.FR.09). @returns its id */
  consume(evse: Evse, idToken: IdTokenType, group: IdTokenType | undefined): number | undefined {
    const reservation = this.#usable(evse, idToken, group);
    if (!reservation) return undefined;
    if (!this.#core.faults.has('used-reservation-kept')) this.#forget(reservation.id);
    return this.#core.faults.has('reservation-id-not-sent') ? undefined : reservation.id;
  }

  /** Cancels the reservations for which there is no EVSE any more (H01.FR.16, H01.FR.17). */
  refresh(): void {
    const { availability, evses, persistent, faults } = this.#core;
    if (faults.has('reservation-outlives-availability')) return;
    const operative = evses.filter(
      (evse) => !availability.isInoperative(evse) || (evse.faulted && faults.has('reservation-outlives-fault')),
    );
    const kept: ReserveNowRequest[] = [];
    for (const reservation of [...persistent.reservations]) {
      if (canHonour([...kept, reservation], operative)) kept.push(reservation);
      else this.#end(reservation.id, 'Removed');
    }
  }

  /** Takes up the reservations from before a reboot. */
  reboot(): void {
    const { persistent, faults } = this.#core;
    if (faults.has('reservation-forgotten-after-reset')) persistent.reservations = [];
    for (const reservation of persistent.reservations) this.#watch(reservation);
  }

  get #all(): ReserveNowRequest[] {
    return this.#core.variables.isOff('ReservationCtrlr.Enabled') ? [] : this.#core.persistent.reservations;
  }

  /** Those that name no EVSE. */
  get #pool(): ReserveNowRequest[] {
    return this.#all.filter(({ evseId }) => evseId === undefined);
  }

  /** The EVSEs that are there for them. Where nobody is authorized, a cable alone takes nothing away. */
  get #free(): Evse[] {
    const { availability, transactions, evses } = this.#core;
    return evses.filter((evse) => {
      const { authorized, transaction } = transactions.session(evse);
      const taken = authorized ?? transaction?.idToken ?? this.#all.find(({ evseId }) => evseId === evse.id);
      return !taken && !availability.isInoperative(evse);
    });
  }

  /** The reservation that a token may use at an EVSE; one for that EVSE comes first. */
  #usable(evse: Evse, idToken: IdTokenType, group: IdTokenType | undefined): ReserveNowRequest | undefined {
    const groupCounts = !this.#core.faults.has('reservation-ignores-group');
    const candidates = this.#all.filter(
      (reservation) => fits(reservation, evse) && matches(reservation, idToken, groupCounts ? group : undefined),
    );
    return candidates.find(({ evseId }) => evseId !== undefined) ?? candidates[0];
  }

  #watch({ id, expiryDateTime }: ReserveNowRequest): void {
    if (this.#core.faults.has('reservation-never-expires')) return;
    const left = (Date.parse(expiryDateTime) - this.#core.time.now()) / SECOND;
    const early = this.#core.faults.has('reservation-expires-early') ? left / 2 : 0;
    this.#timers.set(
      id,
      this.#core.life.after(Math.max(0, left - early), () => this.#end(id, 'Expired')),
    );
  }

  #end(reservationId: number, reservationUpdateStatus: ReservationStatusUpdateRequest['reservationUpdateStatus']): void {
    const { faults, activity, messages } = this.#core;
    this.#forget(reservationId);
    this.#core.availability.refresh();
    const request = { reservationId, reservationUpdateStatus };
    const times = faults.has('reservation-end-not-told') ? 0 : faults.has('reservation-end-told-twice') ? 2 : 1;
    for (let time = 0; time < times; time++) activity.start(() => messages.call('ReservationStatusUpdate', request));
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
