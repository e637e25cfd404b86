import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import type { KnownCase } from '../../src/ocpp/case-catalogue.ts';
import type { Scenario } from '../../src/run/scenarios.ts';
import { linesOf, readScenario } from '../../src/scenario/read-scenario.ts';
import type { Vocabulary } from '../../src/scenario/vocabulary.ts';
import type { SourceFile } from './source-files.ts';

type Cases = ReadonlyMap<string, KnownCase>;

/** The scenarios of a feature file; a row of examples makes one of its own. */
export function scenariosOf({ path, text }: SourceFile): Scenario[] {
  const newId = IdGenerator.incrementing();
  const document = { ...new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(text), uri: path };
  return compile(document, path, newId).map((pickle) => ({ pickle, document }));
}

const nameOf = ({ pickle }: Scenario): string => `${pickle.uri}: "${pickle.name}"`;
const tagsOf = ({ pickle }: Scenario): string[] => [...new Set(pickle.tags.map(({ name }) => name.slice(1)))];

/** Scenarios that do not stand for one case, or for one of each role. */
export function caseErrors(scenarios: readonly Scenario[], cases: Cases): string[] {
  return scenarios.flatMap((scenario) => {
    const roles = tagsOf(scenario).flatMap((tag) => cases.get(tag)?.role ?? []);
    if (roles.length === 0) return [`${nameOf(scenario)} stands for no official case`];
    return new Set(roles).size < roles.length ? [`${nameOf(scenario)} stands for two cases of one role`] : [];
  });
}

/** Tags that are neither an official case, nor a requirement or use case, nor Part4. */
export function tagErrors(scenarios: readonly Scenario[], known: { has(tag: string): boolean }[]): string[] {
  return scenarios.flatMap((scenario) =>
    tagsOf(scenario)
      .filter((tag) => tag !== 'Part4' && !known.some((some) => some.has(tag)))
      .map((tag) => `${nameOf(scenario)}: nothing is called ${tag}`),
  );
}

/** Cases that more than one scenario stands for; the rows of one outline are one scenario. */
export function caseDuplicates(scenarios: readonly Scenario[], cases: Cases): string[] {
  const first = new Map<string, string>();
  return scenarios.flatMap((scenario) => {
    const place = `${scenario.pickle.uri}#${scenario.pickle.astNodeIds[0]}`;
    return tagsOf(scenario)
      .filter((tag) => cases.has(tag))
      .flatMap((tag) => {
        if (!first.has(tag)) first.set(tag, place);
        return first.get(tag) === place ? [] : [`${nameOf(scenario)} is not the first to stand for ${tag}`];
      });
  });
}

/** What keeps scenarios from being read, with file and line. */
export function readingErrors(scenarios: readonly Scenario[], vocabulary: Vocabulary): string[] {
  return scenarios.flatMap(({ pickle, document }) => {
    try {
      readScenario(linesOf(pickle, document, pickle.uri), vocabulary);
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  });
}
