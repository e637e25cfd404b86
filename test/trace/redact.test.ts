import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MASK, Redactor } from '../../src/trace/redact.ts';
import { MAX_PAYLOAD } from '../../src/wire/client.ts';
import { frame, traceOf } from '../report/kit.ts';

const PASSWORD = 'pa"ss\\wörd/1';
const redacted = (text: string, ...secrets: string[]) => new Redactor(secrets).text(text);

test.each<[string, string, string]>([
  ['by itself', PASSWORD, MASK],
  ['in a sentence', `the password ${PASSWORD} is wrong`, `the password ${MASK} is wrong`],
  ['in JSON', JSON.stringify({ a: PASSWORD, b: `x${PASSWORD}y` }), `{"a":"${MASK}","b":"x${MASK}y"}`],
  ['in JSON with other escapes', String.raw`{"a":"\u0070a\u0022ss\\w\u00F6rd\/1"}`, `{"a":"${MASK}"}`],
  ['in JSON in JSON', JSON.stringify({ a: JSON.stringify({ b: PASSWORD }) }), `{"a":"{\\"b\\":\\"${MASK}\\"}"}`],
  ['in broken JSON', String.raw`[2,"1",{"a":"pa\u0022ss\\w\u00f6rd\/1"}`, `[2,"1",{"a":"${MASK}"}`],
  ['in quoted JSON', `it is ${JSON.stringify({ a: PASSWORD })}, and 1 more`, `it is {"a":"${MASK}"}, and 1 more`],
  ['in a quotation without its quotes', JSON.stringify(JSON.stringify(PASSWORD)).slice(3, -3), MASK],
  ['in a URL', `wss://CS1:${encodeURIComponent(PASSWORD)}@host/`, `wss://CS1:${MASK}@host/`],
  ['in the path of a URL', `wss://host/${encodeURIComponent(PASSWORD)}/x`, `wss://host/${MASK}/x`],
  ['cut short', 'it is pa"ss\\w ... (500 characters)', `it is ${MASK} ... (500 characters)`],
  ['cut short in JSON', String.raw`it is {"a":"pa\"ss\\w ... (500 characters)`, `it is {"a":"${MASK} ... (500 characters)"`],
])('a configured password is masked %s', (_, text, expected) => {
  expect(redacted(text, PASSWORD)).toBe(expected);
});

test('what begins like a secret is left alone where nothing was cut', () => {
  expect(redacted('a word of pa"ss', PASSWORD)).toBe('a word of pa"ss');
  expect(redacted('a word ... (12 characters)', PASSWORD)).toBe('a word ... (12 characters)');
});

test('a short secret is masked only where it is all of a text', () => {
  expect(redacted('abc', 'abc')).toBe(MASK);
  expect(redacted('{"abc":"abc","d":"abcd"}', 'abc')).toBe(`{"abc":"${MASK}","d":"abcd"}`);
  expect(redacted('abcd abc', 'abc')).toBe('abcd abc');
});

test('of secrets that begin alike, the whole of the longer is masked', () => {
  expect(redacted('x password12345 y', 'password1', 'password12345')).toBe(`x ${MASK} y`);
});

test('a text is the same after a second time, and an empty secret is none', () => {
  const once = redacted(`Basic QTpi ws://a:b@c ${PASSWORD}`, PASSWORD, '');
  expect(once).toBe(`Basic ${MASK} ws://a:${MASK}@c ${MASK}`);
  expect(redacted(once, PASSWORD, '')).toBe(once);
});

test.each([
  ['wss://CS1:secret@host/ocpp', `wss://CS1:${MASK}@host/ocpp`],
  ['wss://CS1:se:cr@et@host:80/ocpp', `wss://CS1:${MASK}@host:80/ocpp`],
  [String.raw`{"url":"wss:\/\/CS1:secret@host"}`, `{"url":"wss://CS1:${MASK}@host"}`],
  ['http://:secret@host and ws://host:80/a@b', `http://:${MASK}@host and ws://host:80/a@b`],
  ['wss://host:8080/CS1', 'wss://host:8080/CS1'],
])('the password in a URL is masked: %s', (text, expected) => {
  expect(redacted(text)).toBe(expected);
});

