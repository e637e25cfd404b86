import { beforeAll, expect, test } from 'vitest';
import { VOCABULARY, Vocabulary } from '../../src/scenario/vocabulary.ts';
import { scenariosOf } from './features.ts';
import { filesIn } from './source-files.ts';
import { longSteps, unusedSentences } from './step-budget.ts';
import { loadSteps } from './steps.ts';

beforeAll(loadSteps);

test('all of OCPP is told in at most 60 sentences', () => {
  expect(VOCABULARY.sentences.length).toBeGreaterThan(0);
  expect(VOCABULARY.sentences.length).toBeLessThanOrEqual(60);
});

test('every sentence is used', () => {
  const texts = filesIn('features', '.feature').flatMap((file) =>
    scenariosOf(file).flatMap(({ pickle }) => pickle.steps.map(({ text }) => text)),
  );
  expect(unusedSentences(VOCABULARY, texts)).toEqual([]);
});

test('a sentence that nobody uses is told', () => {
  const vocabulary = new Vocabulary();
  const read = () => {
    throw new Error('not read');
  };
  vocabulary.defineParameter('party', /station|CSMS/);
  vocabulary.define('the {party} sings(:)', read);
  vocabulary.define('the {party} dances {int} time(s)', read);
  expect(unusedSentences(vocabulary, ['the CSMS sings:', 'the moon dances 2 times'])).toEqual(['the {party} dances {int} time(s)']);
});

test('a step has at most eight lines', () => {
  expect(longSteps(8, filesIn('steps', '.ts'))).toEqual([]);
});

test('a long step is told', () => {
  const block = ["defineStep('in a block', () => {", '  work();', '});'];
  const text = [
    "defineStep('short', () => 1);",
    ...block,
    'defineStep(',
    "  'long',",
    '  () => {',
    ...Array(4).fill('    work();'),
    '  },',
    ');',
    '',
  ].join('\n');
  expect(longSteps(6, [{ path: 'steps/a.ts', text }])).toEqual(["steps/a.ts: defineStep(   'long',"]);
});
