import { describe, expect, test } from 'vitest';
import { milliseconds, parseExpression } from '../../src/scenario/expression.ts';
import { matches, parseCell, describe as phrase, valueFor } from '../../src/scenario/matcher.ts';
import { Scope } from '../../src/scenario/scope.ts';

const NOW = Date.parse('2026-01-02T03:04:05.000Z');

function scope() {
  const names = new Map<string, unknown>([
    ['heartbeat interval', 60],
    ['valid idToken', { idToken: 'A1', type: 'ISO14443' }],
    ['root', '-----BEGIN CERTIFICATE-----\nMIIB\nAgM=\n-----END CERTIFICATE-----\n'],
    ['tolerance', 4],
    ['active slot', 1],
    ['other slot', 2],
  ]);
  const made = new Scope(names, () => NOW);
  made.remember('seqNo', 7);
  made.remember('status', 'Rejected');
  made.remember('first', '2026-01-02T03:00:00.000Z');
  return made;
}
const fits = (cell: string, actual: unknown, fallback?: unknown) => matches(parseCell(cell).matcher, actual, scope(), fallback);

describe('a value fits', () => {
  test.each<[string, unknown]>([
    ['Accepted', 'Accepted'],
    ['<root>', '-----BEGIN CERTIFICATE-----\r\nMIIBAgM=\r\n-----END CERTIFICATE-----'],
    ['300', 300],
    ['300', '300'],
    ['true', true],
    ['"a or b"', 'a or b'],
    ['Available, Occupied', 'Available, Occupied'],
    ['any', ''],
    ['present', false],
    ['absent', undefined],
    ['Accepted or RebootRequired', 'RebootRequired'],
    ['absent or NoError', undefined],
    ['not Accepted', 'Rejected'],
    ['not absent', 0],
    ['not 1 and present', 2],
    ['contains Reserved', 'Available,Reserved'],
    ['contains 2', [1, 2]],
    ['/^urn:/', 'urn:x'],
    ['/^URN:/i', 'urn:x'],
    ['>= 5', 5],
    ['>= 5 and < 7', '6.5'],
    ['<heartbeat interval>', 60],
    ['<heartbeat interval> + 2', 62],
    ['2 * <heartbeat interval>', 120],
    ['<heartbeat interval> / 2', 30],
    ['$seqNo + 1', 8],
    ['within 4 s of now', '2026-01-02T03:04:09.000Z'],
    ['within <tolerance> of now', '2026-01-02T03:04:01.000Z'],
    ['within 4 s of $first', '2026-01-02T03:00:04.000Z'],
    ['within <tolerance> of $first + <heartbeat interval>', '2026-01-02T03:00:56.000Z'],
    ['$first + 2 min', '2026-01-02T03:02:00.000Z'],
    ['now - 2 h', '2026-01-02T01:04:05.000Z'],
    ['<valid idToken>', { idToken: 'A1', type: 'ISO14443', additionalInfo: [] }],
    ['<valid idToken>', { idToken: 'a1', type: 'ISO14443' }],
    ['<other slot>,<active slot>', '2,1'],
  ])('%s: %j', (cell, actual) => expect(fits(cell, actual)).toBe(true));
});

describe('a value does not fit', () => {
  test.each<[string, unknown]>([
    ['Accepted', undefined],
    ['Accepted', 'accepted'],
    ['<root>', '-----BEGIN CERTIFICATE-----\nMIIBAgQ=\n-----END CERTIFICATE-----'],
    ['300', 299],
    ['0', ''],
    ['any', undefined],
    ['absent', null],
    ['not Accepted', 'Accepted'],
    ['not 1 and present', undefined],
    ['contains Reserve', 'Available,Reserved'],
    ['contains 2', undefined],
    ['/^urn:/', undefined],
    ['>= 5', undefined],
    ['>= 5', 'many'],
    ['within 4 s of now', '2026-01-02T03:04:09.001Z'],
    ['within 4 s of now', undefined],
    ['within 4 s of $first + 60 s', '2026-01-02T03:01:04.001Z'],
    ['<valid idToken>', { idToken: 'A1', type: 'eMAID' }],
    ['<valid idToken>', { idToken: 'A1', type: 'iso14443' }],
    ['<valid idToken>', { idToken: 'A2', type: 'ISO14443' }],
    ['<valid idToken>', 'A1'],
  ])('%s: %j', (cell, actual) => expect(fits(cell, actual)).toBe(false));
});

