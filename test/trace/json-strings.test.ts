import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replaceStrings, stringsIn } from '../../src/trace/json-strings.ts';

const stringsOf = (text: string) => [...stringsIn(text)].map(({ key, value }) => (key === undefined ? value : `${key}=${value}`));

test.each<[string, string, string[]]>([
  ['JSON', '[2,"1","A",{"a":"b" , "c" : "d"}]', ['1', 'A', 'a', 'a=b', 'c', 'c=d']],
  ['escapes', String.raw`{"a\"b":"c\\","d":"\u0065\/"}`, ['a"b', 'a"b=c\\', 'd', 'd=e/']],
  ['a sentence', 'it is "Unknown", and {"a":"b"} does not fit', ['Unknown', 'a', 'a=b']],
  ['escapes that there are not', String.raw`"a\x"`, [String.raw`a\x`]],
  ['a text that ends in a string', 'it is {"a":"b', ['a', 'a=b']],
  ['a text that ends in an escape', String.raw`"a\u00`, [String.raw`a\u00`]],
  ['no string', '[2,1,true]', []],
])('finds strings in %s', (_, text, found) => {
  expect(stringsOf(text)).toEqual(found);
});

test('what is not replaced keeps its spelling', () => {
  const text = String.raw`{ "a" : "\u0062", "b": ["\/", 1.0e1] } rest "b`;
  expect(replaceStrings(text, (value) => value)).toBe(text);
});

test('names of fields are not replaced', () => {
  expect(replaceStrings('{"a":"a","b" :["a"]}', (value) => value.replace('a', 'x"'))).toBe(String.raw`{"a":"x\"","b" :["x\""]}`);
});

test('JSON stays JSON, whatever strings become', () => {
  fc.assert(
    fc.property(fc.json(), fc.string(), (json, replacement) => {
      expect(() => JSON.parse(replaceStrings(json, (value) => value + replacement))).not.toThrow();
    }),
  );
});

test('every string of JSON is found', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (strings) => {
      expect(stringsOf(JSON.stringify(strings))).toEqual(strings);
    }),
  );
});
