import type { MeasurandEnumType, PhaseEnumType, ReadingContextEnumType, SampledValueType } from '../../ocpp/generated/messages.ts';
import type { EvseConfig } from '../config.ts';

/** What the meters of this station can measure. */
export const MEASURANDS = ['Energy.Active.Import.Register', 'Power.Active.Import', 'Current.Import', 'Voltage'] as const;
type Measurand = (typeof MEASURANDS)[number];

const UNITS: Record<Measurand, string> = {
  'Energy.Active.Import.Register': 'Wh',
  'Power.Active.Import': 'W',
  'Current.Import': 'A',
  Voltage: 'V',
};
const HOUR = 3_600_000;
/** Between a line and neutral, and of direct current. */
const VOLTAGE = { AC: 230, DC: 400 };
const LINES: readonly PhaseEnumType[] = ['L1', 'L2', 'L3'];

/** What all measurands follow from: watt-hours, watts, and by how many phases; 0 for direct current. */
interface Reading {
  register: number;
  power: number;
  phases: EvseConfig['phases'];
}

/** How much a meter is asked for. */
export interface Detail {
  /** The energy of each phase besides the total. */
  registerPhases: boolean;
}

export const TOTALS: Detail = { registerPhases: false };

/** The energy meter of an EVSE, which delivers all that it can and may, or nothing. */
export class Meter {
  readonly phases: EvseConfig['phases'];
  readonly #maxPower: number;
  readonly #now: () => number;
  #register = 0;
  #since: number;
  #delivering = false;
  #limit = Number.POSITIVE_INFINITY;

  /** @param now milliseconds since the epoch */
  constructor({ maxPower, phases }: Pick<EvseConfig, 'maxPower' | 'phases'>, now: () => number) {
    this.phases = phases;
    this.#maxPower = maxPower;
    this.#now = now;
    this.#since = now();
  }

  /** Starts or stops delivering energy. */
  deliver(on: boolean): void {
    this.#register = this.register;
    this.#since = this.#now();
    this.#delivering = on;
  }

  /** The most that it may deliver from now on, in watts. */
  set limit(limit: number) {
    this.deliver(this.#delivering);
    this.#limit = limit;
  }

  /** Watts. */
  get power(): number {
    return this.#delivering ? Math.min(this.#maxPower, this.#limit) : 0;
  }

  /** Watt-hours since the meter was built. */
  get register(): number {
    return this.#register + (this.power * Math.max(0, this.#now() - this.#since)) / HOUR;
  }

  /** Values of those measurands that it can measure. */
  read(measurands: readonly string[], context: ReadingContextEnumType, detail: Detail = TOTALS): SampledValueType[] {
    return sampledValues(this, measurands, context, detail);
  }
}

/** What a meter shows of those measurands that it can measure. */
export function sampledValues(
  reading: Reading,
  measurands: readonly string[],
  context: ReadingContextEnumType,
  { registerPhases }: Detail,
): SampledValueType[] {
  return MEASURANDS.filter((measurand) => measurands.includes(measurand)).flatMap((measurand) => {
    const common = { context, measurand: measurand satisfies MeasurandEnumType, unitOfMeasure: { unit: UNITS[measurand] } };
    const value = (total: number, phase?: PhaseEnumType) => ({
      value: Math.round(total * 10) / 10,
      ...common,
      ...(phase ? { phase } : {}),
    });
    return quantities(measurand, reading, registerPhases).map(([quantity, phase]) => value(quantity, phase));
  });
}

/** A load is spread evenly over the phases that there are. */
function quantities(measurand: Measurand, { register, power, phases }: Reading, registerPhases: boolean): [number, PhaseEnumType?][] {
  const lines = phases === 3 ? LINES : [];
  const volts = phases === 0 ? VOLTAGE.DC : VOLTAGE.AC;
  switch (measurand) {
    case 'Energy.Active.Import.Register':
      return [[register], ...(registerPhases ? lines.map((line): [number, PhaseEnumType] => [register / lines.length, line]) : [])];
    case 'Power.Active.Import':
      return [[power]];
    case 'Current.Import':
      return lines.length > 0 ? lines.map((line) => [power / volts / lines.length, line]) : [[power / volts]];
    case 'Voltage':
      return lines.length > 0 ? lines.map((line) => [volts, `${line}-N` as PhaseEnumType]) : [[volts]];
  }
}
