import type { Handler } from '../dispatch.ts';
import { unavailable } from './unavailable.ts';

/** Use case N03. */
export const setMonitoringBase: Handler<'SetMonitoringBase'> = (core, { monitoringBase }) => {
  const refusal = unavailable(core, 'MonitoringCtrlr');
  if (refusal) return refusal;
  // N03.FR.02
  const supported = core.config.capabilities.monitoringBases.includes(monitoringBase);
  return {
    payload: { status: supported ? 'Accepted' : 'NotSupported' },
    afterwards: ({ status }) => {
      if (status === 'Accepted') core.monitoring.useBase(monitoringBase);
    },
  };
};
