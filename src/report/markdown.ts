import type { CaseResult } from '../scenario/case-result.ts';
import { NOT_ATTRIBUTABLE } from './finding-text.ts';
import { printable } from './printable.ts';
import { byCase, caseName, countsText, type RunListener, type RunReport, roleName, worst } from './run-report.ts';

/** A job page holds about a megabyte. */
const MOST_FINDINGS = 10;

/** summary.md, for the page of a CI job: first what needs attention, then all cases. */
export class MarkdownReport implements RunListener {
  readonly #write: (text: string) => void;

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  ended(report: RunReport): void {
    this.#write(`${[...heading(report), ...details(report), ...table(report)].join('\n')}\n`);
  }
}

function heading({ summary, interrupted, started, tool, ocpp, strict, cases }: RunReport): string[] {
  return [
    `# OCPP ${ocpp} conformance`,
    '',
    ...(['station', 'csms'] as const).flatMap((role) => (summary[role] ? [`**${roleName(role)}**: ${countsText(summary[role])}`, ''] : [])),
    ...(cases.length === 0 ? ['No case was run.', ''] : []),
    ...(interrupted ? ['The run was interrupted: not all cases were run.', ''] : []),
    `${tool.name} ${tool.version}, ${started}${strict ? ', warnings count as violations' : ''}`,
    '',
  ];
}

function details({ cases }: RunReport): string[] {
  const worth = cases.filter(({ verdict, findings }) => (verdict !== 'pass' && verdict !== 'not applicable') || findings.length > 0);
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
  const items = findings
    .slice(0, MOST_FINDINGS)
    .flatMap(({ requirement, code, severity, expected, actual, pointer, entries, attributable }) => [
      `* **${requirement}** \`${code}\`${severity === 'warning' ? ' (warning)' : ''}${attributable === false ? NOT_ATTRIBUTABLE : ''}`,
      `  * expected: ${escaped(expected)}`,
      `  * actual: ${escaped(actual)}${pointer ? ` at ${escaped(pointer)}` : ''}`,
      ...(entries.length > 0
        ? [
            `  * in the trace: ${entries
              .slice(0, MOST_FINDINGS)
              .map((seq) => `seq ${seq}`)
              .join(', ')}`,
          ]
        : []),
    ]);
  const more = findings.length - MOST_FINDINGS;
  return [...items, ...(more > 0 ? [`* and ${more} more, see results.json`] : []), ...(items.length > 0 ? [''] : [])];
}

function table({ cases }: RunReport): string[] {
  if (cases.length === 0) return [];
  const rows = [...byCase(cases).values()].map((results) => {
    const [{ id, title, useCase, role }] = results as [CaseResult];
    const verdict = worst(results.map((result) => result.verdict));
    const reason = verdict === 'not applicable' ? results.find((result) => result.reason)?.reason : undefined;
    return `| ${useCase} | ${id} | ${roleName(role)} | ${escaped(title)} | ${verdict}${reason ? `: ${escaped(reason)}` : ''} |`;
  });
  return ['## All cases', '', '| use case | case | tested | title | verdict |', '|---|---|---|---|---|', ...rows];
}

/** Text that neither breaks a table nor is taken for markup. */
export const escaped = (text: string): string => printable(text.replaceAll('\n', ' ')).replace(/[\\`*_~$&|<>[\]]/g, '\\$&');
