import type { ClearMonitoringResultType } from '../../ocpp/generated/messages.ts';
import type { Handler } from '../dispatch.ts';
import { tooLarge } from './limits.ts';
import { unavailable } from './unavailable.ts';

/** Use case N06. */
export const clearVariableMonitoring: Handler<'ClearVariableMonitoring'> = (core, request) => {
  const refusal = unavailable(core, 'MonitoringCtrlr') ?? tooLarge(core, 'ClearVariableMonitoring', request, request.id.length);
  if (refusal) return refusal;
  // N06.FR.02, N06.FR.05
  const result = (id: number): ClearMonitoringResultType => ({
    id,
    status: core.monitoring.monitors.some((monitor) => monitor.id === id) ? 'Accepted' : 'NotFound',
  });
  return {
    payload: { clearMonitoringResult: request.id.map(result) },
    afterwards: ({ clearMonitoringResult }) =>
      core.monitoring.clear(clearMonitoringResult.filter(({ status }) => status === 'Accepted').map(({ id }) => id)),
  };
};
