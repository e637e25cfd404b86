import type { Party } from '../ocpp/party.ts';
import type { CaseResult } from '../scenario/case-result.ts';
import type { CasePlan } from '../scenario/run-context.ts';
import type { Verdict } from '../scenario/verdict.ts';
import type { Entry } from '../trace/entry.ts';

export type Counts = Record<Verdict, number>;

/** What a run was asked to do: results can be put together or gone on with only if this fits. */
export interface Asked {
  /** What is tested; `address` is the URL of a CSMS, or where a station is to connect. */
  target: { kind: 'built-in' | 'external'; sut: Party | 'both'; address?: string };
  /** The values of every filter that was given. */
  filters: Record<string, readonly string[]>;
  /** Which part of the cases, if not all that the filters leave. */
  shard?: Shard;
  /** Digest of the configuration. */
  configuration: string;
}

/** The part with this number, from 1, of so many. */
export interface Shard {
  index: number;
  of: number;
}

/** What is known of a run when it begins, as run.json holds it. */
export interface RunHeader {
  format: 1;
  tool: { name: 'ocppspec'; version: string };
  ocpp: '2.0.1';
  started: string;
  /** Warnings count as violations. */
  strict: boolean;
  asked?: Asked;
}

/** A whole run, as results.json holds it. */
export interface RunReport extends RunHeader {
  finished: string;
  /** The run ended before all cases that were asked for had been run. */
  interrupted: boolean;
  summary: Partial<Record<Party, Counts>>;
  /** How many cases have warnings, which no verdict rests on. */
  warnings: Partial<Record<Party, number>>;
  cases: CaseResult[];
}

/** Listens to a run. Every listener hears the same events in the same order. */
export interface RunListener {
  started?(plan: CasePlan): void;
  /** `entries` is the trace of the case; empty where nothing was run. */
  finished?(result: CaseResult, entries: readonly Entry[]): void;
  ended?(report: RunReport): void | Promise<void>;
}

const WORST_FIRST: readonly Verdict[] = ['fail', 'error', 'inconclusive', 'pass', 'not applicable'];

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

/** How many cases of each role have warnings; nothing about a role of which no case was run. */
export function countWarnings(cases: readonly CaseResult[]): RunReport['warnings'] {
  const warnings: RunReport['warnings'] = {};
  for (const results of byCase(cases).values()) {
    const role = (results[0] as CaseResult).role;
    warnings[role] = (warnings[role] ?? 0) + (results.some(hasWarning) ? 1 : 0);
  }
  return warnings;
}

const hasWarning = ({ findings }: CaseResult): boolean => findings.some(({ severity }) => severity === 'warning');

/** The name of a case as reports show it: its id, and which row of examples. */
export const caseName = ({ id, example }: Pick<CaseResult, 'id' | 'example'>): string =>
  example === undefined ? id : `${id} (${example})`;

/** Tells a result from those of all other scenarios and examples, as long as the features do not change. */
export const resultKey = (result: Pick<CaseResult, 'id' | 'example' | 'file' | 'line'>): string =>
  `${caseName(result)} ${result.file}:${result.line}`;

/** Results in the order in which one run of them all would have brought them. */
export const inRunOrder = (cases: readonly CaseResult[]): CaseResult[] =>
  cases.toSorted((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || compare(a.file, b.file) || a.line - b.line);

const ROLES: readonly Party[] = ['station', 'csms'];
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const roleName = (role: Party): string => (role === 'station' ? 'Charging Station' : 'CSMS');

/** One text for each role that was tested: how many cases have which verdict, and how many have warnings. */
export const countsByRole = ({ summary, warnings }: Pick<RunReport, 'summary' | 'warnings'>): { role: string; counts: string }[] =>
  ROLES.flatMap((role) => {
    const counts = summary[role];
    return counts
      ? [{ role: roleName(role), counts: `${countsText(counts)}${warnings[role] ? `; ${warnings[role]} with warnings` : ''}` }]
      : [];
  });

/** `48 cases: 46 pass, 2 fail`; verdicts that nothing has are left out, pass and fail excepted. */
export function countsText(counts: Counts): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const parts = Object.entries(counts).filter(([verdict, count]) => count > 0 || verdict === 'pass' || verdict === 'fail');
  return `${total} ${total === 1 ? 'case' : 'cases'}: ${parts.map(([verdict, count]) => `${count} ${verdict}`).join(', ')}`;
}
