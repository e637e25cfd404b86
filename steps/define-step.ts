import { type Sentence, VOCABULARY } from '../src/scenario/vocabulary.ts';

/** Adds a sentence to the vocabulary; steps/cucumber.ts makes it known to Cucumber. */
export const defineStep = (pattern: string, read: Sentence['read']): void => VOCABULARY.define(pattern, read);
