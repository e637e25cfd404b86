import { closest } from 'fastest-levenshtein';
import { ACTIONS, type Action, mayRequest } from '../ocpp/action.ts';
import { STIMULI } from '../stimuli/stimuli.ts';
import { pathOf } from './device-model/path.ts';
import { STATION_FAULTS } from './faults/index.ts';
import type { Changes } from './merge.ts';
import type { Station } from './station.ts';
import { STATION_STIMULI, StimulusError } from './stimuli.ts';

/** A request that cannot be carried out: the HTTP status and what to do about it. */
export class ControlError extends Error {
  readonly status: number;
  readonly field: string | undefined;
  constructor(status: number, message: string, field?: string) {
    super(message);
    this.status = status;
    this.field = field;
  }
}

type Body = Record<string, unknown>;
type Route = (station: Station, body: Body) => unknown;

const ROUTES: Readonly<Record<string, Route>> = {
  'GET /stimuli': () => Object.fromEntries(STATION_STIMULI.map((name) => [name, STIMULI[name]])),
  'POST /send': send,
  'GET /state': (station) => station.state(),
  'GET /variables': (station) => variablesOf(station),
  'PUT /variables': setVariables,
  'POST /power': power,
  'GET /faults': (station) => ({ active: station.state().faults, known: STATION_FAULTS }),
};
const STIMULUS = /^POST \/stimuli\/([^/]+)$/;

/** Carries out a request. @returns what to answer, as JSON. @throws ControlError */
export async function control(station: Station, method: string, url: string, body: Body): Promise<unknown> {
  const request = `${method} ${url.split('?', 1)[0]}`;
  const [, stimulus] = STIMULUS.exec(request) ?? [];
  if (stimulus !== undefined) return stimulate(station, stimulus, body);
  const route = ROUTES[request];
  if (route) return route(station, body);
  throw new ControlError(
    404,
    `there is no ${request}; did you mean ${closest(request, [...Object.keys(ROUTES), 'POST /stimuli/<name>'])}?`,
  );
}

async function stimulate(station: Station, name: string, body: Body): Promise<unknown> {
  if (!(STATION_STIMULI as string[]).includes(name)) {
    throw new ControlError(404, `there is no stimulus ${name}; did you mean ${closest(name, STATION_STIMULI)}?`);
  }
  try {
    const seen = await station.stimulate(name, body);
    if (seen !== undefined) return { outcome: 'denied', note: seen };
  } catch (error) {
    if (error instanceof StimulusError) throw new ControlError(400, error.message, error.field);
    throw error;
  }
  return { done: name };
}

function send(station: Station, { action, payload = {} }: Body): Promise<unknown> {
  const actions = ACTIONS.filter((candidate) => mayRequest('station', candidate));
  if (typeof action !== 'string') throw new ControlError(400, 'action is missing; give the action of a request: "Heartbeat"', 'action');
  if (!(actions as string[]).includes(action)) {
    throw new ControlError(400, `action: a station does not send ${action}; did you mean ${closest(action, actions)}?`, 'action');
  }
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) {
    throw new ControlError(400, 'payload has to be an object with the fields that are to be different', 'payload');
  }
  return station.send(action as Action, withoutNulls(payload) as Changes);
}

/** OCPP knows no null: here it takes a field away. */
function withoutNulls(value: unknown): unknown {
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.map(withoutNulls);
  return typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutNulls(item)])) : value;
}

/** Actual values by path; null for what can only be written. */
function variablesOf(station: Station): Record<string, string | null> {
  return Object.fromEntries(
    station.variables.all().map((variable) => {
      const path = pathOf(variable);
      const secret = variable.attributes.some(({ mutability }) => mutability === 'WriteOnly');
      return [path, secret ? null : station.variables.get(path)];
    }),
  );
}

function setVariables(station: Station, body: Body): unknown {
  const paths = station.variables.all().map(pathOf);
  for (const [path, value] of Object.entries(body)) {
    if (!station.variables.has(path))
      throw new ControlError(404, `there is no variable ${path}; did you mean ${closest(path, paths)}?`, path);
    if (typeof value !== 'string') throw new ControlError(400, `${path}: the value of a variable is a string: "${value}"`, path);
    try {
      station.variables.set(path, value);
    } catch (error) {
      throw new ControlError(400, (error as Error).message, path);
    }
  }
  return { set: Object.keys(body) };
}

function power(station: Station, { on }: Body): unknown {
  if (typeof on !== 'boolean') throw new ControlError(400, 'on has to be true or false', 'on');
  if (on) station.powerOn();
  else station.powerOff();
  return { on };
}
