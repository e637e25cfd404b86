import { readFileSync } from 'node:fs';
import type { Party } from '../ocpp/party.ts';
import { packageFile } from '../package-file.ts';

/** A certification profile, and the components that a station has to have for it. */
export interface Profile {
  name: string;
  components: string[];
}

export interface Feature {
  /** As conditions and configurations write it; the same id may mean something else for the other role. */
  id: string;
  role: Party;
  /** The certification profile whose cases it decides about. */
  profile: string;
  /**
   * `optional` for the 129 optional features of Part 5; `profile` for a profile taken as a feature; `hardware`,
   * `product` and `question` for what the conditions ask besides; `unlisted` for features that only they name.
   */
  kind: 'optional' | 'profile' | 'hardware' | 'product' | 'question' | 'unlisted';
  title: string;
}

let content: { profiles: Profile[]; features: Feature[] } | undefined;

const read = () => {
  content ??= JSON.parse(readFileSync(packageFile('schemas/features.json'), 'utf8')) as { profiles: Profile[]; features: Feature[] };
  return content;
};

/** The eight certification profiles of OCPP 2.0.1. */
export const knownProfiles = (): readonly Profile[] => read().profiles;

/** Every feature that a system of one of these roles can be declared to have. */
export const knownFeatures = (...roles: Party[]): readonly Feature[] => read().features.filter(({ role }) => roles.includes(role));
