import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFeatures } from '../../src/run/scenarios.ts';
import { temporaryDirectory } from '../kit/temporary-directory.ts';

test.each([
  ['a row with fewer cells', '    Given a\n      | a | b |\n      | c |', 'x.feature:5: inconsistent cell count within the table'],
  ['a line that is none of Gherkin', '    Given a\n    Wen b', 'x.feature:4: expected: '],
])('%s in a feature file is told with file and line', (_what, lines, message) => {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'x.feature'), `Feature: x\n  Scenario: y\n${lines}\n`);
  expect(() => readFeatures(directory)).toThrow(message);
});
