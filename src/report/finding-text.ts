import { partyName } from '../ocpp/party.ts';
import type { Finding } from '../rules/finding.ts';
import type { CaseResult } from '../scenario/case-result.ts';
import type { Entry } from '../trace/entry.ts';
import { entryText } from './entry-text.ts';
import { printable } from './printable.ts';

/** All that a person needs to act on a result: what is wrong, the messages that prove it, and where to look further. */
export function caseLines(result: CaseResult, trace: readonly Entry[], directory?: string): string[] {
  const { file, line, verdict } = result;
  const step = trace.findLast(({ kind }) => kind === 'step');
  return [
    ...findingsLines(result.findings, trace),
    `scenario    ${file}:${line}`,
    ...(step && verdict !== 'pass' ? [`last step   ${entryText(step)}`] : []),
    ...(result.trace ? [`trace       ${directory ? `${directory}/` : ''}${result.trace}`] : []),
  ];
}

/** How much a finding weighs, where it is not simply a violation. */
export function weightOf({ severity, promoted, attributable }: Pick<Finding, 'severity' | 'promoted' | 'attributable'>): string {
  const weight = severity === 'warning' ? ' (warning)' : promoted ? ' (warning, counts because of --strict)' : '';
  return `${weight}${attributable === false ? ' (not attributable: dictated by the driver)' : ''}`;
}

/** The findings that are warnings, or those that are not. */
export const warningsOf = ({ findings }: CaseResult): Finding[] => findings.filter(({ severity }) => severity === 'warning');
export const withoutWarnings = (result: CaseResult): CaseResult => ({
  ...result,
  findings: result.findings.filter(({ severity }) => severity !== 'warning'),
});

export function findingsLines(findings: readonly Finding[], trace: readonly Entry[]): string[] {
  let before = '';
  return findings.flatMap((finding) => {
    const proof = traceLines(finding, trace);
    const text = proof.join('\n');
    const known = proof.length > 0 && text === before;
    before = text;
    return [...findingLines(finding), ...(known ? ['  trace     as above'] : proof)];
  });
}

function findingLines(finding: Finding): string[] {
  const { requirement, code, party, expected, actual, pointer } = finding;
  return [
    `${requirement}  ${code}${weightOf(finding)}  by ${partyName(party)}`,
    `  expected  ${printable(expected)}`,
    `  actual    ${printable(actual)}${pointer ? `  at ${printable(pointer)}` : ''}`,
  ];
}

/** How many of the entries that prove a finding are shown, and how many around the decisive one. */
const PROOFS = 3;
const BEFORE = 2;
const AFTER = 1;

/** The entries of a trace that prove a finding, with a few around the decisive one. */
function traceLines({ entries: proof }: Finding, trace: readonly Entry[]): string[] {
  const events = trace.filter(({ kind }) => kind !== 'step');
  const found = events.findIndex(({ seq }) => seq === proof[0]);
  const decisive = found < 0 ? events.length - 1 : found;
  const proves = ({ seq }: Entry) => proof.slice(0, PROOFS).includes(seq);
  const shown = events.filter((entry, index) => proves(entry) || (index >= decisive - BEFORE && index <= decisive + AFTER));
  const start = trace[0]?.at ?? 0;
  return shown.map(
    (entry) =>
      `  ${proves(entry) ? '>' : ' '} #${entry.seq}  ${((entry.at - start) / 1000).toFixed(3)} s  ${entryText(entry, proves(entry) ? PROOF_LENGTH : AROUND_LENGTH)}`,
  );
}

/** How many characters of a frame are shown. */
const PROOF_LENGTH = 500;
const AROUND_LENGTH = 200;
