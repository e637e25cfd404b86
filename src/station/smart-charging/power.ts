import type { ChargingRateUnitEnumType } from '../../ocpp/generated/messages.ts';
import type { EvseConfig } from '../config.ts';
import type { Limit } from './schedule.ts';

/** The voltage of the area between a line and neutral (K01.FR.50). */
export const LINE_VOLTAGE = 230;
/** What a direct current limit in amperes is reckoned with. */
const DC_VOLTAGE = 400;
/** What a limit means that names no number of phases (K01.FR.49). */
const DEFAULT_PHASES = 3;

/** A limit in another unit: amperes per phase (K01.FR.51), or watts over all phases that are used (K01.FR.50). */
export function inUnit({ limit, unit, numberPhases = DEFAULT_PHASES }: Limit, wanted: ChargingRateUnitEnumType, phases: number): number {
  if (unit === wanted) return limit;
  if (phases === 0) return wanted === 'W' ? limit * DC_VOLTAGE : limit / DC_VOLTAGE;
  // An EVSE that has fewer phases uses those that it has (K01.FR.45).
  return wanted === 'W' ? limit * LINE_VOLTAGE * Math.min(numberPhases, phases) : limit / (LINE_VOLTAGE * numberPhases);
}

/** The most that the EVSE itself can deliver. */
export const localLimit = ({ maxPower, phases }: EvseConfig): Limit => ({ limit: maxPower, unit: 'W', numberPhases: phases });

/** Limits have one decimal; the rest is cut off, so that no limit is exceeded. */
export const cut = (limit: number): number => Math.floor(limit * 10 + 1e-6) / 10;
