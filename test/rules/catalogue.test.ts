import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RULE_CODES } from '../../src/rules/rule-codes.ts';
import { findingsPage } from './findings-page.ts';

const codes = Object.keys(RULE_CODES);

function sources(folder: string, suffix: string): string {
  const url = new URL(folder, import.meta.url);
  return readdirSync(url)
    .filter((name) => name.endsWith(suffix) && !name.endsWith('-codes.ts'))
    .map((name) => readFileSync(new URL(name, url), 'utf8'))
    .join('\n');
}

test('docs/findings.md describes every code', async () => {
  await expect(findingsPage()).toMatchFileSnapshot('../../docs/findings.md');
});

test('some rule uses every code', () => {
  const rules = sources('../../src/rules/', '.ts');
  expect(codes.filter((code) => !rules.includes(`'${code}'`))).toEqual([]);
});

test.each(['trips', 'passes'])('every code has a trace that %s it', (verb) => {
  const tests = sources('./', '.test.ts');
  expect(codes.filter((code) => !new RegExp(`${verb}\\(\\s*'${code}'`).test(tests))).toEqual([]);
});
