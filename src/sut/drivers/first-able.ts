import type { Carried, Driver } from '../../scenario/driver.ts';
import type { StimulusName, StimulusParameters } from '../../stimuli/stimuli.ts';

/** Has a stimulus carried out by the first driver that can. */
export class FirstAbleDriver implements Driver {
  readonly #drivers: readonly Driver[];

  constructor(drivers: readonly Driver[]) {
    this.#drivers = drivers;
  }

  async stimulate(name: StimulusName, parameters: StimulusParameters): Promise<Carried> {
    for (const driver of this.#drivers) {
      const carried = await driver.stimulate(name, parameters);
      if (carried.outcome !== 'unsupported') return carried;
    }
    return { outcome: 'unsupported', carrier: 'none' };
  }
}
