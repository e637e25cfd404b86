import type { FrameFault } from '../ocpp/frame.ts';
import { otherParty, type Party } from '../ocpp/party.ts';
import type { FrameEntry } from '../trace/entry.ts';
import type { Code } from './catalogue.ts';
import { finding, type Severity } from './finding.ts';
import type { Rule } from './rule.ts';
import { PerConnection } from './state.ts';

const FAULTS: Record<FrameFault, { code: Code; expected: string }> = {
  'not-json': { code: 'frame-not-json', expected: 'valid JSON' },
  'not-array': { code: 'frame-not-array', expected: 'a JSON array' },
  'message-type-not-integer': { code: 'frame-message-type', expected: 'message type number 2, 3 or 4 as the first element' },
  'unknown-message-type': { code: 'frame-message-type', expected: 'message type number 2, 3 or 4 as the first element' },
  'message-id-not-string': { code: 'frame-message-id', expected: 'a string as message id' },
  'message-id-too-long': { code: 'frame-message-id-length', expected: 'a message id of at most 36 characters' },
  'element-count': { code: 'frame-elements', expected: '4 elements in a CALL, 3 in a CALLRESULT, 5 in a CALLERROR' },
  'action-not-string': { code: 'frame-action', expected: 'a string as action' },
  'payload-not-object': { code: 'frame-payload', expected: 'a JSON object as payload' },
  'error-code-not-string': { code: 'frame-error-fields', expected: 'a string as error code' },
  'error-description-not-string': { code: 'frame-error-fields', expected: 'a string as error description' },
  'error-description-too-long': { code: 'frame-error-fields', expected: 'an error description of at most 255 characters' },
  'error-details-not-object': { code: 'frame-error-fields', expected: 'a JSON object as error details, {} if there are none' },
};

/** Faults that say nothing new of a frame which has the wrong number of elements. */
const FOLLOW_FROM_COUNT: ReadonlySet<FrameFault> = new Set<FrameFault>([
  'action-not-string',
  'payload-not-object',
  'error-code-not-string',
  'error-description-not-string',
  'error-details-not-object',
]);

const OF_ID: ReadonlySet<FrameFault> = new Set<FrameFault>(['message-id-not-string', 'message-id-too-long']);

/** Every text message is a CALL, CALLRESULT or CALLERROR with the elements that belong there (Part 4, 4.1 and 4.2). */
export const frameShape: Rule = (report) => {
  /** What is wrong with the ids of CALLs, by party: who repeats such an id in the answer does as 4.1.4 says. */
  const oddIds = new PerConnection<Record<Party, Set<FrameFault>>>(() => ({ station: new Set(), csms: new Set() }));
  return {
    see(entry) {
      if (entry.kind === 'closed') oddIds.forget(entry);
      if (entry.kind !== 'frame' || entry.decoded.faults.length === 0) return;
      const { faults, messageType } = entry.decoded;
      const answer = messageType === 3 || messageType === 4;
      const odd = faults.filter((fault) => OF_ID.has(fault));
      if (!answer) for (const fault of odd) oddIds.of(entry)[entry.from].add(fault);
      if (entry.deliberate) return;
      const repeated = answer && odd.length > 0 ? oddIds.known(entry)?.[otherParty(entry.from)] : undefined;
      const miscounted = faults.includes('element-count');
      for (const fault of faults) {
        if (repeated?.has(fault) || (miscounted && FOLLOW_FROM_COUNT.has(fault))) continue;
        const { code, expected } = FAULTS[fault];
        const severity = severityOf(fault, entry);
        report(finding(code, { party: entry.from, expected, actual: entry.text, entries: [entry], ...(severity ? { severity } : {}) }));
      }
    },
  };
};

/** `null` for an empty payload is bad style, but Part 4, 4.1.5 knows it. */
function severityOf(fault: FrameFault, { text, decoded }: FrameEntry): Severity | undefined {
  if (fault !== 'payload-not-object') return undefined;
  const elements = JSON.parse(text) as unknown[];
  return elements[decoded.messageType === 3 ? 2 : 3] === null ? 'warning' : undefined;
}
