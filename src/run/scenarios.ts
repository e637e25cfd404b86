import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { type GherkinDocument, IdGenerator, type Pickle } from '@cucumber/messages';
import type { Party } from '../ocpp/party.ts';
import { packageFile } from '../package-file.ts';
import type { CasePlan } from '../scenario/run-context.ts';
import { planOf } from '../scenario/scenario-run.ts';
import { FeatureError } from '../scenario/table.ts';

/** A scenario as it stands in a feature file. */
export interface Scenario {
  pickle: Pickle;
  document: GherkinDocument;
}

/**
 * All scenarios of the features that come with ocppspec, in the order of the specification.
 * @param wanted says of the text of a feature whether it is worth being read
 */
export function readFeatures(directory = packageFile('features'), wanted = (_text: string) => true): Scenario[] {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.feature'));
  return files.sort().flatMap((file) => {
    const path = join(directory, file);
    const text = readFileSync(path, 'utf8');
    return wanted(text) ? readFeature(path, text) : [];
  });
}

/** @throws FeatureError that names file, line and what was expected */
function readFeature(path: string, text: string): Scenario[] {
  const newId = IdGenerator.incrementing();
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
  const uri = relative(packageFile('.'), path);
  try {
    const document = { ...parser.parse(text), uri };
    return compile(document, uri, newId).map((pickle) => ({ pickle, document }));
  } catch (error) {
    // The parser goes on after an error; the first one is the one to mend.
    const [, line, problem] = /\((\d+):\d+\): (.*)/.exec((error as Error).message) ?? [];
    throw new FeatureError({ file: uri, line: Number(line) }, problem ?? (error as Error).message);
  }
}

/** The scenarios that stand for cases of a role, with what is known of them before they run. */
export function plansFor(role: Party, scenarios: readonly Scenario[]): CasePlan[] {
  return scenarios.flatMap(({ pickle, document }) => planOf(pickle, document, role) ?? []);
}
