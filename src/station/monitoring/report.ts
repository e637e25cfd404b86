import type { GetMonitoringReportRequest, MonitoringDataType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import { keyOf } from '../device-model/path.ts';
import { isWanted } from '../device-model/reports.ts';
import { criterionOf, type Monitor } from './monitor.ts';

/** The monitors that criteria and variables leave, by variable (N02.FR.05 to FR.08, FR.11 to FR.21). */
export function monitoringReport({ persistent, faults }: Core, request: GetMonitoringReportRequest): MonitoringDataType[] {
  const monitoringCriteria = faults.has('monitoring-criteria-ignored') ? [] : (request.monitoringCriteria ?? []);
  const componentVariable = faults.has('variables-of-monitors-ignored') ? [] : (request.componentVariable ?? []);
  const data = new Map<string, MonitoringDataType>();
  for (const monitor of persistent.monitoring.monitors) {
    const meant = monitoringCriteria.length === 0 || monitoringCriteria.includes(criterionOf(monitor));
    if (!meant || (componentVariable.length > 0 && !componentVariable.some((wanted) => isWanted(monitor, wanted)))) continue;
    const { component, variable } = monitor;
    const known = data.get(keyOf(monitor));
    if (known) known.variableMonitoring.push(described(monitor));
    else data.set(keyOf(monitor), { component, variable, variableMonitoring: [described(monitor)] });
  }
  return [...data.values()];
}

/** Sends a report in as many parts as it takes (N02.FR.03, N02.FR.04, N02.FR.09). */
export async function sendMonitoringReport(
  { config, messages, time }: Core,
  requestId: number,
  report: readonly MonitoringDataType[],
): Promise<void> {
  const size = config.reportEntriesPerPart;
  for (let seqNo = 0; seqNo * size < report.length; seqNo++) {
    const monitor = report.slice(seqNo * size, (seqNo + 1) * size);
    const tbc = (seqNo + 1) * size < report.length;
    const { kind } = await messages.call('NotifyMonitoringReport', { requestId, generatedAt: time.timestamp(), seqNo, tbc, monitor });
    if (kind === 'closed') return;
  }
}

const described = ({ id, transaction, value, type, severity }: Monitor): MonitoringDataType['variableMonitoring'][number] => ({
  id,
  transaction,
  value,
  type,
  severity,
});
