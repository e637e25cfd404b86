import type { RequestKind } from '../context.ts';

/** O01, O02 */
export const setDisplayMessage: RequestKind<'SetDisplayMessage'> = {
  compose: ({ nextId }) => ({
    message: { id: nextId(), priority: 'NormalCycle', message: { format: 'ASCII', content: 'Hello from the CSMS' } },
  }),
  learn: ({ status }, { message }, { station }) => {
    if (status === 'Accepted') station.lastIds.displayMessage = message.id;
  },
};

/** O03 */
export const getDisplayMessages: RequestKind<'GetDisplayMessages'> = {
  compose: ({ nextId }) => ({ requestId: nextId() }),
  learn: ({ status }, { requestId }, { station }) => station.reports.requested(requestId, 'GetDisplayMessages', status),
};

/** O05 */
export const clearDisplayMessage: RequestKind<'ClearDisplayMessage'> = {
  compose: ({ station }) => ({ id: station.lastIds.displayMessage ?? 1 }),
};
