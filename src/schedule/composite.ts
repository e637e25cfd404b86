import type { ChargingProfilePurposeEnumType, ChargingProfileType } from '../ocpp/generated/messages.ts';
import { type Limit, lower, sameLimit } from './limit.ts';
import { timelineOf, type Window } from './profile.ts';
import { combine, type Step, type Timeline } from './timeline.ts';

/**
 * What charging profiles allow over time when they are taken together, as a function of time that has no value where
 * none of them says anything. The profiles are those that have a say at the EVSE: of TxProfiles, those of its transaction.
 * @param alternative which schedule of a TxProfile with several of them: K15.FR.22
 */
export function composite(profiles: readonly ChargingProfileType[], window: Window, alternative = 0): Step<Limit>[] {
  const stackOf = (purpose: ChargingProfilePurposeEnumType) =>
    stack(
      profiles.filter(({ chargingProfilePurpose }) => chargingProfilePurpose === purpose),
      window,
      alternative,
    );
  // A TxProfile takes the place of the default for as long as it has something to say (K02.FR.04, K02.FR.08).
  const transaction = over(stackOf('TxProfile'), stackOf('TxDefaultProfile'));
  return [stackOf('ChargingStationMaxProfile'), stackOf('ChargingStationExternalConstraints')].reduce(lowest, transaction);
}

/** K01.FR.17: whoever is higher in the stack, as far as it has a say. Of two at one level, the one that was set later. */
function stack(profiles: readonly ChargingProfileType[], window: Window, alternative: number): Step<Limit>[] {
  const ordered = profiles.map((profile, index) => ({ profile, index })).sort((a, b) => level(b) - level(a) || b.index - a.index);
  const timelines = ordered.flatMap(({ profile }) => {
    const schedule = profile.chargingSchedule[profile.chargingProfilePurpose === 'TxProfile' ? alternative : 0];
    return schedule ? [timelineOf(profile, schedule, window)] : [];
  });
  return pairwise(timelines) ?? [{ from: window.from, value: undefined }];
}

const level = ({ profile }: { profile: ChargingProfileType }): number => profile.stackLevel;

/** Lays neighbours over each other until one is left: as many steps are looked at for each doubling. */
function pairwise(timelines: readonly Step<Limit>[][]): Step<Limit>[] | undefined {
  if (timelines.length < 2) return timelines[0];
  const half = timelines.length >> 1;
  return over(pairwise(timelines.slice(0, half)) ?? [], pairwise(timelines.slice(half)) ?? []);
}

const over = (upper: Timeline<Limit>, under: Timeline<Limit>): Step<Limit>[] => combine(upper, under, (a, b) => a ?? b, sameLimit);

/** K08.FR.04 */
const lowest = (one: Timeline<Limit>, other: Timeline<Limit>): Step<Limit>[] =>
  combine(one, other, (a, b) => (a && b ? lower(a, b) : (a ?? b)), sameLimit);
