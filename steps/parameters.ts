import { ACTIONS, isAction } from '../src/ocpp/action.ts';
import { parseExpression } from '../src/scenario/expression.ts';
import { nearest } from '../src/scenario/nearest.ts';
import { ACTS } from '../src/scenario/ops/phrases.ts';
import { VOCABULARY } from '../src/scenario/vocabulary.ts';

VOCABULARY.defineParameter('party', /station|CSMS/, (text) => (text === 'CSMS' ? 'csms' : 'station'));
VOCABULARY.defineParameter('message', /[A-Z][A-Za-z0-9]+/, (text) => {
  if (!isAction(text)) throw new Error(`"${text}" is not a message of OCPP 2.0.1${nearest(text, ACTIONS)}`);
  return text;
});
VOCABULARY.defineParameter('status', /[A-Z][A-Za-z0-9]+(?: or [A-Z][A-Za-z0-9]+)*/);
VOCABULARY.defineParameter(
  'duration',
  /(?:\d+(?:\.\d+)? \* )?(?:\d+(?:\.\d+)? (?:ms|s|min|h|d)|<[^>]+>|\$\w+)(?: [-+*/] (?:\d+(?:\.\d+)?(?: (?:ms|s|min|h|d))?|<[^>]+>|\$\w+|now))?/,
  parseExpression,
);
VOCABULARY.defineParameter(
  'connectors',
  /every connector(?: of (?:EVSE \d+|the EVSE|the other EVSEs))?|every other connector|the connector|the other connectors of the EVSE|connector \d+ of EVSE \d+/,
);
VOCABULARY.defineParameter('state', /[A-Z][A-Za-z0-9]*(?: again)?(?: (?:locally|remotely))?/);
VOCABULARY.defineParameter('evses', /EVSE \d+|every EVSE|every other EVSE/, (text) => {
  if (text.startsWith('every')) return text === 'every EVSE' ? 'every' : 'other';
  return Number(text.slice('EVSE '.length));
});
VOCABULARY.defineParameter('variable', /\w+\.\w+(?:\[\w+\])?/);
VOCABULARY.defineParameter('value', /.+?/);
VOCABULARY.defineParameter('setting', /(?:(?! if (?:implemented|writable)).)+/);
VOCABULARY.defineParameter('presence', /implemented|writable/);
VOCABULARY.defineParameter('certificate', /[a-z0-9-]+/);
VOCABULARY.defineParameter('token', /<[^>]+>/);
VOCABULARY.defineParameter('actor', /operator|EV driver|EV/);
VOCABULARY.defineParameter('act', new RegExp(Object.keys(ACTS).join('|')));
VOCABULARY.defineParameter('endpoint', /first|second/);
