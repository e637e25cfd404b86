import { expect, test } from 'vitest';
import { type Matcher, parseCell } from '../../src/scenario/matcher.ts';
import { parsePath, type Segment } from '../../src/scenario/path.ts';
import { codeIn, readPage, rowsOf } from './page.ts';

const page = readPage('docs/writing-scenarios.md');
const firstOf = (heading: string): string[] => rowsOf(page, heading).map(([cell]) => codeIn(cell));

/** tsc complains if one is missing. */
const MATCHERS: Record<Matcher['kind'], true> = {
  any: true,
  absent: true,
  equals: true,
  compare: true,
  within: true,
  contains: true,
  pattern: true,
  aligned: true,
  apart: true,
  limits: true,
  composite: true,
  not: true,
  or: true,
  and: true,
};
const SEGMENTS: Record<Segment['kind'], true> = { field: true, index: true, every: true, filter: true, length: true };

test('docs/writing-scenarios.md shows every kind of cell', () => {
  const cells = firstOf('Cells').map(parseCell);
  expect(new Set(cells.map(({ matcher }) => matcher.kind))).toEqual(new Set(Object.keys(MATCHERS)));
  expect(cells.some(({ should }) => should)).toBe(true);
  expect(cells.some(({ remember }) => remember)).toBe(true);
  expect(cells.some(({ when }) => when)).toBe(true);
});

test('docs/writing-scenarios.md shows every kind of path', () => {
  const kinds = firstOf('Paths').flatMap((path) => parsePath(path).map(({ kind }) => kind));
  expect(new Set(kinds)).toEqual(new Set(Object.keys(SEGMENTS)));
});
