import type { Carried, DriverEvent, Occasion } from '../../scenario/driver.ts';
import type { StimulusName, StimulusParameters } from '../../stimuli/stimuli.ts';
import type { LastingDriver } from './lasting.ts';

/** Has a stimulus carried out by the first driver that can. */
export class FirstAbleDriver implements LastingDriver {
  readonly #drivers: readonly LastingDriver[];
  readonly #assigned: Partial<Record<StimulusName, readonly LastingDriver[]>>;

  /** @param assigned who is asked for single stimuli, and nobody else */
  constructor(drivers: readonly LastingDriver[], assigned: Partial<Record<StimulusName, readonly LastingDriver[]>> = {}) {
    this.#drivers = drivers;
    this.#assigned = assigned;
  }

  async start(): Promise<void> {
    for (const driver of this.#drivers) await driver.start?.();
  }

  async stimulate(name: StimulusName, parameters: StimulusParameters, occasion?: Occasion): Promise<Carried> {
    const notes: string[] = [];
    for (const driver of this.#assigned[name] ?? this.#drivers) {
      const carried = await driver.stimulate(name, parameters, occasion);
      if (carried.outcome !== 'unsupported') return carried;
      if (carried.note) notes.push(`${carried.carrier}: ${carried.note}`);
    }
    return { outcome: 'unsupported', carrier: 'none', ...(notes.length > 0 ? { note: notes.join('; ') } : {}) };
  }

  watch(watcher: (event: DriverEvent) => void): () => void {
    const stops = this.#drivers.map((driver) => driver.watch?.(watcher));
    return () => {
      for (const stop of stops) stop?.();
    };
  }

  close(): void {
    for (const driver of this.#drivers) driver.close?.();
  }
}
