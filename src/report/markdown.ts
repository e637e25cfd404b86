import type { CaseResult } from '../scenario/case-result.ts';
import { countsText } from './console.ts';
import { byCase, caseName, type RunListener, type RunReport, roleName, worst } from './run-report.ts';

/** summary.md, for the page of a CI job. */
export class MarkdownReport implements RunListener {
  readonly #write: (text: string) => void;

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  ended(report: RunReport): void {
    this.#write(`${[...heading(report), ...tables(report), ...details(report)].join('\n')}\n`);
  }
}

function heading({ summary, interrupted, started, tool, ocpp, strict }: RunReport): string[] {
  return [
    `# OCPP ${ocpp} conformance`,
    '',
    ...(['station', 'csms'] as const).flatMap((role) => (summary[role] ? [`**${roleName(role)}** ${countsText(summary[role])}`, ''] : [])),
    ...(interrupted ? ['The run was interrupted: not all cases were run.', ''] : []),
    `${tool.name} ${tool.version}, ${started}${strict ? ', strict' : ''}`,
    '',
  ];
}

function tables({ cases }: RunReport): string[] {
  const rows = [...byCase(cases).values()].map((results) => {
    const [{ id, title, useCase, role }] = results as [CaseResult];
    return `| ${useCase} | ${id} | ${roleName(role)} | ${cell(title)} | ${worst(results.map(({ verdict }) => verdict))} |`;
  });
  return ['| use case | case | tested | | verdict |', '|---|---|---|---|---|', ...rows, ''];
}

function details({ cases }: RunReport): string[] {
  const worth = cases.filter(({ verdict, findings }) => verdict !== 'pass' || findings.length > 0);
  return worth.flatMap((result) => [
    `## ${cell(caseName(result))}: ${result.verdict}`,
    '',
    cell(result.title),
    '',
    ...(result.reason === undefined ? [] : [cell(result.reason), '']),
    ...result.findings.flatMap(({ requirement, code, severity, expected, actual }) => [
      `* **${requirement}** \`${code}\`${severity === 'warning' ? ' (warning)' : ''}`,
      `  expected: ${cell(expected)}`,
      `  actual: ${cell(actual)}`,
    ]),
    ...(result.trace ? ['', `trace: \`${result.trace}\``] : []),
    '',
  ]);
}

/** Text that neither breaks a table nor is taken for markup. */
const cell = (text: string): string => text.replace(/[|\\`*_<>[\]]/g, '\\$&').replaceAll('\n', ' ');
