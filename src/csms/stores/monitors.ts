import type { MonitorEnumType, MonitoringDataType } from '../../ocpp/generated/messages.ts';
import { BoundedMap } from './bounded-map.ts';

const MANY = 1000;

/** The monitors that a station has reported, by their ids. */
export class Monitors {
  readonly #monitors = new BoundedMap<number, { path: string; type: MonitorEnumType }>(MANY);

  note({ component, variable, variableMonitoring }: MonitoringDataType): void {
    for (const { id, type } of variableMonitoring) this.#monitors.set(id, { path: `${component.name}.${variable.name}`, type });
  }

  /** The types of the monitors on a variable, such as `EVSE.Power` of whichever EVSE, each once. */
  typesOn(path: string): MonitorEnumType[] {
    const types = [...this.#monitors.values()].filter((monitor) => monitor.path === path).map(({ type }) => type);
    return [...new Set(types)].sort();
  }
}
