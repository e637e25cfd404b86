import { closest } from 'fastest-levenshtein';
import { STIMULI } from '../stimuli/stimuli.ts';
import type { Csms } from './csms.ts';
import { CSMS_FAULTS } from './faults/index.ts';
import { HttpError } from './http.ts';
import { CSMS_STIMULI, StimulusError, textOf } from './stimulate.ts';

interface Call {
  csms: Csms;
  /** The last segment of the path. */
  name: string;
  body: Record<string, unknown>;
  query: URLSearchParams;
}
type Route = (call: Call) => unknown;

const EXACT: Record<string, Route> = {
  'GET /stimuli': () => Object.fromEntries(CSMS_STIMULI.map((name) => [name, STIMULI[name]])),
  'GET /state': ({ csms }) => csms.state(),
  'GET /faults': ({ csms }) => Object.values(CSMS_FAULTS).map((fault) => ({ ...fault, active: csms.faults.includes(fault.name) })),
  'GET /show': lookUp,
  // Unlike the stimulus of that name it waits for the outcome.
  'POST /send': ({ csms, body, query }) => csms.request(body, station(body, query)),
};

export const ROUTES = {
  find(method: string, path: string): { route: Route; name: string } | undefined {
    const exact = EXACT[`${method} ${path}`];
    if (exact) return { route: exact, name: '' };
    const [, name] = /^\/stimuli\/([^/]+)$/.exec(path) ?? [];
    return method === 'POST' && name ? { route: stimulate, name } : undefined;
  },
};

/** @throws HttpError that names what was probably meant */
export function notFound(method: string, path: string): never {
  const known = [...Object.keys(EXACT), 'POST /stimuli/<name>'];
  throw new HttpError(404, `there is no ${method} ${path}; did you mean ${closest(`${method} ${path}`, known)}?`);
}

function stimulate({ csms, name, body, query }: Call): Promise<unknown> {
  if (!(CSMS_STIMULI as readonly string[]).includes(name))
    throw new HttpError(404, `a CSMS has no stimulus "${name}"; did you mean "${closest(name, CSMS_STIMULI)}"?`);
  return csms.stimulate(name, body, station(body, query));
}

function lookUp({ csms, query }: Call): unknown {
  const what = textOf({ what: query.get('what') ?? undefined }, 'what');
  return { what, shown: csms.show(what, query.get('station') ?? undefined) ?? null };
}

function station(body: Call['body'], query: URLSearchParams): string | undefined {
  const identity = query.get('station') ?? body.station;
  if (identity === undefined || typeof identity === 'string') return identity;
  throw new StimulusError('station', 'the identity of a station is needed');
}
