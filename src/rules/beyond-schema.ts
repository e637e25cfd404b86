/** What `identifierString` may consist of (Part 2, 2.1.4). */
export const IDENTIFIER = /^[a-zA-Z0-9*\-_=:+|@.]*$/;

/** Fields of that type, whatever message they are in. */
const IDENTIFIERS: ReadonlySet<string> = new Set([
  'additionalIdToken',
  'checksum',
  'iccid',
  'idToken',
  'imsi',
  'instance',
  'issuerKeyHash',
  'issuerNameHash',
  'name',
  'serialNumber',
  'transactionId',
]);

const MAX_INTEGER = 2 ** 31 - 1;
const LONG_FRACTION = /T\d\d:\d\d:\d\d\.\d{4}/;
const DEEPEST = 12;

/**
 * Whether a valid payload may still be wrong in ways that the schema does not tell: characters of an identifier, the
 * range of an integer, the digits of a number or of a time, an id below 1. A receiver may refuse it for that.
 */
export function mayOffend(value: unknown, key = '', depth = 0): boolean {
  if (depth > DEEPEST) return true;
  switch (typeof value) {
    case 'number':
      return (
        Math.abs(value) > MAX_INTEGER ||
        (/(?:Id|^id|^connectorId)$/.test(key) && value < 1) ||
        value < 0 ||
        !/^\d+(?:\.\d{1,6})?$/.test(`${value}`)
      );
    case 'string':
      return LONG_FRACTION.test(value) || (IDENTIFIERS.has(key) && !IDENTIFIER.test(value));
    case 'object':
      if (value === null) return true;
      if (Array.isArray(value)) return value.some((item) => mayOffend(item, key, depth + 1));
      return Object.entries(value).some(([name, item]) => mayOffend(item, name, depth + 1));
    default:
      return false;
  }
}
