import { type Sentence, VOCABULARY } from '../src/scenario/vocabulary.ts';

/** Adds a sentence to the vocabulary. To Cucumber, every line is one step: see cucumber.ts. */
export const defineStep = (pattern: string, read: Sentence['read']): void => VOCABULARY.define(pattern, read);
