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

/** What is known of a case before it is run. */
export interface KnownCase {
  id: string;
  role: Party;
  useCases: string[];
  requirements: string[];
  certification: Certification[];
}

let official: Map<string, KnownCase> | undefined;
let known: Map<string, KnownCase> | undefined;

const read = (file: string): [string, KnownCase][] =>
  (JSON.parse(readFileSync(packageFile(file), 'utf8')) as KnownCase[]).map((entry) => [entry.id, entry]);

/** All 675 official test cases of OCPP 2.0.1, by id. */
export function officialCases(): ReadonlyMap<string, KnownCase> {
  official ??= new Map(read('schemas/cases.json'));
  return official;
}

/** The official cases, and those that ocppspec adds where no official one looks; the ids of the latter begin with `OS_`. */
export function knownCases(): ReadonlyMap<string, KnownCase> {
  known ??= new Map([...officialCases(), ...read('schemas/own-cases.json')]);
  return known;
}

/** The functional block of a case: `B` of TC_B_01_CS. */
export const blockOf = (caseId: string): string => caseId.charAt(3);
