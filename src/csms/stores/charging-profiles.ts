import type { ChargingProfileType, SetChargingProfileRequest } from '../../ocpp/generated/messages.ts';
import { BoundedMap } from './bounded-map.ts';

const MANY = 1000;

type Place = Pick<ChargingProfileType, 'chargingProfilePurpose' | 'stackLevel' | 'transactionId'> & { evseId: number };

/** The charging profiles that a station has accepted, each by the place that only one of them can have (K01.FR.06, K01.FR.39). */
export class ChargingProfiles {
  readonly #profiles = new BoundedMap<string, ChargingProfileType>(MANY);

  set({ evseId, chargingProfile }: SetChargingProfileRequest): void {
    this.#profiles.set(keyOf({ evseId, ...chargingProfile }), chargingProfile);
  }

  at(place: Place): ChargingProfileType | undefined {
    return this.#profiles.get(keyOf(place));
  }

  /** What was set last for a transaction. */
  ofTransaction(transactionId: string): ChargingProfileType | undefined {
    return [...this.#profiles.values()].findLast((profile) => profile.transactionId === transactionId);
  }
}

const keyOf = ({ evseId, chargingProfilePurpose, stackLevel, transactionId }: Place): string =>
  [chargingProfilePurpose, stackLevel, transactionId ?? evseId].join(' ');
