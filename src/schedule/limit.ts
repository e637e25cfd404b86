import type { ChargingRateUnitEnumType } from '../ocpp/generated/messages.ts';

/** What an EVSE is fed with. */
export interface Supply {
  /** Alternating current phases that the EVSE can use; 0 for direct current. */
  phases: number;
  /** Volts between a line and neutral (K01.FR.50), or of the direct current. */
  voltage: number;
}

/** What may be drawn at some moment: as much on each of so many phases. */
export interface Limit {
  /** Per phase. */
  amperes: number;
  /** 0 for direct current. */
  phases: number;
  /** The one phase that is to be used, if it matters. */
  phaseToUse?: number;
  /** Below this it is inefficient to charge; no limit. In amperes per phase. */
  minimum?: number;
}

/** What a limit without numberPhases is for (K01.FR.49). */
const DEFAULT_PHASES = 3;

/** A value of a ChargingSchedulePeriod in amperes per phase (K01.FR.50, K01.FR.51). */
export function amperesOf(value: number, unit: ChargingRateUnitEnumType, numberPhases: number | undefined, supply: Supply): number {
  if (unit === 'A') return value;
  return value / (supply.voltage * (supply.phases === 0 ? 1 : (numberPhases ?? DEFAULT_PHASES)));
}

/** How many phases a period lets an EVSE use (K01.FR.45, K01.FR.49). */
export const phasesOf = (numberPhases: number | undefined, { phases }: Supply): number => Math.min(numberPhases ?? DEFAULT_PHASES, phases);

/** A limit as one number: amperes per phase, or watts over all phases that are used. */
export function valueIn(unit: ChargingRateUnitEnumType, { amperes, phases }: Limit, { voltage }: Supply): number {
  return unit === 'A' ? amperes : amperes * voltage * Math.max(1, phases);
}

/** What satisfies both limits (K08.FR.04): neither more current on a phase nor more phases than either allows. */
export function lower(a: Limit, b: Limit): Limit {
  const phases = Math.min(a.phases, b.phases);
  const phaseToUse = a.phaseToUse ?? b.phaseToUse;
  const minimum = a.minimum === undefined || b.minimum === undefined ? (a.minimum ?? b.minimum) : Math.max(a.minimum, b.minimum);
  return {
    amperes: Math.min(a.amperes, b.amperes),
    phases,
    ...(phaseToUse === undefined ? {} : { phaseToUse }),
    ...(minimum === undefined ? {} : { minimum }),
  };
}

export const sameLimit = (a: Limit | undefined, b: Limit | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.amperes === b.amperes &&
    a.phases === b.phases &&
    a.phaseToUse === b.phaseToUse &&
    a.minimum === b.minimum);
