import { finding } from './finding.ts';
import type { Rule } from './rule.ts';

/** OCPP messages are JSON in UTF-8, which WebSocket carries in text messages (Part 4, 4.1.2). */
export const binary: Rule = (report) => ({
  messages: [],
  see(entry) {
    if (entry.kind !== 'binary') return;
    const actual = `a binary message of ${entry.bytes} bytes`;
    report(finding('frame-binary', { party: entry.from, expected: 'text messages only', actual, entries: [entry] }));
  },
});
