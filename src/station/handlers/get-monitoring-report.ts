import type { GenericDeviceModelStatusEnumType, GetMonitoringReportRequest, MonitoringDataType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Handler } from '../dispatch.ts';
import { monitoringReport, sendMonitoringReport } from '../monitoring/report.ts';
import { tooLarge } from './limits.ts';
import { unavailable } from './unavailable.ts';

/** Use case N02. */
export const getMonitoringReport: Handler<'GetMonitoringReport'> = (core, request) => {
  // N02.FR.07
  const refusal = unavailable(core, 'MonitoringCtrlr') ?? tooLarge(core, 'GetReport', request, request.componentVariable?.length ?? 0);
  if (refusal) return refusal;
  const report = monitoringReport(core, request);
  return {
    payload: { status: statusOf(core, request, report) },
    afterwards: ({ status }) => {
      if (status === 'Accepted') core.activity.start(() => sendMonitoringReport(core, request.requestId, report));
    },
  };
};

/** N02.FR.01, N02.FR.02, N02.FR.10 */
function statusOf(
  { config }: Core,
  { monitoringCriteria = [] }: GetMonitoringReportRequest,
  report: readonly MonitoringDataType[],
): GenericDeviceModelStatusEnumType {
  if (monitoringCriteria.some((criterion) => !config.capabilities.monitoringCriteria.includes(criterion))) return 'NotSupported';
  return report.length > 0 ? 'Accepted' : 'EmptyResultSet';
}
