import type { ReadingContextEnumType, SampledValueType } from '../../ocpp/generated/messages.ts';
import { type Detail, type Meter, sampledValues, TOTALS } from './meter.ts';

/** The meter where the station is connected to the grid, by three phases, which shows what all EVSEs take (J01.FR.04). */
export class MainMeter {
  readonly #meters: readonly Meter[];

  constructor(meters: readonly Meter[]) {
    this.#meters = meters;
  }

  read(measurands: readonly string[], context: ReadingContextEnumType, detail: Detail = TOTALS): SampledValueType[] {
    const sum = (of: (meter: Meter) => number) => this.#meters.reduce((total, meter) => total + of(meter), 0);
    const reading = { register: sum(({ register }) => register), power: sum(({ power }) => power), phases: 3 } as const;
    return sampledValues(reading, measurands, context, detail).map((value) => ({ ...value, location: 'Inlet' }));
  }
}
