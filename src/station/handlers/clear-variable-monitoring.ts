import type { ClearMonitoringResultType, ClearMonitoringStatusEnumType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Handler } from '../dispatch.ts';
import { tooLarge } from './limits.ts';
import { unavailable } from './unavailable.ts';

/** Use case N06. */
export const clearVariableMonitoring: Handler<'ClearVariableMonitoring'> = (core, request) => {
  const refusal = unavailable(core, 'MonitoringCtrlr') ?? tooLarge(core, 'ClearVariableMonitoring', request, request.id.length);
  if (refusal) return refusal;
  // N06.FR.05
  const result = (id: number): ClearMonitoringResultType => ({ id, status: statusOf(core, id) });
  return {
    payload: { clearMonitoringResult: request.id.map(result) },
    afterwards: ({ clearMonitoringResult }) => {
      if (core.faults.has('cleared-monitors-stay')) return;
      core.monitoring.clear(clearMonitoringResult.filter(({ status }) => status === 'Accepted').map(({ id }) => id));
    },
  };
};

/** N06.FR.01 to N06.FR.03 */
function statusOf({ monitoring, faults }: Core, id: number): ClearMonitoringStatusEnumType {
  const monitor = monitoring.monitors.find((candidate) => candidate.id === id);
  if (!monitor) return faults.has('unknown-monitor-cleared') ? 'Accepted' : 'NotFound';
  return monitor.origin === 'HardWiredMonitor' && !faults.has('hard-wired-monitor-cleared') ? 'Rejected' : 'Accepted';
}
