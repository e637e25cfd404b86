import type { SetMonitoringBaseRequest } from '../../ocpp/generated/messages.ts';
import { parsePath } from '../device-model/path.ts';
import { type FactoryMonitor, LEAST_SEVERE, type Monitor, type MonitoringState } from './monitor.ts';

type Base = SetMonitoringBaseRequest['monitoringBase'];

/** The monitoring of a station fresh from the factory, whose monitors are numbered from 1. */
export const initialMonitoring = (factory: readonly FactoryMonitor[]): MonitoringState => ({
  monitors: monitorsOf(factory),
  lastId: factory.length,
  lastEventId: 0,
  base: 'All',
  level: LEAST_SEVERE,
});

/** @throws Error naming a path in the configuration that is none */
function monitorsOf(factory: readonly FactoryMonitor[]): Monitor[] {
  return factory.map(({ path, ...monitor }, index) => {
    const address = parsePath(path);
    if (!address) throw new Error(`monitors: ${path} is not a path such as ChargingStation.Problem`);
    return { ...monitor, ...address, id: index + 1, transaction: false, exceeded: false };
  });
}

/** The monitors that a base leaves, or brings back (N03.FR.03 to N03.FR.05). */
export function monitorsOnBase(base: Base, monitors: readonly Monitor[], factory: readonly FactoryMonitor[]): Monitor[] {
  const kept = monitors.filter(({ origin }) => origin === 'HardWiredMonitor' || (base === 'All' && origin === 'CustomMonitor'));
  if (base === 'HardWiredOnly') return kept;
  const active = monitors.filter(({ origin }) => origin === 'PreconfiguredMonitor');
  const known = [...kept, ...active];
  return [...known, ...monitorsOf(factory).filter(({ id }) => !known.some((monitor) => monitor.id === id))];
}
