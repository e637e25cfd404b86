import type { Handler } from '../context.ts';

export const notifyDisplayMessages: Handler<'NotifyDisplayMessages'> = ({ requestId, tbc, messageInfo = [] }, { station }) => {
  station.reports.part(requestId, undefined, tbc, messageInfo);
  return { payload: {} };
};
