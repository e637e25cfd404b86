import type { Entry } from './entry.ts';
import { stringsIn } from './json-strings.ts';

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Frames without any of these names hold nothing that is looked for; most do not. */
const NAMES = /basicauthpassword|apnpassword|"vpn"/i;
/** The fields that may hold a secret in a frame that cannot be read. */
const VALUES = /^(attributeValue|actualValue|value|apnPassword|password|key)$/i;

/**
 * The secrets that an entry gives away by their place: values of BasicAuthPassword, whichever way they travel, and the
 * passwords and keys in a NetworkConnectionProfile.
 */
export function secretsIn(entry: Entry): string[] {
  if (entry.kind === 'stimulus') return search(entry.parameters);
  if (entry.kind !== 'frame' || !NAMES.test(entry.text)) return [];
  const { frame } = entry.decoded;
  if (frame === undefined) return valuesIn(entry.text);
  return search(frame.type === 'CALLERROR' ? frame.errorDetails : frame.payload);
}

/** Goes through all that is nested in a value; a peer may nest more deeply than calls can. */
function search(root: unknown): string[] {
  const found: unknown[] = [];
  const open = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (!isFields(value)) continue;
    const { variable, variableAttribute, attributeValue, actualValue, apnPassword, vpn } = value;
    if (isFields(variable) && String(variable.name).toLowerCase() === 'basicauthpassword')
      found.push(attributeValue, actualValue, ...(Array.isArray(variableAttribute) ? variableAttribute.map((one) => one?.value) : []));
    if (isFields(vpn)) found.push(vpn.password, vpn.key);
    found.push(apnPassword);
    for (const inner of Object.values(value)) if (isFields(inner)) open.push(inner);
  }
  return found.filter((value) => typeof value === 'string');
}

const valuesIn = (text: string): string[] => [...stringsIn(text)].flatMap(({ key, value }) => (key && VALUES.test(key) ? [value] : []));
