import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { knownCases } from '../../src/ocpp/case-catalogue.ts';
import { packageFile } from '../../src/package-file.ts';
import { REQUIREMENTS } from '../architecture/requirements.ts';
import { filesIn, type SourceFile } from '../architecture/source-files.ts';
import { readPage } from './page.ts';

const atRoot = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md'].map((path) => ({ path, text: readPage(path) }));
const pages = [...atRoot, ...filesIn('docs', '.md')];

const slug = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');

const anchorsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slug(heading));

/** Links to files or headings that are not there. */
function brokenLinks({ path, text }: SourceFile): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [file = '', anchor] = target.split('#');
      const found = packageFile(file === '' ? path : normalize(join(dirname(path), file)));
      return !existsSync(found) || (anchor !== undefined && !anchorsOf(found).includes(anchor));
    })
    .map((target) => `${path}: ${target}`);
}

/** Ids of cases and requirements that nothing has. */
function strangeIds({ path, text }: SourceFile): string[] {
  const cases = text.match(/\b(?:TC|OS)_[A-Z]_\d+_(?:CSMS|CS)\b/g) ?? [];
  const requirements = text.match(/\b[A-P]\d\d\.FR\.\d+\b/g) ?? [];
  return [...cases.filter((id) => !knownCases().has(id)), ...requirements.filter((id) => !REQUIREMENTS.has(id))].map(
    (id) => `${path}: ${id}`,
  );
}

test('every link leads somewhere', () => {
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.flatMap(brokenLinks)).toEqual([]);
});

test('a link that leads nowhere is told', () => {
  const text = '[a](nothing.md) [b](README.md#nowhere) [c](README.md#licence) [d](https://example.com)';
  expect(brokenLinks({ path: 'page.md', text })).toEqual(['page.md: nothing.md', 'page.md: README.md#nowhere']);
});

test('every case and requirement exists', () => {
  expect(pages.flatMap(strangeIds)).toEqual([]);
});

test('an id of nothing is told', () => {
  expect(strangeIds({ path: 'page.md', text: `TC_B_99_CS, TC_B_01_CS, ${'B01'}.FR.99, B01.FR.01` })).toEqual([
    'page.md: TC_B_99_CS',
    `page.md: ${'B01'}.FR.99`,
  ]);
});
