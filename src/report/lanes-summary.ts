import type { CaseResult } from '../scenario/case-result.ts';
import { escaped } from './markdown.ts';
import { byCase, countsByRole, type RunReport, worst } from './run-report.ts';

/** What came of one of several runs side by side; no report if it was not even begun. */
export interface LaneOutcome {
  name: string;
  report?: RunReport | undefined;
}

/** One line for each lane: how many cases have which verdict. */
export function laneText({ report }: LaneOutcome): string {
  if (!report) return 'no results';
  const counts = countsByRole(report).map(({ role, counts }) => `${role}: ${counts}`);
  return [...(counts.length > 0 ? counts : ['no case was run']), ...(report.interrupted ? ['interrupted'] : [])].join('; ');
}

/** summary.md of runs side by side: how each came off, and where it was not all pass. */
export function lanesSummary(lanes: readonly LaneOutcome[]): string {
  const rows = lanes.map((lane) => {
    const { kind, address } = lane.report?.asked?.target ?? {};
    const system = address ?? kind ?? '';
    const link = lane.report ? `[${escaped(lane.name)}](${encodeURIComponent(lane.name)}/summary.md)` : escaped(lane.name);
    return `| ${link} | ${escaped(system)} | ${escaped(laneText(lane))} |`;
  });
  return `${['# OCPP conformance, side by side', '', '| lane | tested | result |', '|---|---|---|', ...rows, ...details(lanes)].join('\n')}\n`;
}

function details(lanes: readonly LaneOutcome[]): string[] {
  const verdicts = lanes.map(({ report }) => verdictsOf(report?.cases ?? []));
  const ids = [...new Set(verdicts.flatMap((of) => [...of.keys()]))];
  const rows = ids.flatMap((id) => {
    const cells = verdicts.map((of) => of.get(id) ?? 'not run');
    return cells.every((cell) => cell === 'pass') ? [] : [`| ${[id, ...cells].join(' | ')} |`];
  });
  if (rows.length === 0) return [];
  const names = lanes.map(({ name }) => escaped(name));
  return [
    '',
    '## Cases that did not pass everywhere',
    '',
    `| case | ${names.join(' | ')} |`,
    `|---${'|---'.repeat(lanes.length)}|`,
    ...rows,
  ];
}

const verdictsOf = (cases: readonly CaseResult[]): Map<string, string> =>
  new Map([...byCase(cases)].map(([id, results]) => [id, worst(results.map(({ verdict }) => verdict))]));
