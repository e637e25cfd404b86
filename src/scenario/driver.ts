import type { StimulusName, StimulusParameters } from '../stimuli/stimuli.ts';

/** How a stimulus ended. */
export interface Carried {
  /** `denied`: an observation was made and it is not as expected. `unsupported`: no driver can do this. */
  outcome: 'done' | 'skipped' | 'unsupported' | 'denied';
  /** Who did it: `embedded`, `prompt`, `http` ... */
  carrier: string;
  note?: string;
}

/** Does to the system under test what people would do. */
export interface Driver {
  stimulate(name: StimulusName, parameters: StimulusParameters): Promise<Carried>;
}
