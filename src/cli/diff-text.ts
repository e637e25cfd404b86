import { weightOf } from '../report/finding-text.ts';
import { printable } from '../report/printable.ts';
import { caseName } from '../report/run-report.ts';
import { CHANGES, type Difference, type Known } from '../run/diff.ts';

/** What is said of either result. */
interface Side {
  path: string;
  version: string;
  started: string;
  interrupted: boolean;
  results: number;
}

/** Differences for people: by kind, the worst first, with the findings that came and went. */
export function diffText({ earlier, later }: { earlier: Side; later: Side }, differences: readonly Difference[]): string {
  const regressions = differences.filter(({ regression }) => regression).length;
  return [
    `- ${sideText(earlier)}`,
    `+ ${sideText(later)}`,
    '',
    ...CHANGES.flatMap((change) => section(change, differences)),
    differences.length === 0 ? 'no difference' : regressions === 0 ? 'no regression' : countOf(regressions, 'regression'),
    '',
  ].join('\n');
}

const sideText = ({ path, version, started, interrupted, results }: Side): string =>
  `${path}  ocppspec ${version}, ${started}, ${countOf(results, 'result')}${interrupted ? ', interrupted' : ''}`;

function section(change: Difference['change'], differences: readonly Difference[]): string[] {
  const mine = differences.filter((one) => one.change === change);
  if (mine.length === 0) return [];
  return [`${change}:`, ...mine.flatMap(lines), ''];
}

function lines(difference: Difference): string[] {
  const { regression, title, before, after, appeared, gone } = difference;
  const verdicts = before === after ? before : [before, after].filter(Boolean).join(' → ');
  return [
    `  ${regression ? '!' : ' '} ${caseName(difference)}  ${title}  [${verdicts}]`,
    ...gone.map((finding) => `      - ${findingText(finding)}`),
    ...appeared.map((finding) => `      + ${findingText(finding)}`),
  ];
}

const findingText = ({ pointer, ...finding }: Known): string =>
  `${finding.requirement}  ${finding.code}${weightOf(finding)}${pointer ? `  at ${printable(pointer)}` : ''}`;

const countOf = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
