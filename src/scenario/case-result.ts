import type { Party } from '../ocpp/party.ts';
import type { Finding } from '../rules/finding.ts';
import type { Verdict } from './verdict.ts';

/** What came of one official case, or of one row of examples of it. */
export interface CaseResult {
  id: string;
  /** Tells apart the rows of a Scenario Outline. */
  example?: string;
  role: Party;
  useCase: string;
  title: string;
  file: string;
  line: number;
  requirements: string[];
  verdict: Verdict;
  /** Why the verdict is neither pass nor fail, or why a failure may not count. */
  reason?: string;
  findings: Finding[];
  /** Expectations that were looked at. */
  checks: number;
  /** Seconds of wall time and of OCPP time. */
  duration: { wall: number; ocpp: number };
  /** OCPP seconds per second of wall time, or `virtual`. */
  timeScale: number | 'virtual';
  stimuli: { name: string; carrier: string; outcome: string; note?: string }[];
  /** The recorded trace, relative to the results. */
  trace?: string;
}
