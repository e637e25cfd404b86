import { type Feature, knownFeatures } from '../features.ts';
import type { Known } from './clue.ts';
import { CSMS_CLUES } from './csms-clues.ts';
import type { Observation } from './observation.ts';
import { STATION_CLUES } from './station-clues.ts';

/** A feature, and what can be said of it. */
export interface Proposal extends Feature {
  /** Absent for what did not show. */
  known?: Known;
}

const CLUES = { station: STATION_CLUES, csms: CSMS_CLUES };

/** What every feature of that role seems to be. */
export function propose(seen: Observation): Proposal[] {
  const clues = CLUES[seen.role];
  const told = knownFeatures(seen.role).map((feature): Proposal => {
    const known = clues[feature.id]?.tell(seen);
    return { ...feature, ...(known ? { known } : {}) };
  });
  return told.map((proposal) => (proposal.known ? proposal : { ...proposal, ...fromOptions(proposal.id, told) }));
}

/** A feature that has options, such as C-09 with C-09.1, is there if one of them is. */
function fromOptions(id: string, told: readonly Proposal[]): { known?: Known } {
  const option = told.find((one) => one.id.startsWith(`${id}.`) && one.known?.has);
  return option ? { known: { has: true, because: `${option.id} is there` } } : {};
}

/** The variables by which features show, once each: what is worth to be asked for. */
export const tellingVariables = (): string[] => [...new Set(Object.values(STATION_CLUES).flatMap(({ variables }) => variables))];
