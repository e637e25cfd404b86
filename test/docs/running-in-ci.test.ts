import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { packageFile } from '../../src/package-file.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';
import { blocksOf, readPage } from './page.ts';

const page = readPage('docs/running-in-ci.md');

test('every command of the walk through docs/running-in-ci.md succeeds', () => {
  const directory = temporaryDirectory();
  const commands = [...page.matchAll(/^ {4}node bin\/ocppspec\.js (.*)$/gm)].map(([, line = '']) => line.split(' '));
  expect(commands.length).toBeGreaterThan(5);
  for (const words of commands)
    expect(() =>
      execFileSync(process.execPath, [packageFile('bin/ocppspec.js'), ...words], { cwd: directory, stdio: 'pipe' }),
    ).not.toThrow();
});

test('the jobs of docs/running-in-ci.md are YAML', () => {
  const [github, gitlab, ...more] = blocksOf(page, 'yaml').map((text) => parse(text));
  expect(more).toEqual([]);
  expect(Object.keys(github.jobs)).toEqual(['conformance', 'gate']);
  expect(Object.keys(gitlab)).toEqual(['stages', 'conformance', 'gate']);
});
