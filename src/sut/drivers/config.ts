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

/** The same with every secret replaced by what `map` makes of it. */
export function mapSecrets(drivers: DriversConfig, map: (secret: Secret) => Secret): DriversConfig {
  const { http, exec, jsonl } = drivers;
  const all = (secrets: Secrets): Secrets => mapped(secrets, map);
  const headers = <T extends { headers?: Secrets }>(one: T): T => (one.headers ? { ...one, headers: all(one.headers) } : one);
  const env = <T extends { env?: Secrets }>(one: T): T => (one.env ? { ...one, env: all(one.env) } : one);
  const requests = (given: HttpRequest | readonly HttpRequest[]) => (isList(given) ? given.map(headers) : headers(given));
  return {
    ...drivers,
    ...(http
      ? {
          http: {
            ...headers(http),
            ...(http.basic ? { basic: { ...http.basic, password: map(http.basic.password) } } : {}),
            ...(http.stimuli ? { stimuli: mapped(http.stimuli, requests) } : {}),
          },
        }
      : {}),
    ...(exec ? { exec: { ...env(exec), ...(exec.stimuli ? { stimuli: mapped(exec.stimuli, env) } : {}) } } : {}),
    ...(jsonl ? { jsonl: env(jsonl) } : {}),
  };
}

const isList = <T>(value: T | readonly T[]): value is readonly T[] => Array.isArray(value);
const mapped = <V, R>(values: Readonly<Partial<Record<string, V>>>, map: (value: V) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value as V)]));
