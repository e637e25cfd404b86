import type { Certification, KnownCase } from '../ocpp/case-catalogue.ts';
import { type Features, featuresIn, holds, parseFeatures, undecidedIn } from './expression.ts';

/**
 * How a case stands to a system. `conditional` cases meet their condition, `undecided` ones may or may not; cases that
 * are `in no profile` belong to no certification profile. All but those that are `not applicable` are run.
 */
export type Standing = 'mandatory' | 'conditional' | 'undecided' | 'not applicable' | 'in no profile';

export interface Applicability {
  standing: Standing;
  /** The entries of certification profiles because of which it stands like that. */
  because: Certification[];
  /** The features that would decide an undecided case, were they declared. */
  open: string[];
}

/**
 * What certification profiles make of a case for a system with these features.
 * @param profiles the profiles that count; all unless given
 */
export function applicabilityOf({ certification }: KnownCase, features: Features, profiles: readonly string[] = []): Applicability {
  const entries = certification.filter(({ profile }) => profiles.length === 0 || profiles.includes(profile));
  if (entries.length === 0) return { standing: 'in no profile', because: [], open: [] };
  const mandatory = entries.filter(({ level }) => level === 'M');
  // What is mandatory in one profile is so whatever another says of features.
  if (mandatory.length > 0) return { standing: 'mandatory', because: mandatory, open: [] };
  const met = entries.filter((entry) => verdictOf(entry, features) === true);
  if (met.length > 0) return { standing: 'conditional', because: met, open: [] };
  const undecided = entries.filter((entry) => verdictOf(entry, features) === undefined);
  if (undecided.length === 0) return { standing: 'not applicable', because: entries, open: [] };
  const open = undecided.flatMap(({ when }) => (when === undefined ? [] : undecidedIn(parseFeatures(when), features)));
  return { standing: 'undecided', because: undecided, open: [...new Set(open)] };
}

/** Nothing decides about a condition that Part 5 does not state. */
const verdictOf = ({ when }: Certification, features: Features): boolean | undefined =>
  when === undefined ? undefined : holds(parseFeatures(when), features);

/** The expressions of these entries, each once. */
export const expressionOf = (because: readonly Certification[]): string | undefined =>
  [...new Set(because.flatMap(({ level, when }) => (level === 'M' ? [] : (when ?? []))))].join(' / ') || undefined;

/** The expression because of which a case does not apply to a system with these features; undefined if it may apply. */
export function ruledOutBy(known: KnownCase, features: Features, profiles: readonly string[] = []): string | undefined {
  const { standing, because } = applicabilityOf(known, features, profiles);
  return standing === 'not applicable' ? expressionOf(because) : undefined;
}

/** What has to be known before a case can be held against a system; undefined if its features decide that. */
export function leftOpenBy(known: KnownCase, features: Features, profiles: readonly string[] = []): string | undefined {
  const { standing, because, open } = applicabilityOf(known, features, profiles);
  if (standing !== 'undecided' || open.length === 0) return undefined;
  return `the case may not apply: it is for ${expressionOf(because)}, and the configuration says nothing of ${open.join(', ')}`;
}

/**
 * The features of a system that can be what it has to be for a case: like `usual`, but with as few differences as
 * the case needs to apply.
 */
export function featuresFor(known: KnownCase, usual: Features): Features {
  const { standing, because } = applicabilityOf(known, usual);
  const [{ when } = {}] = because;
  if (standing !== 'not applicable' || when === undefined) return usual;
  const parsed = parseFeatures(when);
  for (const flipped of featuresIn(parsed)) {
    const features: Features = (name) => (name === flipped ? !usual(name) : usual(name));
    if (holds(parsed, features)) return features;
  }
  return usual;
}
