import { closest } from 'fastest-levenshtein';
import { ACTIONS, type Action, isAction, mayRequest } from '../ocpp/action.ts';
import type { Payload } from '../ocpp/frame.ts';
import { STIMULI } from '../stimuli/stimuli.ts';

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

/** The names of what an operator can do to a CSMS. */
export const CSMS_STIMULI: readonly string[] = Object.entries(STIMULI)
  .filter(([, { party }]) => party === 'csms')
  .map(([name]) => name);

/** @throws StimulusError if it is not the name of a request that a CSMS makes */
export function actionOf({ action }: Record<string, unknown>): Action {
  if (typeof action !== 'string') throw new StimulusError('action', 'the name of a request is needed, such as "Reset"');
  if (isAction(action) && mayRequest('csms', action)) return action;
  throw new StimulusError('action', `a CSMS cannot request "${action}"; did you mean "${closest(action, REQUESTABLE)}"?`);
}

/** @throws StimulusError if it is not an object */
export function payloadOf({ payload = {} }: Record<string, unknown>): Payload {
  if (typeof payload === 'object' && payload !== null && !Array.isArray(payload)) return payload as Payload;
  throw new StimulusError('payload', 'a JSON object is needed: the fields of the request that matter');
}

/** @throws StimulusError if it is not a text */
export function textOf(parameters: Record<string, unknown>, field: string): string {
  const text = parameters[field];
  if (typeof text === 'string') return text;
  throw new StimulusError(field, 'a text is needed');
}
