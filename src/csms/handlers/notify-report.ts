import type { Handler } from '../context.ts';

export const notifyReport: Handler<'NotifyReport'> = ({ requestId, seqNo, tbc, reportData = [] }, { station }) => {
  station.reports.part(requestId, seqNo, tbc, reportData);
  for (const data of reportData) station.deviceModel.noteReport(data);
  return { payload: {} };
};
