import { readFileSync } from 'node:fs';
import { packageFile } from '../package-file.ts';
import type { Party } from './party.ts';

export interface Certification {
  profile: string;
  /** Mandatory or conditional. */
  level: 'M' | 'C';
  /** The declared features under which a conditional case applies. */
  when?: string;
}

/** What is known of an official test case. */
export interface OfficialCase {
  id: string;
  role: Party;
  useCases: string[];
  requirements: string[];
  certification: Certification[];
}

let loaded: Map<string, OfficialCase> | undefined;

/** All 675 official test cases of OCPP 2.0.1, by id. */
export function officialCases(): ReadonlyMap<string, OfficialCase> {
  loaded ??= new Map(
    (JSON.parse(readFileSync(packageFile('schemas/cases.json'), 'utf8')) as OfficialCase[]).map((entry) => [entry.id, entry]),
  );
  return loaded;
}

/** The functional block of a case: `B` of TC_B_01_CS. */
export const blockOf = (caseId: string): string => caseId.charAt(3);
