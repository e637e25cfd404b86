import type { Party } from '../ocpp/party.ts';
import { CATALOGUE, type Code } from './catalogue.ts';

/** `violation` breaks a SHALL; `warning` misses a SHOULD, or is legal but known to trip strict peers. */
export type Severity = 'violation' | 'warning';

/** One thing that is wrong, with what proves it. */
export interface Finding {
  code: Code;
  /** The requirement that is not met: `B06.FR.04`, or a section: `Part 4, 4.1.4`. */
  requirement: string;
  severity: Severity;
  /** Who did it. */
  party: Party;
  expected: string;
  actual: string;
  /** JSON pointer into the payload of the first entry. */
  pointer?: string;
  /** The driver dictated what is wrong, so that it is not held against the system under test. */
  attributable?: false;
  /** It would be a warning if the run were not strict. */
  promoted?: true;
  /** Positions in the trace of the entries that prove it, the decisive one first. */
  entries: number[];
}

export interface Evidence {
  party: Party;
  expected: string;
  actual: string;
  entries: readonly { seq: number }[];
  pointer?: string;
  /** Where the code alone does not decide it. */
  requirement?: string;
  severity?: Severity;
}

/** The one place where findings are made. */
export function finding(code: Code, { party, expected, actual, entries, pointer, requirement, severity }: Evidence): Finding {
  const { requirement: usual, severity: normally } = CATALOGUE[code];
  return {
    code,
    requirement: requirement ?? usual,
    severity: severity ?? normally,
    party,
    expected,
    actual: actual.length > MAX_TEXT ? `${actual.slice(0, MAX_TEXT)} ... (${actual.length} characters)` : actual,
    ...(pointer === undefined ? {} : { pointer }),
    entries: entries.map(({ seq }) => seq),
  };
}

/** Peers may send megabytes; a finding quotes only the beginning. */
const MAX_TEXT = 400;
