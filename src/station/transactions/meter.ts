import type { MeasurandEnumType, ReadingContextEnumType, SampledValueType } from '../../ocpp/generated/messages.ts';

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
const VOLTAGE = 230;

/** What all measurands follow from: watt-hours and watts. */
interface Reading {
  register: number;
  power: number;
}

/** The energy meter of an EVSE, which delivers all that it can and may, or nothing. */
export class Meter {
  readonly #maxPower: number;
  readonly #now: () => number;
  #register = 0;
  #since: number;
  #delivering = false;
  #limit = Number.POSITIVE_INFINITY;

  /** @param now milliseconds since the epoch */
  constructor(maxPower: number, now: () => number) {
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
  read(measurands: readonly string[], context: ReadingContextEnumType): SampledValueType[] {
    return sampledValues(this, measurands, context);
  }
}

/** What a meter shows of those measurands that it can measure. */
export function sampledValues(reading: Reading, measurands: readonly string[], context: ReadingContextEnumType): SampledValueType[] {
  return MEASURANDS.filter((measurand) => measurands.includes(measurand)).map((measurand) => ({
    value: Math.round(quantity(measurand, reading) * 10) / 10,
    context,
    measurand: measurand satisfies MeasurandEnumType,
    unitOfMeasure: { unit: UNITS[measurand] },
  }));
}

function quantity(measurand: Measurand, { register, power }: Reading): number {
  switch (measurand) {
    case 'Energy.Active.Import.Register':
      return register;
    case 'Power.Active.Import':
      return power;
    case 'Current.Import':
      return power / VOLTAGE;
    case 'Voltage':
      return VOLTAGE;
  }
}
