import type { Handler } from '../dispatch.ts';

/** Use case C11. */
export const clearCache: Handler<'ClearCache'> = ({ authorization, variables }) => ({
  payload: { status: variables.flag('AuthCacheCtrlr.Enabled') ? 'Accepted' : 'Rejected' },
  afterwards: ({ status }) => {
    if (status === 'Accepted') authorization.clearCache();
  },
});
