import { expect, test } from 'vitest';
import { Vocabulary } from '../../src/scenario/vocabulary.ts';

const source = { file: 'features/x.feature', line: 3 };
const fitting = (pattern: string, text: string) => {
  const vocabulary = new Vocabulary();
  vocabulary.defineParameter('party', /station|CSMS/);
  vocabulary.defineParameter('thing', /\w+/);
  const found: unknown[] = [];
  vocabulary.define(pattern, (_line, _before, ...args) => {
    found.push(...args);
    return [];
  });
  vocabulary.read({ text, keyword: 'Outcome', source }, []);
  return found;
};

test.each([
  ['the {party} sings(:)', 'the CSMS sings', ['CSMS']],
  ['the {party} sings(:)', 'the station sings:', ['station']],
  ['{thing}', 'anything', ['anything']],
  ['{thing} is/was {thing}', 'it was late', ['it', 'late']],
  ['{thing} is/was {thing}', 'it is late', ['it', 'late']],
  ['so many song(s) of the {party}', 'so many song of the CSMS', ['CSMS']],
  ['so many song(s) of the {party}', 'so many songs of the CSMS', ['CSMS']],
  [String.raw`the {party} \(as it is\) sings`, 'the CSMS (as it is) sings', ['CSMS']],
  ['(perhaps )sings the {party}', 'sings the CSMS', ['CSMS']],
])('"%s" fits "%s"', (pattern, text, args) => {
  expect(fitting(pattern, text)).toEqual(args);
});

test.each([
  ['the {party} sings(:)', 'the moon sings'],
  ['the {party} sings(:)', 'the CSMS sings aloud'],
  ['{thing} is/was {thing}', 'it will be late'],
])('"%s" does not fit "%s"', (pattern, text) => {
  expect(() => fitting(pattern, text)).toThrow(`features/x.feature:3: no sentence of the vocabulary fits "${text}"`);
});

test('two sentences that fit are a mistake', () => {
  const vocabulary = new Vocabulary();
  vocabulary.define('the moon sings', () => []);
  vocabulary.define('the moon sings/dances', () => []);
  expect(() => vocabulary.read({ text: 'the moon sings', keyword: 'Outcome', source }, [])).toThrow(
    'more than one sentence fits: "the moon sings" and "the moon sings/dances"',
  );
});