test.each([
  ['Authorization: Basic Q1MxOnNlY3JldA==', `Authorization: Basic ${MASK}`],
  ['authorization=Basic notbase64', `authorization=Basic ${MASK}`],
  ['{"Authorization":"Digest x=1"}', `{"Authorization":"${MASK}"}`],
  ['{"headers":{"proxy-authorization" : "abc"}}', `{"headers":{"proxy-authorization" : "${MASK}"}}`],
  ['401 for Basic Q1MxOnNlY3JldA==', `401 for Basic ${MASK}`],
  ['sent Bearer abcdef0123456789abcdef', `sent Bearer ${MASK}`],
  ['Basic authentication, a Bearer of news', 'Basic authentication, a Bearer of news'],
])('credentials of HTTP are masked: %s', (text, expected) => {
  expect(redacted(text)).toBe(expected);
});

test('a Basic header with nothing but the password in it is masked', () => {
  expect(redacted(`got Basic ${Buffer.from('a-password-1').toString('base64')}`, 'a-password-1')).toBe(`got Basic ${MASK}`);
});

const KEY = '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIF+/=\nabc\n-----END EC PRIVATE KEY-----';

test.each<[string, string, string]>([
  ['by itself', KEY, MASK],
  ['of PKCS #8', KEY.replaceAll('EC ', ''), MASK],
  ['encrypted', KEY.replaceAll('EC', 'RSA').replace('\n', '\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,12AB\n\n'), MASK],
  ['with Windows line ends', KEY.replaceAll('\n', '\r\n'), MASK],
  [
    'among certificates',
    `-----BEGIN CERTIFICATE-----\nabc\n${KEY}\n-----BEGIN X-----`,
    `-----BEGIN CERTIFICATE-----\nabc\n${MASK}\n-----BEGIN X-----`,
  ],
  ['twice', `${KEY}\n${KEY}.`, `${MASK}\n${MASK}.`],
  ['cut short', `it is ${KEY.slice(0, 44)}`, `it is ${MASK}`],
  ['in JSON', JSON.stringify([KEY]), `["${MASK}"]`],
  ['in JSON in JSON', JSON.stringify([JSON.stringify([KEY])]), JSON.stringify([JSON.stringify([MASK])])],
  ['in a quotation', `it is ${JSON.stringify(KEY)} here`, `it is "${MASK}" here`],
])('a private key is masked %s', (_, text, expected) => {
  expect(redacted(text)).toBe(expected);
});

test('certificates and public keys stay', () => {
  const text = '-----BEGIN PUBLIC KEY-----\nabc\n-----END PUBLIC KEY-----';
  expect(redacted(text)).toBe(text);
});

const PROFILE = {
  configurationSlot: 1,
  connectionData: {
    apn: { apn: 'a', apnAuthentication: 'PAP', apnPassword: 'apn-word', simPin: 1234 },
    vpn: { server: 's', user: 'u', type: 'PPTP', password: 'vpn', key: 'a-preshared-key' },
  },
};

const name = { component: { name: 'SecurityCtrlr' }, variable: { name: 'BasicAuthPassword' } };

test.each<[string, unknown, string[]]>([
  ['SetVariables', [2, '1', 'SetVariables', { setVariableData: [{ attributeValue: 'set-by-set', ...name }] }], ['set-by-set']],
  [
    'GetVariables',
    [3, '1', { getVariableResult: [{ attributeStatus: 'Accepted', attributeValue: 'told-by-get', ...name }] }],
    ['told-by-get'],
  ],
  ['NotifyReport', [2, '1', 'NotifyReport', { reportData: [{ ...name, variableAttribute: [{ value: 'reported1' }] }] }], ['reported1']],
  ['NotifyEvent', [2, '1', 'NotifyEvent', { eventData: [{ ...name, actualValue: 'monitored' }] }], ['monitored']],
  ['SetNetworkProfile', [2, '1', 'SetNetworkProfile', PROFILE], ['apn-word', 'a-preshared-key']],
  ['a CALLERROR', [4, '1', 'InternalError', '', { setVariableData: [{ attributeValue: 'in-details', ...name }] }], ['in-details']],
  ['a frame that cannot be read', [2, 1, 'SetVariables', { setVariableData: [{ attributeValue: 'unreadable', ...name }] }], ['unreadable']],
])('the secrets in %s are masked there and wherever else they come', (_, message, secrets) => {
  const redactor = new Redactor();
  const text = JSON.stringify(message);
  redactor.learn(traceOf(frame('csms', text)));
  for (const secret of secrets) {
    expect(redactor.text(text)).not.toContain(secret);
    expect(redactor.text(`it was ${secret}.`)).toBe(`it was ${MASK}.`);
  }
});

