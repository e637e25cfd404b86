import type { ComponentType, SetMonitoringDataType } from '../../src/ocpp/generated/messages.ts';
import type { Scene } from './kit.ts';

export const evse = (id: number): ComponentType => ({ name: 'EVSE', evse: { id } });
export const POWER = { component: evse(1), variable: { name: 'Power' } };
export const AVAILABILITY = { component: evse(1), variable: { name: 'AvailabilityState' } };

/** A monitor that tells when more than 10 kW flow at EVSE 1, unless told otherwise. */
export const monitor = (data: Partial<SetMonitoringDataType> = {}): SetMonitoringDataType => ({
  ...POWER,
  type: 'UpperThreshold',
  value: 10_000,
  severity: 3,
  ...data,
});

/** Sets monitors. @returns a status for each, with its id or the reason */
export async function set({ csms }: Scene, ...data: Partial<SetMonitoringDataType>[]): Promise<string[]> {
  const [first, ...more] = data.map(monitor);
  if (!first) return [];
  const { setMonitoringResult } = await csms.ask('SetVariableMonitoring', { setMonitoringData: [first, ...more] });
  return setMonitoringResult.map(({ status, id, statusInfo }) => [status, id ?? statusInfo?.reasonCode].filter(Boolean).join(' '));
}

/** The events that the CSMS has heard of: `1 Alerting 22000`. */
export const told = ({ csms }: Scene): string[] =>
  csms
    .of('NotifyEvent')
    .flatMap(({ eventData }) =>
      eventData.map(({ variableMonitoringId, trigger, actualValue, cleared }) =>
        [variableMonitoringId, trigger, actualValue, cleared ? 'cleared' : ''].join(' ').trim(),
      ),
    );
