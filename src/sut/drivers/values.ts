import { randomUUID } from 'node:crypto';
import type { StimulusName, StimulusParameters } from '../../stimuli/stimuli.ts';
import type { Values } from './template.ts';

/** A name for templates that is looked up by the value of a parameter. */
export interface Lookup {
  /** The parameter. */
  of: string;
  values: Readonly<Record<string, unknown>>;
}

export interface ValueOptions {
  identity: string;
  lookups?: Readonly<Record<string, Lookup>>;
}

/** What lasts from the first stimulus at an EVSE to the next time that its cable is taken out. */
interface Session {
  id: string;
  count: number;
}

/**
 * What names in templates stand for: parameters of the stimulus, what is looked up by them, and for systems that send
 * what they are told an instant, an id for the charging session and a number that counts up in it.
 */
export class TemplateValues {
  readonly #options: ValueOptions;
  readonly #sessions = new Map<unknown, Session>();

  constructor(options: ValueOptions) {
    this.#options = options;
  }

  of(parameters: StimulusParameters): Values {
    return (name) => {
      if (name in parameters) return parameters[name];
      const lookup = this.#options.lookups?.[name];
      if (lookup) return lookup.values[String(parameters[lookup.of])];
      if (name === 'parameters') return parameters;
      if (name === 'identity') return this.#options.identity;
      if (name === 'now') return new Date().toISOString();
      if (name === 'session') return this.#session(parameters).id;
      if (name === 'count') return this.#session(parameters).count++;
      return undefined;
    };
  }

  /** Why a stimulus cannot be put into words: a table does not have its parameter. */
  missing(parameters: StimulusParameters, template: unknown): string | undefined {
    const text = JSON.stringify(template);
    for (const [name, { of, values }] of Object.entries(this.#options.lookups ?? {}))
      if (text.includes(`{${name}`) && !(String(parameters[of]) in values)) return `${name} is not known for ${of} ${parameters[of]}`;
    return undefined;
  }

  /** After the stimulus. */
  done(name: StimulusName, { evseId }: StimulusParameters): void {
    if (name === 'unplug') this.#sessions.delete(evseId);
  }

  #session({ evseId }: StimulusParameters): Session {
    const session = this.#sessions.get(evseId) ?? { id: randomUUID(), count: 0 };
    this.#sessions.set(evseId, session);
    return session;
  }
}
