import { STIMULI, type StimulusName, type StimulusParameters } from '../../stimuli/stimuli.ts';
import type { Dialogue } from '../dialogue.ts';
import { evaluate, parseExpression } from '../expression.ts';
import type { Line, Operation } from '../script.ts';
import { at } from '../table.ts';
import { Look } from './look.ts';
import { place, Stimulus } from './stimulus.ts';

/** What people and cars do, in the words of a scenario. */
export const ACTS: Readonly<Record<string, StimulusName>> = {
  'power-cycles the station': 'power-cycle',
  parks: 'park',
  leaves: 'leave',
  'plugs in': 'plug-in',
  'plugs in an EV with a contract': 'plug-in-contract',
  'plugs in an EV that asks for a contract certificate': 'plug-in-contract-install',
  'plugs in an EV that renews its contract certificate': 'plug-in-contract-update',
  'plugs in badly': 'plug-in-badly',
  unplugs: 'unplug',
  'unplugs at the EV': 'unplug-at-ev',
  'is not ready to charge': 'ev-not-ready',
  'ends the charging session': 'ev-stop',
  'suspends charging': 'ev-suspend',
  'renegotiates its needs': 'ev-renegotiate',
  'limits the station from outside': 'external-limit',
  'lifts the limit from outside': 'external-release',
  'presses start': 'press-start',
  'chooses to stop one transaction': 'stop-one',
  'chooses to stop all transactions': 'stop-all',
  'causes a fault': 'fault',
  'repairs the fault': 'repair',
  'sees the message': 'look',
  'does not see the message': 'look',
  'sees the second message': 'look',
  'does not see the second message': 'look',
  'causes a hard-wired notification': 'hard-wired-event',
  'removes the diagnostics log': 'remove-logs',
  'stores the customer identifier': 'store-customer',
};

/** `the EV driver plugs in` */
export function phraseStimulus(line: Line, act: string): Operation {
  const [, not, message] = /^(does not see|sees) the ((?:second )?message)$/.exec(act) ?? [];
  if (message) return new Look(line, `${message} text`, not === 'sees' ? 'shown' : 'not shown');
  const name = ACTS[act] as StimulusName;
  return new Stimulus(line, name, (dialogue) =>
    'evseId' in STIMULI[name].parameters ? place(dialogue) : (OBJECTS[name]?.(dialogue) ?? {}),
  );
}

/** The limit from outside that cases speak of. */
const EXTERNAL_AMPERES = 8;

/** What a phrase is about, where it is no connector. */
const OBJECTS: { readonly [N in StimulusName]?: (dialogue: Dialogue) => StimulusParameters } = {
  'external-limit': ({ scope }) => ({
    limit: EXTERNAL_AMPERES * Number(scope.configured('limit multiplier')),
    unit: scope.configured('charging rate unit'),
  }),
  'remove-logs': () => ({ logType: 'DiagnosticsLog' }),
  'store-customer': ({ scope }) => ({ customerIdentifier: scope.configured('customer identifier') }),
};

/** `the EV driver presents <valid idToken>` */
export function tokenStimulus(line: Line, token: string): Stimulus {
  const expression = at(line.source, () => parseExpression(token));
  return new Stimulus(line, 'present-token', (dialogue) => ({
    ...place(dialogue),
    ...(evaluate(expression, dialogue.scope) as { idToken: string; type: string }),
  }));
}

/** `the CSMS is set to answer BootNotification with Pending or Rejected`: with one of these. */
export function registration(line: Line, statuses: string): Stimulus {
  return new Stimulus(line, 'set-registration', () => ({ status: statuses.split(' or ')[0] }), 'running');
}

/** `the CSO sees OCPPCommCtrlr.OfflineThreshold as 300` */
export function observation(line: Line, what: string, text: string): Stimulus {
  const expression = at(line.source, () => parseExpression(text));
  return new Stimulus(line, 'show', ({ scope }) => ({ what, expected: String(evaluate(expression, scope)) }));
}
