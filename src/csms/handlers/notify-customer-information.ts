import type { Handler } from '../context.ts';

export const notifyCustomerInformation: Handler<'NotifyCustomerInformation'> = ({ requestId, seqNo, tbc, data }, { station }) => {
  station.reports.part(requestId, seqNo, tbc, [data]);
  return { payload: {} };
};
