import type { Party } from '../ocpp/party.ts';
import type { Code } from '../rules/catalogue.ts';
import type { Finding } from '../rules/finding.ts';
import type { Entry } from '../trace/entry.ts';

/** Codes about what a request says. That it is sent, and when, is up to whoever sends it. */
const CONTENT: ReadonlySet<Code> = new Set<Code>([
  'message-content',
  'action-unknown',
  'action-direction',
  'request-schema',
  'event-id-reused',
  'event-seqno',
  'event-trigger',
  'event-variable',
  'items-per-message',
  'report-seqno',
  'status-notification-target',
  'timestamp-fraction',
  'timestamp-future',
  'transaction-seqno',
  'variables-repeated',
]);

/**
 * Findings, with a mark on those that are about the content of a request which a driver dictated to the system under
 * test: what is wrong there was said by the driver.
 */
export function attributed(findings: readonly Finding[], entries: readonly Entry[], sut: Party): Finding[] {
  return findings.map((finding) => {
    const entry = entries[finding.entries[0] ?? -1];
    const isDictated = CONTENT.has(finding.code) && entry !== undefined && dictated(entry, entries, sut);
    return isDictated ? { ...finding, attributable: false } : finding;
  });
}

/** Whether a request of the system under test follows directly from a stimulus of a driver that dictates. */
function dictated(entry: Entry, entries: readonly Entry[], sut: Party): boolean {
  const action = actionOf(entry);
  if (action === undefined || entry.kind !== 'frame' || entry.from !== sut) return false;
  const stimulus = entries.findLast((one) => one.kind === 'stimulus' && (one.dictatedFrom ?? one.seq) <= entry.seq);
  if (stimulus?.kind !== 'stimulus' || stimulus.dictatedFrom === undefined) return false;
  if (stimulus.name === 'send') return stimulus.parameters.action === action;
  // What the other party asks for since then is answered by the system itself, and so is what follows from that.
  return !entries
    .slice(stimulus.dictatedFrom, entry.seq)
    .some((one) => one.kind === 'frame' && one.from !== sut && actionOf(one) !== undefined);
}

const actionOf = (entry: Entry): string | undefined =>
  entry.kind === 'frame' && entry.decoded.frame?.type === 'CALL' ? entry.decoded.frame.action : undefined;
