import type { Party } from '../ocpp/party.ts';
import type { CaseResult } from '../scenario/case-result.ts';
import type { CasePlan } from '../scenario/run-context.ts';
import type { Verdict } from '../scenario/verdict.ts';
import type { Entry } from '../trace/entry.ts';

export type Counts = Record<Verdict, number>;

/** A whole run, as results.json holds it. */
export interface RunReport {
  format: 1;
  tool: { name: 'ocppspec'; version: string };
  ocpp: '2.0.1';
  started: string;
  finished: string;
  /** The run ended before all cases that were asked for had been run. */
  interrupted: boolean;
  /** Warnings counted as violations. */
  strict: boolean;
  summary: Partial<Record<Party, Counts>>;
  cases: CaseResult[];
}

/** Listens to a run. Every listener hears the same events in the same order. */
export interface RunListener {
  started?(plan: CasePlan): void;
  /** `entries` is the trace of the case; empty where nothing was run. */
  finished?(result: CaseResult, entries: readonly Entry[]): void;
  ended?(report: RunReport): void | Promise<void>;
}

const WORST_FIRST: readonly Verdict[] = ['error', 'fail', 'inconclusive', 'pass', 'not applicable'];

/** The verdict of a case that several scenarios or rows of examples stand for: the worst of theirs. */
export const worst = (verdicts: readonly Verdict[]): Verdict =>
  WORST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? 'not applicable';

/** Results by case id, in the order in which the cases were first run. */
export function byCase(cases: readonly CaseResult[]): Map<string, CaseResult[]> {
  const all = new Map<string, CaseResult[]>();
  for (const result of cases) all.set(result.id, [...(all.get(result.id) ?? []), result]);
  return all;
}

/** How many cases of each role have which verdict. */
export function summarize(cases: readonly CaseResult[]): RunReport['summary'] {
  const summary: RunReport['summary'] = {};
  for (const results of byCase(cases).values()) {
    const role = (results[0] as CaseResult).role;
    summary[role] ??= { pass: 0, fail: 0, inconclusive: 0, 'not applicable': 0, error: 0 };
    summary[role][worst(results.map(({ verdict }) => verdict))]++;
  }
  return summary;
}

/** The name of a case as reports show it: its id, and which row of examples. */
export const caseName = ({ id, example }: Pick<CaseResult, 'id' | 'example'>): string =>
  example === undefined ? id : `${id} (${example})`;

export const roleName = (role: Party): string => (role === 'station' ? 'Charging Station' : 'CSMS');

/** `48 cases: 46 pass, 2 fail`; verdicts that nothing has are left out, pass and fail excepted. */
export function countsText(counts: Counts): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const parts = Object.entries(counts).filter(([verdict, count]) => count > 0 || verdict === 'pass' || verdict === 'fail');
  return `${total} ${total === 1 ? 'case' : 'cases'}: ${parts.map(([verdict, count]) => `${count} ${verdict}`).join(', ')}`;
}
