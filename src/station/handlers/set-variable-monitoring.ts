import type { SetMonitoringDataType, SetMonitoringResultType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Handler } from '../dispatch.ts';
import { judgeMonitor, resultFor } from '../monitoring/judge.ts';
import type { Monitor } from '../monitoring/monitor.ts';
import { tooLarge } from './limits.ts';
import { unavailable } from './unavailable.ts';

/** Use case N04. */
export const setVariableMonitoring: Handler<'SetVariableMonitoring'> = (core, request) => {
  const { setMonitoringData } = request;
  const refusal = unavailable(core, 'MonitoringCtrlr') ?? tooLarge(core, 'SetVariableMonitoring', request, setMonitoringData.length);
  if (refusal) return refusal;
  const [first, ...more] = results(core, setMonitoringData);
  return {
    payload: { setMonitoringResult: first ? [first, ...more] : [] },
    afterwards: ({ setMonitoringResult }) => {
      for (const [index, data] of setMonitoringData.entries()) {
        const result = setMonitoringResult[index];
        if (result?.status !== 'Accepted' || core.faults.has('accepted-monitor-not-set')) continue;
        const monitor = core.monitoring.monitor(data, result.id ?? data.id ?? core.monitoring.freeId);
        if (monitor) core.monitoring.set(monitor);
      }
    },
  };
};

function results(core: Core, all: readonly SetMonitoringDataType[]): SetMonitoringResultType[] {
  const judged = judgeAll(core, all);
  if (!core.faults.has('one-bad-monitor-spoils-all') || judged.every(({ status }) => status === 'Accepted')) return judged;
  return judged.map(({ id: _, ...result }) => ({ ...result, status: result.status === 'Accepted' ? 'Rejected' : result.status }));
}

/** Each element is judged as if those before it were carried out. */
function judgeAll(core: Core, all: readonly SetMonitoringDataType[]): SetMonitoringResultType[] {
  let monitors: Monitor[] = [...core.monitoring.monitors];
  let { freeId } = core.monitoring;
  return all.map((data) => {
    const judgement = judgeMonitor(core, data, monitors, freeId);
    if (judgement.status === 'Accepted') {
      const monitor = core.monitoring.monitor(data, judgement.id);
      monitors = [...monitors.filter(({ id }) => id !== judgement.id), ...(monitor ? [monitor] : [])];
      freeId = Math.max(freeId, judgement.id + 1);
    }
    return resultFor(data, judgement);
  });
}
