import type { Core } from './core.ts';
import type { Connector, Evse } from './evses.ts';

/** Of what the station reports about a lock: an error, which somebody should look at soon. */
const SEVERITY = 3;

/** Holds the cable while someone charges, and tells the CSMS if that fails: use case G05. @returns whether it may charge */
export function lockCable({ faults, monitoring }: Core, evse: Evse, connector: Connector): boolean {
  const before = connector.lockFailed;
  if (connector.lock()) return true;
  // G05.FR.02
  if (!before && !faults.has('lock-failure-not-reported')) {
    const component = { name: 'ConnectorPlugRetentionLock', evse: { id: evse.id, connectorId: connector.id } };
    monitoring.hardWired({ component, variable: { name: 'Problem' }, actualValue: 'true' }, SEVERITY);
  }
  return faults.has('charges-without-lock');
}
