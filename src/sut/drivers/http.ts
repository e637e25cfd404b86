import type { Carried, Driver } from '../../scenario/driver.ts';
import type { StimulusName, StimulusParameters } from '../../stimuli/stimuli.ts';

/** One request that carries out a stimulus; `{name}` stands for a parameter in every text. */
export interface HttpStimulus {
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** HTTP status that means success; any 2xx unless given. */
  status?: number;
}

export interface HttpOptions {
  /** A control API like that of the simulators: `POST <base>/stimuli/<name>` with the parameters as JSON. */
  base?: string;
  /** Requests for single stimuli. */
  stimuli?: Partial<Record<StimulusName, HttpStimulus>>;
  /** Seconds to wait for an answer. */
  timeout: number;
}

/** Carries out stimuli by HTTP requests: message APIs, simulators, lab robots. */
export class HttpDriver implements Driver {
  readonly #options: HttpOptions;

  constructor(options: HttpOptions) {
    this.#options = options;
  }

  async stimulate(name: StimulusName, parameters: StimulusParameters): Promise<Carried> {
    const request = this.#options.stimuli?.[name] ?? this.#standard(name, parameters);
    if (!request) return { outcome: 'unsupported', carrier: 'http' };
    const { method, url, headers, body, status } = render(request, parameters);
    try {
      const response = await fetch(url, {
        method,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(this.#options.timeout * 1000),
      });
      const succeeded = status === undefined ? response.ok : response.status === status;
      if (succeeded) return outcomeOf(await response.text());
      return {
        outcome: 'skipped',
        carrier: 'http',
        note: `${method} ${url} answered ${response.status}: ${(await response.text()).slice(0, 200)}`,
      };
    } catch (error) {
      return { outcome: 'skipped', carrier: 'http', note: `${method} ${url}: ${reasonOf(error as Error)}` };
    }
  }

  #standard(name: StimulusName, parameters: StimulusParameters): HttpStimulus | undefined {
    const { base } = this.#options;
    return base === undefined ? undefined : { method: 'POST', url: `${base.replace(/\/$/, '')}/stimuli/${name}`, body: parameters };
  }
}

const OUTCOMES = ['done', 'denied', 'skipped', 'unsupported'] as const satisfies readonly Carried['outcome'][];

/** The control APIs of the simulators say in their answer how an observation came out. */
function outcomeOf(text: string): Carried {
  const { outcome = 'done', note } = objectIn(text);
  const known = OUTCOMES.find((one) => one === outcome);
  if (!known) return { outcome: 'skipped', carrier: 'http', note: `outcome is ${JSON.stringify(outcome)}, none of ${OUTCOMES.join(', ')}` };
  return { outcome: known, carrier: 'http', ...(typeof note === 'string' && note ? { note } : {}) };
}

/** Whatever else a system answers, its HTTP status says that it did as it was told. */
function objectIn(text: string): { outcome?: unknown; note?: unknown } {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

/** `fetch failed` says little; what is behind it says why. */
const reasonOf = ({ message, cause }: Error): string => (cause instanceof Error ? `${message}: ${cause.message}` : message);

/** Fills in parameters; a text that is nothing but one parameter takes over its type. */
function render<T>(template: T, parameters: StimulusParameters): T {
  if (typeof template === 'string') {
    const [, whole] = /^\{(\w+)\}$/.exec(template) ?? [];
    if (whole) return (parameters[whole] ?? '') as T;
    return template.replace(/\{(\w+)\}/g, (_, name: string) => String(parameters[name] ?? '')) as T;
  }
  if (Array.isArray(template)) return template.map((item) => render(item, parameters)) as T;
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, render(value, parameters)])) as T;
}
