import type { ChargingProfileType, ClearChargingProfileRequest, SetChargingProfileRequest } from '../ocpp/generated/messages.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { PerStation, remember } from './state.ts';
import { callOf, requestIn, responseIn } from './violations.ts';

/** A profile that the station has accepted, and its answer. */
interface Installed extends SetChargingProfileRequest {
  answer: FrameEntry;
}

const MOST_PROFILES = 1000;

/**
 * Two profiles with different ids have no place in common: not the same EVSE, purpose and stack level at the same time
 * (K01.FR.06), nor the same stack level of one transaction (K01.FR.39). Known are the profiles set in this trace.
 */
export const profilePlaces: Rule = (report) => {
  const stations = new PerStation<Map<number, Installed>>(() => new Map());

  function asked(entry: FrameEntry): void {
    const set = requestIn(entry, 'SetChargingProfile');
    if (!set || entry.deliberate) return;
    const taken = [...stations.of(entry).values()].find((installed) => competes(installed, set, entry.at));
    if (!taken) return;
    const { id, chargingProfilePurpose: purpose, stackLevel } = taken.chargingProfile;
    const transaction = purpose === 'TxProfile';
    report(
      finding('profile-place-taken', {
        party: 'csms',
        requirement: transaction ? 'K01.FR.39' : 'K01.FR.06',
        expected: `another stack level than that of profile ${id}, or its id`,
        actual: `a ${purpose} at stack level ${stackLevel} ${transaction ? 'of the same transaction' : `of EVSE ${set.evseId}`}`,
        pointer: '/chargingProfile/stackLevel',
        entries: [entry, taken.answer],
      }),
    );
  }

  function answered(entry: FrameEntry): void {
    const call = callOf(entry);
    const set = call && requestIn(call, 'SetChargingProfile');
    const cleared = call && requestIn(call, 'ClearChargingProfile');
    const profiles = stations.of(entry);
    if (set && responseIn(entry, 'SetChargingProfile')?.status === 'Accepted')
      remember(profiles, set.chargingProfile.id, { ...set, answer: entry }, MOST_PROFILES);
    if (!cleared || responseIn(entry, 'ClearChargingProfile')?.status !== 'Accepted') return;
    for (const [id, installed] of profiles) if (isMeant(installed, cleared)) profiles.delete(id);
  }

  return {
    messages: ['SetChargingProfile', 'ClearChargingProfile'],
    see(entry) {
      if (entry.kind === 'connected' || entry.kind === 'closed') stations.of(entry);
      if (entry.kind !== 'frame') return;
      if (entry.decoded.frame?.type === 'CALL') asked(entry);
      else answered(entry);
    },
  };
};

function competes({ evseId, chargingProfile: one }: Installed, set: SetChargingProfileRequest, now: number): boolean {
  const other = set.chargingProfile;
  const same = one.chargingProfilePurpose === other.chargingProfilePurpose && one.stackLevel === other.stackLevel;
  if (one.id === other.id || !same || until(one) <= now) return false;
  if (one.chargingProfilePurpose === 'TxProfile') return one.transactionId === other.transactionId;
  return evseId === set.evseId && from(one) < until(other) && from(other) < until(one);
}

const from = ({ validFrom }: ChargingProfileType): number => (validFrom ? Date.parse(validFrom) : Number.NEGATIVE_INFINITY);
const until = ({ validTo }: ChargingProfileType): number => (validTo ? Date.parse(validTo) : Number.POSITIVE_INFINITY);

/** K10.FR.03, K10.FR.04 */
function isMeant({ evseId, chargingProfile }: Installed, cleared: ClearChargingProfileRequest): boolean {
  if (cleared.chargingProfileId !== undefined) return cleared.chargingProfileId === chargingProfile.id;
  const { evseId: evse = evseId, chargingProfilePurpose: purpose, stackLevel } = cleared.chargingProfileCriteria ?? {};
  return (
    evse === evseId &&
    (purpose ?? chargingProfile.chargingProfilePurpose) === chargingProfile.chargingProfilePurpose &&
    (stackLevel ?? chargingProfile.stackLevel) === chargingProfile.stackLevel
  );
}
