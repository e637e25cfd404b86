import type { GenericDeviceModelStatusEnumType, GetReportRequest, ReportDataType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import { customReport } from '../device-model/reports.ts';
import type { Handler } from '../dispatch.ts';
import { tooLarge } from './limits.ts';

/** Use case B08. */
export const getReport: Handler<'GetReport'> = (core, request) => {
  const excess = tooLarge(core, 'GetReport', request, request.componentVariable?.length ?? 0);
  if (excess) return excess;
  const report = customReport(core, request);
  return {
    payload: { status: statusOf(core, request, report) },
    afterwards: (sent) => {
      if (sent.status === 'Accepted' && report.length > 0) core.reports.send(request.requestId, report);
    },
  };
};

function statusOf(
  { config, reports }: Core,
  { componentCriteria = [] }: GetReportRequest,
  report: ReportDataType[],
): GenericDeviceModelStatusEnumType {
  const { customReports, reportCriteria } = config.capabilities;
  if (!customReports || componentCriteria.some((criterion) => !reportCriteria.includes(criterion))) return 'NotSupported';
  if (report.length === 0) return 'EmptyResultSet';
  return reports.sending ? 'Rejected' : 'Accepted';
}
