import type { StimulusName } from '../../stimuli/stimuli.ts';
import type { ExecOptions, ExecStimulus } from './exec.ts';
import type { HttpOptions, HttpStimulus } from './http.ts';
import type { JsonlOptions } from './jsonl.ts';
import type { Secret } from './secret.ts';

export const DRIVER_NAMES = ['prompt', 'http', 'exec', 'jsonl'] as const;
export type DriverName = (typeof DRIVER_NAMES)[number];

type Secrets = Readonly<Record<string, Secret>>;
type HttpRequest = Omit<HttpStimulus, 'headers'> & { headers?: Secrets };
type ExecProgram = Omit<ExecStimulus, 'env'> & { env?: Secrets };

/** Who carries out stimuli, as a configuration says it. Secrets are not in it, but where they are. */
export interface DriversConfig {
  /** Who is asked for single stimuli, in this order. */
  use?: Partial<Record<StimulusName, readonly DriverName[]>>;
  prompt?: { patience?: number };
  http?: Partial<Omit<HttpOptions, 'headers' | 'stimuli' | 'identity'>> & {
    headers?: Secrets;
    /** HTTP Basic authentication. */
    basic?: { username: string; password: Secret };
    stimuli?: Partial<Record<StimulusName, HttpRequest | readonly HttpRequest[]>>;
  };
  exec?: Partial<Omit<ExecOptions, 'env' | 'stimuli' | 'identity'>> & {
    env?: Secrets;
    stimuli?: Partial<Record<StimulusName, ExecProgram>>;
  };
  jsonl?: Partial<Omit<JsonlOptions, 'env' | 'command' | 'identity'>> & { command: readonly string[]; env?: Secrets };
}
