import type { EventDataType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import { attributeOf, currentValue, type Variable } from '../device-model/variables.ts';
import { isNumeric, isThreshold, type Monitor } from './monitor.ts';

/** Why a monitor tells the CSMS something. */
export type Happening = Pick<EventDataType, 'trigger'> & { cleared?: boolean };

/** What has happened to the variable of a monitor since the last look, which is noted in the monitor. */
export function hasHappened(core: Core, monitor: Monitor, variable: Variable): Happening | undefined {
  return isThreshold(monitor.type) ? crossed(core, monitor, actualOf(variable)) : changed(core, monitor, variable);
}

/** N07.FR.16, N07.FR.17, N07.FR.02 */
function crossed({ faults }: Core, monitor: Monitor, value: string): Happening | undefined {
  const exceeded = monitor.type === 'UpperThreshold' ? Number(value) > monitor.value : Number(value) < monitor.value;
  if (exceeded === monitor.exceeded) return undefined;
  monitor.exceeded = exceeded;
  if (exceeded && monitor.type === 'LowerThreshold' && faults.has('lower-threshold-never-told')) return undefined;
  if (!exceeded && faults.has('cleared-threshold-not-told')) return undefined;
  return { trigger: 'Alerting', ...(exceeded ? {} : { cleared: true }) };
}

/** N07.FR.18, N07.FR.19 */
function changed({ faults }: Core, monitor: Monitor, variable: Variable): Happening | undefined {
  const value = actualOf(variable);
  // A monitor from the factory begins with what there is when the station is first switched on.
  monitor.reference ??= value;
  const numeric = isNumeric(variable.characteristics);
  const far = numeric
    ? Math.abs(Number(value) - Number(monitor.reference)) > (faults.has('delta-told-at-every-change') ? 0 : monitor.value)
    : value !== monitor.reference;
  if (!far) return undefined;
  monitor.reference = value;
  if (faults.has(numeric ? 'numeric-delta-not-told' : 'text-delta-not-told')) return undefined;
  return { trigger: faults.has('delta-as-alert') ? 'Alerting' : 'Delta' };
}

export function actualOf(variable: Variable): string {
  const actual = attributeOf(variable);
  return actual ? currentValue(variable, actual) : '';
}
