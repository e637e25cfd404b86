import { finding } from './finding.ts';
import type { Rule } from './rule.ts';

/** OCPP-J stands on WebSocket: a frame that is none as RFC 6455 has it, or text that is not UTF-8, ends a connection (Part 4, 3). */
export const webSocket: Rule = (report) => ({
  messages: [],
  see(entry) {
    if (entry.kind !== 'closed' || !entry.error?.startsWith('Invalid WebSocket')) return;
    report(finding('frame-websocket', { party: entry.by, expected: 'frames as RFC 6455 has them', actual: entry.error, entries: [entry] }));
  },
});
