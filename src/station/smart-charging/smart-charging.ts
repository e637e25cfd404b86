import type { ChargingScheduleType, SetChargingProfileRequest } from '../../ocpp/generated/messages.ts';
import { SECOND, type Timer } from '../../time/clock.ts';
import type { Core } from '../core.ts';
import type { Evse } from '../evses.ts';
import { limitEnergy } from '../transactions/invalid-token.ts';
import type { Session } from '../transactions/session.ts';
import { nextLook } from './composite.ts';
import { evseLimit } from './limits.ts';
import type { InstalledProfile } from './profiles.ts';

/** Milliseconds. A timer may fire a trifle before its time, after which there is as little left to wait. */
const MOMENT = 1;

/** The charging profiles of the station, and what they make of charging: use cases K01 to K10. */
export class SmartCharging {
  readonly #core: Core;
  readonly #timers = new Map<number, Timer>();

  constructor(core: Core) {
    this.#core = core;
    for (const { evse } of core.transactions.all) core.transactions.session(evse).deliveryChanged = () => this.#apply(evse);
  }

  /** A TxProfile goes with its transaction (K02.FR.05). */
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
    const others = this.profiles.filter((installed) => installed.profile.id !== profile.id);
    this.#core.persistent.chargingProfiles = [...others, { evseId, profile }];
    this.refresh();
  }

  /** Uses what came with a remote start as soon as there is a transaction to use it for (F01.FR.10, F02.FR.18). */
  adopt({ evse, authorized, transaction }: Session): void {
    if (!transaction || !authorized?.chargingProfile) return;
    const chargingProfile = { ...authorized.chargingProfile, transactionId: transaction.id };
    delete authorized.chargingProfile;
    this.install({ evseId: evse.id, chargingProfile });
  }

  remove(profiles: readonly InstalledProfile[]): void {
    this.#core.persistent.chargingProfiles = this.profiles.filter((profile) => !profiles.includes(profile));
    this.refresh();
  }

  /** The schedule that the CSMS has set for the transaction at an EVSE. */
  txSchedule(evse: Evse): ChargingScheduleType | undefined {
    const id = this.#core.transactions.session(evse).transaction?.id;
    return id === undefined ? undefined : this.profiles.find(({ profile }) => profile.transactionId === id)?.profile.chargingSchedule[0];
  }

  /** Keeps to the limits, now and when they change next (K01.FR.07, K10.FR.05). */
  refresh(): void {
    for (const evse of this.#core.evses) this.#apply(evse);
  }

  #apply(evse: Evse): void {
    const { time, life, transactions, monitoring } = this.#core;
    this.#timers.get(evse.id)?.cancel();
    const now = time.now();
    const session = transactions.session(evse);
    session.meter.limit = evseLimit(this.#core, evse, 'W', now, now).limit;
    monitoring.check();
    // Nobody notices a limit while no energy flows.
    if (!session.delivering) return;
    limitEnergy(this.#core, session);
    const wait = Math.max(MOMENT, nextLook(this.#core, evse, now) - now) / SECOND;
    this.#timers.set(
      evse.id,
      life.after(wait, () => this.#apply(evse)),
    );
  }
}
