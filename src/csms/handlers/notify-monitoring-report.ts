import type { Handler } from '../context.ts';

export const notifyMonitoringReport: Handler<'NotifyMonitoringReport'> = ({ requestId, seqNo, tbc, monitor = [] }, { station }) => {
  station.reports.part(requestId, seqNo, tbc, monitor);
  return { payload: {} };
};