test('passwords of a NetworkConnectionProfile are masked even if they are short', () => {
  const redactor = new Redactor();
  const text = JSON.stringify([2, '1', 'SetNetworkProfile', PROFILE]);
  redactor.learn(traceOf(frame('csms', text)));
  expect(JSON.parse(redactor.text(text))[3]).toEqual({
    configurationSlot: 1,
    connectionData: {
      apn: { apn: 'a', apnAuthentication: 'PAP', apnPassword: MASK, simPin: 0 },
      vpn: { server: 's', user: 'u', type: 'PPTP', password: MASK, key: MASK },
    },
  });
});

test('the value of a stimulus is learned, those of other variables are not', () => {
  const redactor = new Redactor();
  const other = { ...name, variable: { name: 'Identity' } };
  const parameters = {
    data: [
      { attributeValue: 'set-by-stimulus', ...name },
      { attributeValue: 'not-a-secret', ...other },
    ],
  };
  redactor.learn(traceOf({ kind: 'stimulus', connection: 0, name: 'request', parameters, carrier: 'http', outcome: 'done' }));
  expect(redactor.text('set-by-stimulus or not-a-secret')).toBe(`${MASK} or not-a-secret`);
});

test('numbers stay what they are, also where a password consists of digits', () => {
  expect(redacted('[2,"1","A",{"a":1234567890123456,"b":"1234567890123456"}]', '1234567890123456')).toBe(
    `[2,"1","A",{"a":1234567890123456,"b":"${MASK}"}]`,
  );
  expect(redacted('[12345678]', '12345678')).toBe('[12345678]');
});

// Were the time for these to grow with the square of their length, each would take far longer than a test may.
test.each([
  '"',
  '\\',
  '"\\"',
  '["',
  '"a":',
  '"simPin"  ',
  '://a:',
  '-----BEGIN PRIVATE KEY-----',
  '-----BEGIN RSA PRIVATE KEY ',
  'Basic ',
  'authorization: ',
  'aaaa ... (1 characters)',
  'a',
  ' ',
])('a message of the greatest length is looked through once: %j', (part) => {
  const redactor = new Redactor([`${'a'.repeat(254)}b`, `b${'a'.repeat(254)}`, '\\'.repeat(40), '"'.repeat(40), 'a-secret-1']);
  const text = part.repeat(MAX_PAYLOAD / part.length);
  const end = redactor.text(`${text} a-secret-1`).slice(-20);
  expect(end).toContain(MASK);
  expect(end).not.toContain('secret');
});

test('a secret that is longer than any password is masked where it is all of a text', () => {
  const endless = 'a'.repeat(MAX_PAYLOAD);
  expect(redacted(JSON.stringify([endless, `${endless}b`]), endless)).toBe(JSON.stringify([MASK, `${endless}b`]));
});

const secret = fc.oneof(fc.string({ minLength: 1 }), fc.json({ maxDepth: 1 }), fc.constantFrom('":"', '{}', '\\', '\\"', '","x'));

test('a secret that is what JSON looks like as a whole leaves it JSON', () => {
  expect(new Redactor(['[1]']).value([1])).toEqual([1]);
  expect(new Redactor(['12345678']).value(12345678)).toBe(12345678);
  expect(new Redactor(['[1]']).value('[1]')).toBe(MASK);
});

test('JSON stays JSON with the same fields, whatever is secret', () => {
  const fieldsOf = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Array.isArray(value)
        ? value.map(fieldsOf)
        : Object.entries(value).map(([key, inner]) => [key, fieldsOf(inner)])
      : typeof value;
  fc.assert(
    fc.property(fc.anything({ values: [fc.json(), fc.string(), fc.integer(), fc.boolean()] }), fc.array(secret), (value, secrets) => {
      const object = [value ?? null];
      expect(fieldsOf(new Redactor(secrets).value(object))).toEqual(fieldsOf(JSON.parse(JSON.stringify(object))));
    }),
  );
});

test('no secret is left in JSON, however it is quoted', () => {
  const long = fc.string({ minLength: 8, maxLength: 40, unit: 'grapheme' }).filter((text) => !MASK.includes(text));
  fc.assert(
    fc.property(long, fc.integer({ min: 0, max: 3 }), (text, levels) => {
      let quoted: unknown = { a: `x ${text} y`, b: text };
      for (let level = 0; level < levels; level++) quoted = { a: JSON.stringify(quoted) };
      let clean: unknown = JSON.parse(redacted(JSON.stringify(quoted), text));
      for (let level = 0; level < levels; level++) clean = JSON.parse((clean as { a: string }).a);
      expect(clean).toEqual({ a: `x ${MASK} y`, b: MASK });
    }),
  );
});
