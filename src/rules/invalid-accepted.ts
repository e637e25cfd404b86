import { isAction, mayRequest } from '../ocpp/action.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { unsigned } from './action.ts';
import { finding, type Severity } from './finding.ts';
import { quote } from './quote.ts';
import type { Rule } from './rule.ts';
import { isTooLong } from './schema.ts';
import { callOf, violationsOf } from './violations.ts';

/**
 * A request that is not valid is answered by a CALLERROR (Part 4, 4.1.7; Part 2, FR.03). Known action, required fields
 * and data types are what 4.1.7 lists; to refuse what is invalid in other ways is a right (4.1.2), so that not making
 * use of it is a warning.
 */
export const invalidAccepted: Rule = (report) => ({
  see(entry) {
    if (entry.kind !== 'frame' || entry.deliberate || entry.decoded.frame?.type !== 'CALLRESULT') return;
    const call = callOf(entry);
    const wrong = call && reasonAgainst(call);
    if (!wrong) return;
    const { reason, severity } = wrong;
    const actual = `a CALLRESULT for a request with ${reason}`;
    report(finding('invalid-request-accepted', { party: entry.from, expected: 'a CALLERROR', actual, entries: [entry, call], severity }));
  },
});

function reasonAgainst(call: FrameEntry): { reason: string; severity: Severity } | undefined {
  const { frame, faults } = call.decoded;
  if (frame?.type !== 'CALL' || unsigned(frame.action) !== frame.action) return undefined;
  if (!isAction(frame.action)) return { reason: `the unknown action ${quote(frame.action)}`, severity: 'violation' };
  if (!mayRequest(call.from, frame.action)) return { reason: `${frame.action}, which goes the other way`, severity: 'warning' };
  const violations = violationsOf(call).filter((violation) => !isTooLong(violation));
  const gravest = violations.find(({ kind }) => kind === 'occurrence' || kind === 'type');
  const one = gravest ?? violations[0];
  if (one) return { reason: `${one.pointer || 'the payload'} not ${one.expected}`, severity: gravest ? 'violation' : 'warning' };
  return faults.includes('element-count') ? { reason: 'more or fewer than 4 elements', severity: 'warning' } : undefined;
}
