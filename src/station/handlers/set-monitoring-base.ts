import type { Handler } from '../dispatch.ts';
import { unavailable } from './unavailable.ts';

/** Use case N03. */
export const setMonitoringBase: Handler<'SetMonitoringBase'> = (core, { monitoringBase }) => {
  const refusal = unavailable(core, 'MonitoringCtrlr');
  if (refusal) return refusal;
  // N03.FR.02
  if (monitoringBase === 'FactoryDefault' && core.faults.has('factory-default-refused')) return { payload: { status: 'Rejected' } };
  const supported = core.config.capabilities.monitoringBases.includes(monitoringBase) || core.faults.has('unsupported-base-accepted');
  return {
    payload: { status: supported ? 'Accepted' : 'NotSupported' },
    afterwards: ({ status }) => {
      if (status === 'Accepted') core.monitoring.useBase(monitoringBase);
    },
  };
};
