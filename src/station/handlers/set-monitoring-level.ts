import type { Handler } from '../dispatch.ts';
import { LEAST_SEVERE } from '../monitoring/monitor.ts';
import { unavailable } from './unavailable.ts';

/** Use case N05. */
export const setMonitoringLevel: Handler<'SetMonitoringLevel'> = (core, { severity }) => {
  const refusal = unavailable(core, 'MonitoringCtrlr');
  if (refusal) return refusal;
  // N05.FR.02
  const inRange = (severity >= 0 && severity <= LEAST_SEVERE) || core.faults.has('monitoring-level-not-checked');
  return {
    payload: inRange ? { status: 'Accepted' } : { status: 'Rejected', statusInfo: { reasonCode: 'ValueOutOfRange' } },
    afterwards: ({ status }) => {
      if (status === 'Accepted') core.monitoring.useLevel(severity);
    },
  };
};
