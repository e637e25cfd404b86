import type { SetMonitoringDataType, SetMonitoringResultType, SetMonitoringStatusEnumType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import { keyOf } from '../device-model/path.ts';
import type { Variable } from '../device-model/variables.ts';
import { isNumeric, isThreshold, LEAST_SEVERE, type Monitor } from './monitor.ts';

/** What setting a monitor comes to: the id that it has, or why it cannot be set. */
export type Judgement =
  | { status: 'Accepted'; id: number }
  | { status: Exclude<SetMonitoringStatusEnumType, 'Accepted'>; reasonCode?: string };

/**
 * @param monitors those that there are, and those that the same request has set before
 * @param freeId for a new one
 */
export function judgeMonitor(core: Core, data: SetMonitoringDataType, monitors: readonly Monitor[], freeId: number): Judgement {
  const { component, variable, id } = data;
  const { faults } = core;
  // N04.FR.03, N04.FR.04
  if (!core.variables.hasComponent(component)) return { status: 'UnknownComponent' };
  const found = core.variables.find({ component, variable });
  if (!found) return { status: 'UnknownVariable' };
  // N04.FR.05
  const numeric = isNumeric(found.characteristics) || faults.has('threshold-of-text-accepted');
  const possible = found.characteristics.supportsMonitoring && (!isThreshold(data.type) || numeric);
  if (!possible) return { status: 'UnsupportedMonitorType' };
  const reasonCode = objectionToValue(core, data, found);
  if (reasonCode) return { status: 'Rejected', reasonCode };
  const same = monitors.filter((monitor) => keyOf(monitor) === keyOf(found) || faults.has('monitor-moved-to-other-variable'));
  // N04.FR.13, N04.FR.16
  if (id !== undefined && !same.some((monitor) => monitor.id === id)) return { status: 'Rejected', reasonCode: 'NotFound' };
  // N04.FR.18
  if (same.some((monitor) => monitor.id === id && monitor.origin === 'HardWiredMonitor'))
    return { status: 'Rejected', reasonCode: 'ReadOnly' };
  // N04.FR.10
  const alike = ({ type, severity }: Monitor) => type === data.type && (severity === data.severity || faults.has('one-monitor-per-type'));
  if (!faults.has('duplicate-monitor-accepted') && same.some((monitor) => alike(monitor) && monitor.id !== id))
    return { status: 'Duplicate' };
  return { status: 'Accepted', id: faults.has('replaced-monitor-is-new') ? freeId : (id ?? freeId) };
}

function objectionToValue(
  { faults }: Core,
  { type, value, severity }: SetMonitoringDataType,
  { characteristics }: Variable,
): string | undefined {
  if (severity < 0 || severity > LEAST_SEVERE) return 'ValueOutOfRange';
  if (isThreshold(type)) {
    // N04.FR.06
    const { minLimit = Number.NEGATIVE_INFINITY, maxLimit = Number.POSITIVE_INFINITY } = characteristics;
    if (faults.has('threshold-beyond-limits-accepted')) return undefined;
    return value < minLimit || value > maxLimit ? 'ValueOutOfRange' : undefined;
  }
  if (faults.has('negative-delta-accepted')) return undefined;
  // N04.FR.14, N04.FR.20; an interval cannot be negative either.
  if (value === 0) return 'ValueZeroNotAllowed';
  return value < 0 ? 'ValuePositiveOnly' : undefined;
}

/** The answer to one element of the request (N04.FR.02). */
export function resultFor({ type, severity, component, variable }: SetMonitoringDataType, judgement: Judgement): SetMonitoringResultType {
  const base = { type, severity, component, variable };
  if (judgement.status === 'Accepted') return { ...base, status: 'Accepted', id: judgement.id };
  const { status, reasonCode } = judgement;
  return { ...base, status, ...(reasonCode ? { statusInfo: { reasonCode } } : {}) };
}
