import type { Handler } from '../dispatch.ts';

/** Use case C11. */
export const clearCache: Handler<'ClearCache'> = ({ authorizationCache, faults }) => ({
  // C11.FR.04
  payload:
    authorizationCache.enabled || faults.has('clear-cache-accepted-while-disabled')
      ? { status: 'Accepted' }
      : { status: 'Rejected', statusInfo: { reasonCode: 'NotEnabled' } },
  afterwards: ({ status }) => {
    if (status === 'Accepted' && !faults.has('clear-cache-keeps-tokens')) authorizationCache.clear();
  },
});
