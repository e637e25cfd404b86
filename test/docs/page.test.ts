import { expect, test } from 'vitest';
import { blocksOf, codeIn, filledIn, rowsOf, table } from './page.ts';

const page = ['# Page', '## One', '', '| a | b |', '|---|---|', '| `x` | 1 \\| 2 |', '', '## Two', '', '```yaml', 'a: 1', '```', ''].join(
  '\n',
);

test('rows are those of the section, without the head', () => {
  expect(rowsOf(page, 'One')).toEqual([['`x`', '1 | 2']]);
  expect(rowsOf(page, 'Two')).toEqual([]);
  expect(() => rowsOf(page, 'Three')).toThrow('there is no section "Three"');
});

test('a table can be read again', () => {
  expect(rowsOf(`# One\n${table(['a', 'b'], [['`x`', '1 | 2']])}\n`, 'One')).toEqual([['`x`', '1 | 2']]);
});

test('what stands between marks is replaced', () => {
  expect(filledIn('a\n<!-- m -->\nold\n<!-- /m -->\nb\n', 'm', 'new')).toBe('a\n<!-- m -->\n\nnew\n\n<!-- /m -->\nb\n');
  expect(() => filledIn('a\n', 'm', 'new')).toThrow('the page has no part between');
});

test('code is found', () => {
  expect(codeIn('`x` and `y`')).toBe('x');
  expect(blocksOf(page, 'yaml')).toEqual(['a: 1\n']);
});
