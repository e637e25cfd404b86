import type { Handler } from '../dispatch.ts';
import { reportMessages } from '../display/report.ts';
import { unavailable } from './unavailable.ts';

/** Use cases O03 and O04. */
export const getDisplayMessages: Handler<'GetDisplayMessages'> = (core, request) => {
  const refusal = unavailable(core, 'DisplayMessageCtrlr');
  if (refusal) return refusal;
  const matching = core.displayMessages.matching(request);
  return {
    payload: { status: matching.length > 0 ? 'Accepted' : 'Unknown' },
    afterwards: ({ status }) => {
      if (status === 'Accepted') core.activity.start(() => reportMessages(core, request.requestId, matching));
    },
  };
};
