import { isAction, mayRequest } from '../ocpp/action.ts';
import { partyName } from '../ocpp/party.ts';
import { finding } from './finding.ts';
import type { Rule } from './rule.ts';

/** What Part 4, chapter 7 appends to the action of a signed message. */
const SIGNED = '-Signed';

/** The action itself, whether the message is signed or not. */
export const unsigned = (action: string): string => (action.endsWith(SIGNED) ? action.slice(0, -SIGNED.length) : action);

/** A CALL names an action of OCPP 2.0.1 that its sender may request (Part 4, 4.1.6). */
export const action: Rule = (report) => ({
  see(entry) {
    if (entry.kind !== 'frame' || entry.deliberate || entry.decoded.frame?.type !== 'CALL') return;
    const name = unsigned(entry.decoded.frame.action);
    const common = { party: entry.from, actual: `a ${name.slice(0, 100)} request`, entries: [entry] };
    if (!isAction(name)) report(finding('action-unknown', { ...common, expected: 'an action of OCPP 2.0.1, spelled as there' }));
    else if (!mayRequest(entry.from, name)) {
      report(finding('action-direction', { ...common, expected: `a request that ${partyName(entry.from)} may send` }));
    }
  },
});
