import { baseReport } from '../device-model/reports.ts';
import type { Handler } from '../dispatch.ts';

/** Use case B07. */
export const getBaseReport: Handler<'GetBaseReport'> = (core, { reportBase, requestId }) => {
  const supported = reportBase !== 'SummaryInventory' || core.config.capabilities.summaryInventory;
  const status = !supported ? 'NotSupported' : core.reports.sending ? 'Rejected' : 'Accepted';
  return {
    payload: { status },
    afterwards: (sent) => {
      if (sent.status === 'Accepted') core.reports.send(requestId, baseReport(core, reportBase));
    },
  };
};
