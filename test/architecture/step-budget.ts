import { CucumberExpression, ParameterType, ParameterTypeRegistry } from '@cucumber/cucumber-expressions';
import type { Vocabulary } from '../../src/scenario/vocabulary.ts';
import { countLines, type SourceFile } from './source-files.ts';

/** The sentences that none of the texts uses. */
export function unusedSentences({ sentences, parameters }: Vocabulary, texts: readonly string[]): string[] {
  const registry = new ParameterTypeRegistry();
  for (const { name, regexp } of parameters) registry.defineParameterType(new ParameterType(name, regexp, null, String, false, false));
  return sentences
    .map(({ pattern }) => pattern)
    .filter((pattern) => {
      const expression = new CucumberExpression(pattern, registry);
      return !texts.some((text) => expression.match(text));
    });
}

/** Step definitions that take more lines than a step should, which only names an operation. */
export const longSteps = (limit: number, files: readonly SourceFile[]): string[] =>
  files.flatMap(({ path, text }) =>
    [...text.matchAll(/^defineStep\((?:.*\);$|[\s\S]*?^\}?\);$)/gm)]
      .filter(([definition]) => countLines(definition) > limit)
      .map(([definition]) => `${path}: ${definition.split('\n').slice(0, 2).join(' ')}`),
  );
