import { finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { requestIn } from './violations.ts';

const FIELDS = ['evseId', 'connectorId'] as const;

/** A StatusNotification is about a connector of an EVSE, and both are numbered from 1 (Part 1, 7.1 and 7.2). */
export const statusNotification: Rule = (report) => ({
  messages: ['StatusNotificationRequest'],
  see(entry) {
    if (entry.kind !== 'frame' || entry.deliberate) return;
    const request = requestIn(entry, 'StatusNotification');
    if (!request) return;
    for (const field of FIELDS) {
      if (request[field] >= 1) continue;
      const common = { party: 'station', pointer: `/${field}`, entries: [entry] } as const;
      report(
        finding('status-notification-target', { ...common, expected: `a connector, with ${field} from 1`, actual: `${request[field]}` }),
      );
    }
  },
});
