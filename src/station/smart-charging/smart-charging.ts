import type { ChargingScheduleType, SetChargingProfileRequest } from '../../ocpp/generated/messages.ts';
import { SECOND, type Timer } from '../../time/clock.ts';
import type { Core } from '../core.ts';
import type { Evse } from '../evses.ts';
import { limitEnergy } from '../transactions/invalid-token.ts';
import type { Session } from '../transactions/session.ts';
import { nextLook } from './composite.ts';
import { ExternalLimit } from './external-limit.ts';
import { HighLevelCommunication } from './high-level.ts';
import { evseLimit, gridLimit } from './limits.ts';
import type { InstalledProfile } from './profiles.ts';
import { share } from './share.ts';

/** Milliseconds. A timer may fire a trifle before its time, after which there is as little left to wait. */
const MOMENT = 1;

/** The charging profiles of the station, and what they make of charging: use cases K01 to K17. */
export class SmartCharging {
  readonly #core: Core;
  readonly #timers = new Map<number, Timer>();
  /** What should be gone. */
  #left: InstalledProfile[] = [];
  readonly external: ExternalLimit;
  readonly highLevel: HighLevelCommunication;

  constructor(core: Core) {
    this.#core = core;
    this.external = new ExternalLimit(core);
    this.highLevel = new HighLevelCommunication(core);
    const refresh = () => this.refresh();
    for (const session of core.transactions.all) session.deliveryChanged = refresh;
  }

  /** With those that the CSMS has not set. */
  get all(): readonly InstalledProfile[] {
    return [...this.profiles, ...(this.#core.faults.has('external-limit-not-reported') ? [] : this.external.profiles)];
  }

  /** What it keeps to. */
  get inForce(): readonly InstalledProfile[] {
    return [...this.profiles, ...this.#left, ...this.external.profiles];
  }

  /** What the CSMS has set. A TxProfile goes with its transaction (K02.FR.05). */
  get profiles(): readonly InstalledProfile[] {
    const { persistent, transactions } = this.#core;
    persistent.chargingProfiles = persistent.chargingProfiles.filter(
      ({ profile: { chargingProfilePurpose, transactionId = '' } }) =>
        chargingProfilePurpose !== 'TxProfile' || transactions.find(transactionId) !== undefined,
    );
    return persistent.chargingProfiles;
  }

  /** Puts it in place of one with the same id (K01.FR.05). */
  install({ evseId, chargingProfile: profile }: SetChargingProfileRequest): void {
    const { faults } = this.#core;
    if (profile.chargingProfilePurpose === 'TxProfile' && faults.has('tx-profile-forgotten')) return;
    const others = this.profiles.filter((installed) => installed.profile.id !== profile.id);
    if (others.length < this.profiles.length && faults.has('profile-not-replaced')) return;
    this.#core.persistent.chargingProfiles = [...others, { evseId, profile }];
    if (profile.chargingProfilePurpose === 'TxDefaultProfile' && faults.has('new-default-ends-transactions')) this.#endTransactions();
    this.refresh();
    for (const evse of this.#core.evses) if (evseId === 0 || evseId === evse.id) this.highLevel.changed(evse);
  }

  /** Uses what came with a remote start as soon as there is a transaction to use it for (F01.FR.10, F02.FR.18). */
  adopt({ evse, authorized, transaction }: Session): void {
    if (!transaction || !authorized?.chargingProfile) return;
    const chargingProfile = { ...authorized.chargingProfile, transactionId: transaction.id };
    delete authorized.chargingProfile;
    if (this.#core.faults.has('remote-profile-forgotten')) return;
    this.install({ evseId: evse.id, chargingProfile });
  }

  remove(profiles: readonly InstalledProfile[]): void {
    const { faults } = this.#core;
    if (faults.has('clears-nothing')) return;
    if (faults.has('cleared-profile-still-limits')) this.#left = [...profiles];
    this.#core.persistent.chargingProfiles = this.profiles.filter((profile) => !profiles.includes(profile));
    if (faults.has('cleared-profile-ends-transactions')) this.#endTransactions();
    this.refresh();
  }

  #endTransactions(): void {
    for (const session of this.#core.transactions.all) this.#core.transactions.reset(session);
  }

  /** The schedule that the CSMS has set for the transaction at an EVSE. */
  txSchedule(evse: Evse): ChargingScheduleType | undefined {
    const id = this.#core.transactions.session(evse).transaction?.id;
    return id === undefined ? undefined : this.profiles.find(({ profile }) => profile.transactionId === id)?.profile.chargingSchedule[0];
  }

  /** What is persistent remains (K01.FR.27); an external system will have to say again what it wants. */
  reboot(): void {
    const { faults, persistent } = this.#core;
    if (faults.has('profiles-lost-on-reboot')) persistent.chargingProfiles = [];
    this.external.forget();
  }

  /** Keeps to the limits, now and when they change next (K01.FR.07, K10.FR.05). */
  refresh(): void {
    const { monitoring, time, transactions } = this.#core;
    const now = time.now();
    const sessions = transactions.all;
    const limits = sessions.map(({ evse }) => evseLimit(this.#core, evse, 'W', now, now).limit);
    // K04.FR.05: only those that charge need a share.
    const shares = share(
      sessions.map(({ delivering }, index) => (delivering ? (limits[index] ?? 0) : 0)),
      gridLimit(this.#core, now),
    );
    for (const [index, session] of sessions.entries())
      session.meter.limit = (session.delivering ? shares[index] : limits[index]) ?? Number.POSITIVE_INFINITY;
    monitoring.check();
    for (const session of sessions) this.#follow(session, now);
  }

  /** Looks again when the limit changes. Nobody notices a limit while no energy flows. */
  #follow(session: Session, now: number): void {
    const { evse } = session;
    this.#timers.get(evse.id)?.cancel();
    if (!session.delivering) return;
    limitEnergy(this.#core, session);
    const wait = Math.max(MOMENT, nextLook(this.#core, evse, now) - now) / SECOND;
    this.#timers.set(
      evse.id,
      this.#core.life.after(wait, () => this.refresh()),
    );
  }
}
