import type { MessageInfoType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';

/** Sends messages in as many parts as it takes (O03.FR.03 to FR.05). */
export async function reportMessages(core: Core, requestId: number, all: readonly MessageInfoType[]): Promise<void> {
  const { config, faults, messages } = core;
  if (faults.has('display-report-omitted')) return;
  const size = config.reportEntriesPerPart;
  for (let from = 0; from < all.length; from += size) {
    const messageInfo = all.slice(from, from + size);
    const tbc = from + size < all.length;
    const { kind } = await messages.call('NotifyDisplayMessages', { requestId, tbc, messageInfo });
    if (kind === 'closed') return;
  }
}
