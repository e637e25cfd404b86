import { expect, test } from 'vitest';
import { officialCases } from '../../src/ocpp/case-catalogue.ts';
import { featuresFor, ruledOutBy } from '../../src/plan/applicability.ts';
import { holds, parseFeatures } from '../../src/plan/expression.ts';

const having =
  (...names: string[]) =>
  (name: string) =>
    names.includes(name);

test.each([
  ['C-13', ['C-13'], true],
  ['NOT C-13', ['C-13'], false],
  ['C-44 OR NOT AQ-16', [], true],
  ['A AND B OR C', ['C'], true],
  ['A AND (B OR C)', ['C'], false],
  ['NOT (A AND B)', ['A'], true],
  ['HFS-8 > 1 AND NOT HFS-13', ['HFS-8 > 1'], true],
  ['LA-0 and ((C-30 and C-70) or C-31)', ['LA-0', 'C-31'], true],
])('%s with %j is %s', (text, features, expected) => {
  expect(holds(parseFeatures(text), having(...features))).toBe(expected);
});

test('nothing is decided by features that nobody has declared', () => {
  const unknown = () => undefined;
  expect(holds(parseFeatures('A OR B'), unknown)).toBeUndefined();
  expect(holds(parseFeatures('A OR B'), (name) => (name === 'A' ? true : undefined))).toBe(true);
  expect(holds(parseFeatures('A AND B'), (name) => (name === 'A' ? false : undefined))).toBe(false);
});

test.each(['', 'AND A', 'A B)', '(A', 'A OR'])('"%s" is no expression', (text) => {
  expect(() => parseFeatures(text)).toThrow(/expression/);
});

test('every expression of the catalogue can be read', () => {
  const expressions = [...officialCases().values()].flatMap(({ certification }) => certification.flatMap(({ when }) => when ?? []));
  expect(expressions.length).toBeGreaterThan(200);
  for (const expression of expressions) expect(() => parseFeatures(expression)).not.toThrow();
});

test('a conditional case is ruled out by a feature, a mandatory one never', () => {
  const without13 = (name: string) => name !== 'C-13';
  const of = (id: string) => officialCases().get(id) as NonNullable<ReturnType<ReturnType<typeof officialCases>['get']>>;
  expect(ruledOutBy(of('TC_B_25_CS'), without13)).toBe('C-13');
  expect(ruledOutBy(of('TC_B_28_CS'), without13)).toBeUndefined();
  expect(ruledOutBy(of('TC_B_06_CS'), () => false)).toBeUndefined();
  expect(featuresFor(of('TC_B_28_CS'), () => true)('C-13')).toBe(false);
  expect(featuresFor(of('TC_B_25_CS'), () => true)('C-13')).toBe(true);
});
