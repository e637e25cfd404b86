import { closest } from 'fastest-levenshtein';
import { ACTIONS, type Action, isAction, mayRequest } from '../ocpp/action.ts';
import type { Payload } from '../ocpp/frame.ts';
import { requestViolations } from '../ocpp/validate.ts';
import type { StimulusName } from '../stimuli/stimuli.ts';
import type { Outcome } from '../wire/rpc.ts';
import type { Desk } from './desk.ts';
import { show } from './show.ts';

/** How a stimulus ended; `denied` means that something is not shown as expected. */
export interface Stimulated {
  outcome: 'done' | 'denied' | 'unsupported';
  note?: string;
}

/** What was asked for cannot be done; `field` says which parameter is wrong. */
export class StimulusError extends Error {
  readonly field: string;
  constructor(field: string, message: string) {
    super(`${field}: ${message}`);
    this.field = field;
  }
}

const REQUESTABLE = ACTIONS.filter((action) => mayRequest('csms', action));

type Operation = (desk: Desk, parameters: Record<string, unknown>) => Stimulated;

/** What an operator can do to a CSMS. */
const OPERATIONS = {
  send: (desk, parameters) => {
    // Only begun: a script may hold the request back, and its outcome shows in the messages.
    desk.begin(() => request(desk, parameters));
    return { outcome: 'done' };
  },
  'set-registration': ({ station, config }, parameters) => {
    const status = textOf(parameters, 'status');
    if (status === 'Accepted') station.registration.policy = undefined;
    else if (status === 'Pending' || status === 'Rejected')
      station.registration.policy = { status, boots: 1, interval: config.retryInterval };
    else throw new StimulusError('status', `"${status}" is not one of Accepted, Pending, Rejected`);
    return { outcome: 'done' };
  },
  show: ({ station }, parameters) => {
    const [what, expected] = [textOf(parameters, 'what'), textOf(parameters, 'expected')];
    const shown = show(station, what);
    if (shown === expected) return { outcome: 'done' };
    return { outcome: 'denied', note: shown === undefined ? `nothing is shown for ${what}` : `${what} is shown as ${shown}` };
  },
} satisfies Partial<Record<StimulusName, Operation>>;

export type CsmsStimulus = keyof typeof OPERATIONS;
export const CSMS_STIMULI = Object.keys(OPERATIONS) as readonly CsmsStimulus[];

/** @throws StimulusError if the parameters are wrong */
export const operate = (name: CsmsStimulus, desk: Desk, parameters: Record<string, unknown>): Stimulated =>
  (OPERATIONS[name] as Operation)(desk, parameters);

/**
 * Sends what an operator asks for: `action` and `payload`, which goes on top of a minimal valid request.
 * @throws StimulusError if it is not a valid request, or one that the station must not get now
 */
export function request(desk: Desk, parameters: Record<string, unknown>): Promise<Outcome> {
  const [action, payload] = [actionOf(parameters), payloadOf(parameters)];
  const { identity, connection, registration } = desk.station;
  if (!connection) throw new StimulusError('station', `"${identity}" is not connected`);
  // B03.FR.03
  if (registration.status === 'Rejected') throw new StimulusError('action', `nothing is sent to "${identity}": it has been rejected`);
  const [violation] = requestViolations(action, desk.compose(action, payload));
  if (violation) throw new StimulusError(`payload${violation.pointer}`, `expected ${violation.expected}`);
  return desk.send(action, payload);
}

function actionOf({ action }: Record<string, unknown>): Action {
  if (typeof action !== 'string') throw new StimulusError('action', 'the name of a request is needed, such as "Reset"');
  if (isAction(action) && mayRequest('csms', action)) return action;
  throw new StimulusError('action', `a CSMS cannot request "${action}"; did you mean "${closest(action, REQUESTABLE)}"?`);
}

function payloadOf({ payload = {} }: Record<string, unknown>): Payload {
  if (typeof payload === 'object' && payload !== null && !Array.isArray(payload)) return payload as Payload;
  throw new StimulusError('payload', 'a JSON object is needed: the fields of the request that matter');
}

/** @throws StimulusError if it is not a text */
export function textOf(parameters: Record<string, unknown>, field: string): string {
  const text = parameters[field];
  if (typeof text === 'string') return text;
  throw new StimulusError(field, 'a text is needed');
}
