import type { CustomerInformationRequest } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';

/** The most that one message takes. */
const PART = 512;

/** What a CSMS gets to read that did not want a report (N10.FR.06). */
export const CLEARED = 'The customer has been forgotten.';

/** Sends a text in as many parts as it takes, at least one (N09.FR.05, N09.FR.06, N10.FR.03 to N10.FR.06). */
export async function sendCustomerInformation(
  { messages, time }: Core,
  { requestId }: CustomerInformationRequest,
  text: string,
): Promise<void> {
  for (let seqNo = 0; seqNo === 0 || seqNo * PART < text.length; seqNo++) {
    const data = text.slice(seqNo * PART, (seqNo + 1) * PART);
    const tbc = (seqNo + 1) * PART < text.length;
    const { kind } = await messages.call('NotifyCustomerInformation', { requestId, generatedAt: time.timestamp(), seqNo, tbc, data });
    if (kind === 'closed') return;
  }
}