test('an absent field counts as its default in the schema, but still as absent', () => {
  expect(fits('false', undefined, false)).toBe(true);
  expect(fits('true', undefined, false)).toBe(false);
  expect(fits('absent', undefined, false)).toBe(true);
  expect(fits('any', undefined, false)).toBe(false);
});

test('a cell may be a recommendation, be remembered, and hold on a condition', () => {
  expect(parseCell('should absent or NoError')).toMatchObject({ should: true, matcher: { kind: 'or' } });
  expect(parseCell('any -> request')).toMatchObject({ remember: 'request', matcher: { kind: 'any' } });
  expect(parseCell('-> request')).toMatchObject({ remember: 'request', matcher: { kind: 'any' } });
  expect(parseCell('Triggered when $trigger is Accepted or Pending')).toMatchObject({ when: { name: 'trigger', matcher: { kind: 'or' } } });
});

test.each(['', ' or A', 'A or', '/(/'])('"%s" is not a cell', (cell) => expect(() => parseCell(cell)).toThrow());

test('a name that is not configured is reported with what it may be', () => {
  expect(() => fits('<hartbeat interval>', 1)).toThrow(/<hartbeat interval> is not configured, did you mean "heartbeat interval"/);
  expect(() => fits('$nothing', 1)).toThrow(/no earlier cell says "-> nothing"/);
});

describe('what a played party sends', () => {
  const value = (cell: string) => valueFor(parseCell(cell).matcher, scope());
  test('a literal, the first of several, nothing where it is to be absent', () => {
    expect(value('Accepted')).toEqual({ value: 'Accepted' });
    expect(value('PowerUp or Unknown')).toEqual({ value: 'PowerUp' });
    expect(value('absent or Actual')).toEqual({ value: undefined });
    expect(value('<other slot>,<active slot>')).toEqual({ value: '2,1' });
    expect(value('<other slot>,$seqNo')).toEqual({ value: '2,7' });
    expect(value('now - 2 h')).toEqual({ value: new Date(NOW - 7_200_000) });
    expect(value('within 4 s of now - 2 h')).toEqual({ value: new Date(NOW - 7_200_000) });
  });
  test('whatever it likes where any value of a kind will do', () => {
    for (const cell of ['any', '>= 0', 'not Accepted', '/x/', 'contains A', '60 s apart', 'aligned to 60 s'])
      expect(value(cell)).toEqual({});
  });
});

test.each([
  ['5 min', 300_000],
  ['2 * <heartbeat interval>', 120_000],
  ['$seqNo', 7_000],
  ['$first - now', -245_000],
])('%s is a duration', (text, expected) => {
  expect(milliseconds(parseExpression(text), scope())).toBe(expected);
});

test('a finding says what was asked for, with names resolved', () => {
  const text = (cell: string) => phrase(parseCell(cell).matcher, scope());
  expect(text('<heartbeat interval> or absent')).toBe('60 or no value');
  expect(text('>= <heartbeat interval>')).toBe('>= 60');
  expect(text('within 4 s of now')).toBe('2026-01-02T03:04:05.000Z ± 4 s');
});

test('a finding shows as written what no message has told yet', () => {
  const text = (cell: string) => phrase(parseCell(cell).matcher, scope());
  expect(text('$end')).toBe('$end');
  expect(text('<= $end + 2 s')).toBe('<= $end + 2 s');
  expect(text('within <tolerance> of $end')).toMatch(/^\$end ± /);
});
