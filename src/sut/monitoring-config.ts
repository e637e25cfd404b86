import type { MonitoringBaseEnumType, MonitoringCriterionEnumType } from '../ocpp/generated/messages.ts';
import { type Address, parsePath } from '../station/device-model/path.ts';

/** What cases of block N set monitors on, and with which values. */
export interface MonitoringConfig {
  /** Of monitors that are reported; one more than that is a severity as well. */
  severity: number;
  /** A number that rises while energy flows at the EVSE, such as `EVSE(1).Power`, which it is unless given. */
  number?: string;
  /** Something else that changes when a cable is plugged in; AvailabilityState of the EVSE unless given. */
  text?: string;
  /** What the number exceeds while energy flows, and does not while none flows. */
  exceeded: number;
  /** What it never exceeds, though within its limits. */
  neverExceeded: number;
  /** What it is below while no energy flows, and is not while energy flows. */
  undercut: number;
  /** More than its maxLimit. */
  beyondMaximum: number;
  /** Less than it changes by when energy begins to flow. */
  delta: number;
  /** Id of a monitor of type Delta that is preconfigured in the station. */
  preconfigured?: number;
  unsupportedCriterion?: MonitoringCriterionEnumType;
  unsupportedBase?: MonitoringBaseEnumType;
}

export const defaultMonitoringConfig = (): MonitoringConfig => ({
  severity: 5,
  exceeded: 0,
  neverExceeded: 22_000,
  undercut: 1,
  beyondMaximum: 1_000_000_000,
  delta: 100,
});

/** What names of block N stand for; those that are not configured have no entry. */
export function monitoringNames({ number, text, ...config }: MonitoringConfig, evseId: number): [string, unknown][] {
  const numeric = addressAt(number ?? `EVSE(${evseId}).Power`);
  const other = addressAt(text ?? `EVSE(${evseId}).AvailabilityState`);
  const names: [string, unknown][] = [
    ['severity', config.severity],
    ['numeric component', numeric.component],
    ['numeric variable', numeric.variable],
    ['text component', other.component],
    ['text variable', other.variable],
    ['exceeded value', config.exceeded],
    ['value never exceeded', config.neverExceeded],
    ['undercut value', config.undercut],
    ['value beyond maximum', config.beyondMaximum],
    ['delta', config.delta],
    ['preconfigured monitor', config.preconfigured],
    ['unsupported monitoring criterion', config.unsupportedCriterion],
    ['unsupported monitoring base', config.unsupportedBase],
  ];
  return names.filter(([, value]) => value !== undefined);
}

/** Names that nothing stands for unless it is configured, and where. */
export const WITHOUT_DEFAULT: Readonly<Record<string, string>> = {
  'unsupported criterion': 'unsupportedCriterion',
  'preconfigured monitor': 'monitoring.preconfigured',
  'unsupported monitoring criterion': 'monitoring.unsupportedCriterion',
  'unsupported monitoring base': 'monitoring.unsupportedBase',
};

/** @throws Error for a path that the schema of configurations should not have let through */
function addressAt(path: string): Address {
  const address = parsePath(path);
  if (!address) throw new Error(`monitoring: ${path} is not a path such as EVSE(1).Power`);
  return address;
}
