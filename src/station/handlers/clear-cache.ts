import type { Handler } from '../dispatch.ts';

/** Use case C11. */
export const clearCache: Handler<'ClearCache'> = ({ authorizationCache }) => ({
  // C11.FR.04
  payload: authorizationCache.enabled ? { status: 'Accepted' } : { status: 'Rejected', statusInfo: { reasonCode: 'NotEnabled' } },
  afterwards: ({ status }) => {
    if (status === 'Accepted') authorizationCache.clear();
  },
});
