import type {
  ComponentType,
  EventNotificationEnumType,
  MonitorEnumType,
  MonitoringCriterionEnumType,
  VariableCharacteristicsType,
  VariableMonitoringType,
  VariableType,
} from '../../ocpp/generated/messages.ts';

/** A monitor on a variable. */
export interface Monitor extends VariableMonitoringType {
  component: ComponentType;
  variable: VariableType;
  origin: Origin;
  /** The value that a Delta is reckoned from; none before the station has looked. */
  reference?: string;
  /** A threshold is exceeded, and the CSMS has been told. */
  exceeded: boolean;
}

/** Who has set it; a preconfigured monitor that the CSMS changes becomes a custom one (N04.FR.15). */
export type Origin = Exclude<EventNotificationEnumType, 'HardWiredNotification'>;

/** A monitor that a station has from the factory. */
export interface FactoryMonitor extends Pick<Monitor, 'type' | 'value' | 'severity'> {
  origin: Exclude<Origin, 'CustomMonitor'>;
  /** What it watches: `ChargingStation.Problem`. */
  path: string;
}

/** What survives reboots (N07.FR.13). */
export interface MonitoringState {
  monitors: Monitor[];
  lastId: number;
  lastEventId: number;
  base: 'All' | 'FactoryDefault' | 'HardWiredOnly';
  /** Events of monitors with a greater severity number are not reported. */
  level: number;
}

/** The greatest severity number. */
export const LEAST_SEVERE = 9;

/** N02.FR.12 to N02.FR.14 */
const CRITERIA: Record<MonitorEnumType, MonitoringCriterionEnumType> = {
  UpperThreshold: 'ThresholdMonitoring',
  LowerThreshold: 'ThresholdMonitoring',
  Delta: 'DeltaMonitoring',
  Periodic: 'PeriodicMonitoring',
  PeriodicClockAligned: 'PeriodicMonitoring',
};
export const criterionOf = ({ type }: Pick<Monitor, 'type'>): MonitoringCriterionEnumType => CRITERIA[type];

export const isThreshold = (type: MonitorEnumType): boolean => CRITERIA[type] === 'ThresholdMonitoring';
export const isPeriodic = (type: MonitorEnumType): boolean => CRITERIA[type] === 'PeriodicMonitoring';
export const isNumeric = ({ dataType }: VariableCharacteristicsType): boolean => dataType === 'integer' || dataType === 'decimal';
