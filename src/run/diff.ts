import type { Party } from '../ocpp/party.ts';
import { caseName, type RunReport } from '../report/run-report.ts';
import type { Finding } from '../rules/finding.ts';
import type { CaseResult } from '../scenario/case-result.ts';
import type { Verdict } from '../scenario/verdict.ts';

/** What became of a case from one result to another; the worst first. */
export const CHANGES = [
  'newly failing',
  'no longer judged',
  'removed',
  'findings changed',
  'verdict changed',
  'newly passing',
  'added',
] as const;
export type Change = (typeof CHANGES)[number];

/** What a finding is about, without what differs from run to run. */
export type Known = Pick<Finding, 'requirement' | 'code' | 'severity' | 'pointer' | 'attributable'>;

/** A case that is not the same in both results. */
export interface Difference {
  id: string;
  example?: string;
  role: Party;
  title: string;
  change: Change;
  /** Something that was fine is not known to be any more, or there is a violation that there was not. */
  regression: boolean;
  before?: Verdict;
  after?: Verdict;
  /** Findings that only the later result has, and those that only the earlier one has. */
  appeared: Known[];
  gone: Known[];
}

/** Compares an earlier result with a later one, case by case. */
export function diff(earlier: RunReport, later: RunReport): Difference[] {
  const before = named(earlier.cases);
  const after = named(later.cases);
  const names = [...before.keys(), ...[...after.keys()].filter((name) => !before.has(name))];
  const all = names.flatMap((name) => differenceOf(before.get(name), after.get(name)) ?? []);
  return CHANGES.flatMap((change) => all.filter((one) => one.change === change));
}

/** Results by case and example; scenarios that stand for the same case are told apart by their order. */
function named(cases: readonly CaseResult[]): Map<string, CaseResult> {
  const all = new Map<string, CaseResult>();
  for (const result of cases) {
    let name = caseName(result);
    while (all.has(name)) name = `${name}+`;
    all.set(name, result);
  }
  return all;
}

function differenceOf(before: CaseResult | undefined, after: CaseResult | undefined): Difference | undefined {
  const result = after ?? before;
  if (!result) return undefined;
  const appeared = without(knownIn(after), knownIn(before));
  const gone = without(knownIn(before), knownIn(after));
  const change = changeOf(before?.verdict, after?.verdict) ?? (appeared.length + gone.length > 0 ? 'findings changed' : undefined);
  if (!change) return undefined;
  const { id, example, role, title } = result;
  return {
    id,
    ...(example === undefined ? {} : { example }),
    role,
    title,
    change,
    regression: isRegression(change, before?.verdict, appeared),
    ...(before ? { before: before.verdict } : {}),
    ...(after ? { after: after.verdict } : {}),
    appeared,
    gone,
  };
}

function changeOf(before: Verdict | undefined, after: Verdict | undefined): Change | undefined {
  if (before === after) return undefined;
  if (after === 'fail') return 'newly failing';
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  if (after === 'pass') return 'newly passing';
  const wasJudged = before === 'pass' || before === 'fail';
  return wasJudged && (after === 'inconclusive' || after === 'error') ? 'no longer judged' : 'verdict changed';
}

function isRegression(change: Change, before: Verdict | undefined, appeared: readonly Known[]): boolean {
  if (change === 'newly failing') return true;
  if (change === 'no longer judged' || change === 'removed') return before === 'pass';
  return change === 'findings changed' && appeared.some(({ severity, attributable }) => severity === 'violation' && attributable !== false);
}

/** The findings of a case, each kind of them once. */
function knownIn(result: CaseResult | undefined): Map<string, Known> {
  const findings = (result?.findings ?? []).map(
    ({ requirement, code, severity, pointer, attributable }): Known => ({
      requirement,
      code,
      severity,
      ...(pointer === undefined ? {} : { pointer }),
      ...(attributable === undefined ? {} : { attributable }),
    }),
  );
  return new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
}

const without = (some: Map<string, Known>, others: Map<string, Known>): Known[] =>
  [...some].filter(([key]) => !others.has(key)).map(([, finding]) => finding);
