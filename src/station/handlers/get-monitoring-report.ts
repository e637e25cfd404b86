import type {
  GenericDeviceModelStatusEnumType,
  GetMonitoringReportRequest,
  MonitoringCriterionEnumType,
  MonitoringDataType,
} from '../../ocpp/generated/messages.ts';
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
  { config, faults }: Core,
  { monitoringCriteria = [] }: GetMonitoringReportRequest,
  report: readonly MonitoringDataType[],
): GenericDeviceModelStatusEnumType {
  const supports = (criterion: MonitoringCriterionEnumType) => config.capabilities.monitoringCriteria.includes(criterion);
  if (!monitoringCriteria.every(supports) && !faults.has('unsupported-criterion-of-monitors-accepted')) return 'NotSupported';
  return report.length > 0 || faults.has('empty-monitoring-report-accepted') ? 'Accepted' : 'EmptyResultSet';
}
