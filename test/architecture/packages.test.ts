import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packageFile } from '../../src/package-file.ts';
import { inexact, type Manifest, missingFromLock, undeclared, unpacked, unused } from './packages.ts';
import { filesIn } from './source-files.ts';

const read = (path: string) => readFileSync(packageFile(path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const product = [...filesIn('src', '.ts'), ...filesIn('steps', '.ts')];
const validators = { path: 'src/ocpp/generated/validators.cjs', text: read('src/ocpp/generated/validators.cjs') };
const development = ['scripts', 'test', 'bench'].flatMap((directory) => filesIn(directory, '.ts', '.mjs'));
/** Run from the command line. */
const TOOLS = ['@biomejs/biome', 'node', 'typescript'];

test('installed code finds what it imports', () => {
  expect(undeclared(product, manifest)).toEqual([]);
  const bad = { path: 'src/a.ts', text: "import { test } from 'vitest';\nimport { WebSocket } from 'ws';\n" };
  expect(undeclared([bad], manifest)).toEqual(['src/a.ts: vitest is not in dependencies']);
});

test('every dependency is used', () => {
  expect(unused(Object.keys(manifest.dependencies), [...product, validators])).toEqual([]);
  const libraries = Object.keys(manifest.devDependencies).filter((name) => !TOOLS.includes(name) && !name.startsWith('@types/'));
  expect(unused(libraries, development)).toEqual([]);
  expect(unused(['ws', 'left-pad'], product)).toEqual(['left-pad']);
});

test('types come with what they describe', () => {
  const described = Object.keys(manifest.devDependencies).flatMap((name) => /^@types\/(?!node$)(.+)/.exec(name)?.[1] ?? []);
  expect(unused(described, [...product, ...development])).toEqual([]);
});

test('versions are exact', () => {
  expect(inexact({ ...manifest.dependencies, ...manifest.devDependencies })).toEqual([]);
  expect(inexact({ a: '1.2.3', b: '^1.2.3', c: 'latest' })).toEqual(['b ^1.2.3', 'c latest']);
});

test('the lock file is complete on every platform', () => {
  expect(missingFromLock(JSON.parse(read('package-lock.json')).packages)).toEqual([]);
  const packages = { 'node_modules/a': { optionalDependencies: { 'a-linux': '1.0.0', 'a-darwin': '1.0.0' } }, 'node_modules/a-linux': {} };
  expect(missingFromLock(packages)).toEqual(['a-darwin']);
});

test('the package brings the files that it reads', () => {
  expect(unpacked(product, manifest)).toEqual([]);
  const bad = { path: 'src/a.ts', text: "packageFile('recipes/cake.json'); packageFile('schemas'); packageFile('package.json')" };
  expect(unpacked([bad], manifest)).toEqual(['src/a.ts: recipes is not packed']);
});
