import { beforeAll, describe, expect, test } from 'vitest';
import { VOCABULARY } from '../../src/scenario/vocabulary.ts';
import { readingErrors, scenariosOf } from '../architecture/features.ts';
import { unusedSentences } from '../architecture/step-budget.ts';
import { loadSteps } from '../architecture/steps.ts';
import { blocksOf, codeIn, readPage, rowsOf } from './page.ts';

const page = readPage('docs/writing-scenarios.md');
const rows = ['Messages', 'Connections', 'Circumstances'].flatMap((heading) => rowsOf(page, heading));

beforeAll(loadSteps);

describe('docs/writing-scenarios.md', () => {
  test('lists every sentence of the vocabulary once, and no other', () => {
    const listed = rows.map(([pattern]) => codeIn(pattern));
    expect(listed.toSorted()).toEqual(VOCABULARY.sentences.map(({ pattern }) => pattern).toSorted());
  });

  test('gives an example of every sentence that fits it alone', () => {
    const fitting = rows.map(([, example]) => {
      const others = unusedSentences(VOCABULARY, [codeIn(example)]);
      return VOCABULARY.sentences.map(({ pattern }) => pattern).filter((pattern) => !others.includes(pattern));
    });
    expect(fitting).toEqual(rows.map(([pattern]) => [codeIn(pattern)]));
  });

  test('explains every parameter, and no other', () => {
    const explained = rowsOf(page, 'Words in sentences').map(([word]) => codeIn(word).slice(1, -1));
    expect(explained.toSorted()).toEqual(VOCABULARY.parameters.map(({ name }) => name).toSorted());
  });

  test('shows features that can be read', () => {
    const features = blocksOf(page, 'gherkin').flatMap((text) => scenariosOf({ path: 'example.feature', text }));
    expect(features.length).toBeGreaterThan(1);
    expect(readingErrors(features, VOCABULARY)).toEqual([]);
  });
});
