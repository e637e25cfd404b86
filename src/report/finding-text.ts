import { partyName } from '../ocpp/party.ts';
import type { Finding } from '../rules/finding.ts';
import type { Entry } from '../trace/entry.ts';

/** The parts of a finding that every report shows. */
export function findingLines(finding: Finding): string[] {
  const { requirement, code, severity, party, expected, actual, pointer } = finding;
  return [
    `${requirement}  ${code}${severity === 'warning' ? ' (warning)' : ''}  by ${partyName(party)}`,
    `  expected  ${expected}`,
    `  actual    ${actual}${pointer ? `  at ${pointer}` : ''}`,
  ];
}

const BEFORE = 2;
const AFTER = 1;
const LONGEST = 200;

/** The entries of a trace that prove a finding, with a few around the decisive one. */
export function traceLines({ entries }: Finding, all: readonly Entry[]): string[] {
  const [decisive = all.length - 1] = entries;
  const shown = all.filter(
    ({ seq, kind }) => kind !== 'step' && (entries.slice(0, 3).includes(seq) || (seq >= decisive - BEFORE && seq <= decisive + AFTER)),
  );
  const start = all[0]?.at ?? 0;
  return shown.map(
    (entry) =>
      `  ${entries.includes(entry.seq) ? '>' : ' '} #${entry.seq}  ${((entry.at - start) / 1000).toFixed(3)} s  ${entryText(entry)}`,
  );
}

/** One entry of a trace as a line of text. */
export function entryText(entry: Entry): string {
  switch (entry.kind) {
    case 'frame':
      return `${entry.from === 'station' ? 'station → CSMS' : 'CSMS → station'}  ${shorten(entry.text)}`;
    case 'binary':
      return `${entry.from} sends ${entry.bytes} binary bytes`;
    case 'ping':
    case 'pong':
      return `${entry.from} sends a ${entry.kind}`;
    case 'connected':
      return `connected  ${entry.upgrade.path}  ${entry.upgrade.selected ?? 'no subprotocol'}${entry.upgrade.tls ? `  ${entry.upgrade.tls.version}` : ''}`;
    case 'refused':
      return `attempt to connect ended (${entry.refusal.stage}): ${entry.refusal.reason}`;
    case 'closed':
      return `${entry.by} closes the connection: ${entry.code} ${entry.reason}${entry.error ?? ''}`;
    case 'stimulus':
      return `stimulus ${entry.name} ${JSON.stringify(entry.parameters)}: ${entry.outcome} (${entry.carrier})`;
    case 'step':
      return entry.text;
  }
}

const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)} ... (${text.length} characters)` : text);
