import type {
  ComponentType,
  MonitorEnumType,
  MonitoringCriterionEnumType,
  VariableCharacteristicsType,
  VariableMonitoringType,
  VariableType,
} from '../../ocpp/generated/messages.ts';

/** A monitor on a variable; all of them are custom ones, because this station has none from the factory. */
export interface Monitor extends VariableMonitoringType {
  component: ComponentType;
  variable: VariableType;
  /** The value that a Delta is reckoned from. */
  reference: string;
  /** A threshold is exceeded, and the CSMS has been told. */
  exceeded: boolean;
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

export const initialMonitoring = (): MonitoringState => ({ monitors: [], lastId: 0, lastEventId: 0, base: 'All', level: LEAST_SEVERE });

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
