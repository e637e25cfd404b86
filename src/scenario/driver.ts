import type { StimulusName, StimulusParameters } from '../stimuli/stimuli.ts';

/** How a stimulus ended. */
export interface Carried {
  /** `denied`: an observation was made and it is not as expected. `unsupported`: no driver can do this. */
  outcome: 'done' | 'skipped' | 'unsupported' | 'denied';
  /** Who did it: `embedded`, `prompt`, `http` ... */
  carrier: string;
  note?: string;
  /** The driver said what the system under test is to send, so that the content is not its own. */
  dictated?: true;
}

/** What a stimulus is for, as a person is told. */
export interface Occasion {
  /** Id and title of the case. */
  case: string;
  /** The sentence of the scenario. */
  why: string;
}

/** Something that happened to a driver itself: its child process ended, say. */
export interface DriverEvent {
  carrier: string;
  text: string;
}

/** Does to the system under test what people would do. */
export interface Driver {
  stimulate(name: StimulusName, parameters: StimulusParameters, occasion?: Occasion): Promise<Carried>;
  /** Hears of what happened to the driver since somebody last listened, and from now on. @returns how to stop that */
  watch?(watcher: (event: DriverEvent) => void): () => void;
}
