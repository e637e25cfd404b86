import type { Certification, KnownCase } from '../ocpp/case-catalogue.ts';
import type { Party } from '../ocpp/party.ts';
import { applicabilityOf, expressionOf, type Standing } from './applicability.ts';
import type { Features } from './expression.ts';

/** What is going to become of a case, and why. */
export interface PlannedCase {
  id: string;
  role: Party;
  title: string;
  standing: Standing;
  /** The entries of certification profiles that decided. */
  because: Certification[];
  /** Their conditions; null where there is none. */
  expression: string | null;
  /** Features that are not declared, and that would decide. */
  open: string[];
  /** Where its scenario is; null if it has none yet. */
  scenario: string | null;
}

/** A case that is asked for, with its scenario if there is one. */
export interface Candidate {
  known: KnownCase;
  scenario?: { title: string; file: string; line: number };
}

/** @param profiles the profiles that count; all unless given */
export function planned({ known, scenario }: Candidate, features: Features, profiles: readonly string[] = []): PlannedCase {
  const { standing, because, open } = applicabilityOf(known, features, profiles);
  return {
    id: known.id,
    role: known.role,
    title: scenario?.title ?? '',
    standing,
    because,
    expression: expressionOf(because) ?? null,
    open,
    scenario: scenario ? `${scenario.file}:${scenario.line}` : null,
  };
}

/** Whether `ocppspec run` plays it. */
export const isPlayed = ({ standing, scenario }: PlannedCase): boolean => scenario !== null && standing !== 'not applicable';
