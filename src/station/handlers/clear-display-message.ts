import type { Handler } from '../dispatch.ts';
import { unavailable } from './unavailable.ts';

/** Use case O05. */
export const clearDisplayMessage: Handler<'ClearDisplayMessage'> = (core, { id }) =>
  unavailable(core, 'DisplayMessageCtrlr') ?? {
    payload: { status: core.displayMessages.matching({ requestId: 0, id: [id] }).length > 0 ? 'Accepted' : 'Unknown' },
    afterwards: ({ status }) => {
      if (status === 'Accepted') core.displayMessages.clear(id);
    },
  };
