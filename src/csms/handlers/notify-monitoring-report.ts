import type { Handler } from '../context.ts';

export const notifyMonitoringReport: Handler<'NotifyMonitoringReport'> = ({ requestId, seqNo, tbc, monitor = [] }, { station, faulty }) => {
  station.reports.part(requestId, seqNo, tbc, monitor);
  if (!faulty('reported-monitors-not-shown')) for (const data of monitor) station.monitors.note(data);
  return { payload: {} };
};
