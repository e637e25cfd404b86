import type { CaseResult } from '../scenario/case-result.ts';
import { warningsOf, weightOf, withoutWarnings } from './finding-text.ts';
import { printable } from './printable.ts';
import { byCase, caseName, countsByRole, type RunListener, type RunReport, roleName, worst } from './run-report.ts';

/** A job page holds about a megabyte. */
const MOST_FINDINGS = 10;

/** summary.md, for the page of a CI job: first what needs attention, then all cases. */
export class MarkdownReport implements RunListener {
  readonly #write: (text: string) => void;

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  ended(report: RunReport): void {
    this.#write(`${[...heading(report), ...details(report), ...warnings(report), ...table(report)].join('\n')}\n`);
  }
}

function heading(report: RunReport): string[] {
  const { interrupted, started, tool, ocpp, strict, cases } = report;
  return [
    `# OCPP ${ocpp} conformance`,
    '',
    ...countsByRole(report).flatMap(({ role, counts }) => [`**${role}**: ${counts}`, '']),
    ...(cases.length === 0 ? ['No case was run.', ''] : []),
    ...(interrupted ? ['The run was interrupted: not all cases were run.', ''] : []),
    `${tool.name} ${tool.version}, ${started}${strict ? ', warnings count as violations' : ''}`,
    '',
  ];
}

function details({ cases }: RunReport): string[] {
  const all = cases.map(withoutWarnings);
  const worth = all.filter(({ verdict, findings }) => (verdict !== 'pass' && verdict !== 'not applicable') || findings.length > 0);
  return worth.flatMap((result) => [
    `## ${caseName(result)}: ${result.verdict}`,
    '',
    escaped(result.title),
    '',
    ...(result.reason === undefined ? [] : [escaped(result.reason), '']),
    ...findings(result),
    `scenario \`${result.file}:${result.line}\`${result.trace ? `, trace \`${result.trace}\`` : ''}`,
    '',
  ]);
}

function findings({ findings }: CaseResult): string[] {
  const items = findings.slice(0, MOST_FINDINGS).flatMap((finding) => {
    const { requirement, code, expected, actual, pointer, entries } = finding;
    const proof = entries.slice(0, MOST_FINDINGS).map((seq) => `seq ${seq}`);
    return [
      `* **${requirement}** \`${code}\`${weightOf(finding)}`,
      `  * expected: ${escaped(expected)}`,
      `  * actual: ${escaped(actual)}${pointer ? ` at ${escaped(pointer)}` : ''}`,
      ...(proof.length > 0 ? [`  * in the trace: ${proof.join(', ')}`] : []),
    ];
  });
  const more = findings.length - MOST_FINDINGS;
  return [...items, ...(more > 0 ? [`* and ${more} more, see results.json`] : []), ...(items.length > 0 ? [''] : [])];
}

/** What no verdict rests on, apart from what does: by kind, with the cases that showed it. */
function warnings({ cases }: RunReport): string[] {
  const all = cases.flatMap((result) => warningsOf(result).map((finding) => ({ finding, id: result.id })));
  if (all.length === 0) return [];
  const kinds = Map.groupBy(all, ({ finding: { requirement, code, party } }) => `| ${requirement} | \`${code}\` | ${roleName(party)} |`);
  const rows = [...kinds].map(([kind, of]) => {
    const { expected = '', actual = '' } = of[0]?.finding ?? {};
    const ids = [...new Set(of.map(({ id }) => id))];
    const more = ids.length > MOST_FINDINGS ? ` and ${ids.length - MOST_FINDINGS} more` : '';
    return `${kind} expected ${escaped(expected)}, but ${escaped(actual)} | ${ids.slice(0, MOST_FINDINGS).join(', ')}${more} |`;
  });
  const head = ['| requirement | warning | by | for example | cases |', '|---|---|---|---|---|'];
  return [
    '## Warnings',
    '',
    'No verdict rests on these: they miss a recommendation, or are legal but known to trip strict peers.',
    '',
    ...head,
    ...rows,
    '',
  ];
}

function table({ cases }: RunReport): string[] {
  if (cases.length === 0) return [];
  const rows = [...byCase(cases).values()].map((results) => {
    const [{ id, useCase, role }] = results as [CaseResult];
    const verdict = worst(results.map((result) => result.verdict));
    const decisive = results.filter((result) => result.verdict === verdict);
    const share = decisive.length < results.length ? ` (${decisive.length} of ${results.length})` : '';
    const reason = verdict === 'not applicable' ? results.find((result) => result.reason)?.reason : undefined;
    return `| ${useCase} | ${id} | ${roleName(role)} | ${titleOf(decisive)} | ${verdict}${share}${reason ? `: ${escaped(reason)}` : ''} |`;
  });
  return ['## All cases', '', '| use case | case | tested | title | verdict |', '|---|---|---|---|---|', ...rows];
}

/** The title of the first of several rows of examples, and how many others there are. */
function titleOf(results: readonly CaseResult[]): string {
  const [first = '', ...others] = new Set(results.map(({ title }) => title));
  return `${escaped(first)}${others.length > 0 ? `, and ${others.length} more` : ''}`;
}

/** Text that neither breaks a table nor is taken for markup. */
export const escaped = (text: string): string => printable(text.replaceAll('\n', ' ')).replace(/[\\`*_~$&|<>[\]]/g, '\\$&');
