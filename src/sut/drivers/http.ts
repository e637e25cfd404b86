import type { Carried } from '../../scenario/driver.ts';
import type { StimulusName, StimulusParameters } from '../../stimuli/stimuli.ts';
import { holds, jsonIn, outcomeOf, quoted } from './answer.ts';
import type { LastingDriver } from './lasting.ts';
import { fillIn, render, type Values } from './template.ts';
import { type Lookup, TemplateValues } from './values.ts';

/** One request that carries out a stimulus; `{name}` stands for a parameter in every text. */
export interface HttpStimulus {
  method: string;
  /** Follows `server` if it begins with a slash. */
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
  /** HTTP status that means success; any 2xx unless given. */
  status?: number;
  /** What a JSON answer must have to mean success. */
  answer?: unknown;
}

export interface HttpOptions {
  /** A control API like that of the simulators: `POST <base>/stimuli/<name>` with the parameters as JSON. */
  base?: string;
  /** What URLs that begin with a slash follow. */
  server?: string;
  /** Headers of all requests. */
  headers?: Readonly<Record<string, string>>;
  /** Requests for single stimuli; several are sent one after the other. */
  stimuli?: Partial<Record<StimulusName, HttpStimulus | readonly HttpStimulus[]>>;
  lookups?: Readonly<Record<string, Lookup>>;
  /** The requests say what the system under test is to send. */
  dictates?: boolean;
  identity?: string;
  /** Seconds to wait for an answer. */
  timeout: number;
}

/** Carries out stimuli by HTTP requests: message APIs, simulators, lab robots. Nothing is tried twice. */
export class HttpDriver implements LastingDriver {
  readonly #options: HttpOptions;
  readonly #values: TemplateValues;

  constructor(options: HttpOptions) {
    this.#options = options;
    this.#values = new TemplateValues({ identity: '', ...options });
  }

  async stimulate(name: StimulusName, parameters: StimulusParameters): Promise<Carried> {
    const carrier = 'http';
    const requests = [this.#options.stimuli?.[name] ?? this.#standard(name) ?? []].flat() as HttpStimulus[];
    if (requests.length === 0) return { outcome: 'unsupported', carrier };
    const missing = this.#values.missing(parameters, requests);
    if (missing !== undefined) return { outcome: 'unsupported', carrier, note: missing };
    let carried: Carried = { outcome: 'done', carrier };
    for (const request of requests) {
      carried = { ...(await this.#send(request, this.#values.of(parameters))), carrier };
      if (carried.outcome !== 'done') break;
    }
    this.#values.done(name, parameters);
    return this.#options.dictates && carried.outcome === 'done' ? { ...carried, dictated: true } : carried;
  }

  async #send(request: HttpStimulus, values: Values): Promise<Omit<Carried, 'carrier'>> {
    const { method, status, answer } = request;
    const url = this.#url(request, values);
    const body = render(request.body, values);
    const headers = render({ ...this.#options.headers, ...request.headers }, values);
    try {
      const response = await fetch(url, {
        method,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(this.#options.timeout * 1000),
      });
      const text = await response.text();
      const succeeded = status === undefined ? response.ok : response.status === status;
      if (!succeeded) return { outcome: 'skipped', note: `${method} ${url} answered ${response.status}: ${quoted(text)}` };
      const json = jsonIn(text);
      if (answer === undefined) return outcomeOf(json);
      if (holds(json, answer)) return { outcome: 'done' };
      return { outcome: 'skipped', note: `${method} ${url} answered ${quoted(text) || 'nothing'}, not ${JSON.stringify(answer)}` };
    } catch (error) {
      return { outcome: 'skipped', note: `${method} ${url}: ${reasonOf(error as Error)}` };
    }
  }

  #url({ url }: HttpStimulus, values: Values): string {
    const { server = '' } = this.#options;
    const whole = url.startsWith('/') ? `${server.replace(/\/$/, '')}${url}` : url;
    return fillIn(whole, values, encodeURIComponent);
  }

  #standard(name: StimulusName): HttpStimulus | undefined {
    const { base } = this.#options;
    return base === undefined ? undefined : { method: 'POST', url: `${base.replace(/\/$/, '')}/stimuli/${name}`, body: '{parameters}' };
  }
}

/** `fetch failed` says little; what is behind it says why. */
const reasonOf = ({ message, cause }: Error): string => (cause instanceof Error ? `${message}: ${cause.message}` : message);
