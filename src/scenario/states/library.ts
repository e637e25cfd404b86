import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, type Scenario, type Step, StepKeywordType } from '@cucumber/messages';
import { packageFile } from '../../package-file.ts';
import type { Keyword, Line } from '../script.ts';
import { FeatureError, type Source } from '../table.ts';

const FOLDER = 'features/states';

/** A reusable state that is written in the vocabulary: a Scenario Outline whose examples are the defaults of its parameters. */
export interface WrittenState {
  scenario: Scenario;
  file: string;
  defaults: ReadonlyMap<string, string>;
}

let states: ReadonlyMap<string, WrittenState> | undefined;

/** All states in features/states by their names. */
export function writtenStates(): ReadonlyMap<string, WrittenState> {
  states ??= new Map(
    readdirSync(packageFile(FOLDER))
      .filter((name) => name.endsWith('.feature'))
      .sort()
      .flatMap((name) => readStates(`${FOLDER}/${name}`)),
  );
  return states;
}

function readStates(file: string): [string, WrittenState][] {
  const parser = new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher());
  const { feature } = parser.parse(readFileSync(join(packageFile('.'), file), 'utf8'));
  return (feature?.children ?? []).flatMap(({ scenario }) =>
    scenario ? [[scenario.name, { scenario, file, defaults: defaultsOf(scenario) }]] : [],
  );
}

function defaultsOf({ examples: [examples] }: Scenario): Map<string, string> {
  const values = examples?.tableBody[0]?.cells ?? [];
  return new Map((examples?.tableHeader?.cells ?? []).map(({ value: name }, column) => [name, values[column]?.value ?? '']));
}

/**
 * The lines of a written state with its parameters filled in.
 * @throws FeatureError at `source` for a parameter that the state does not have
 */
export function linesOfState(
  { scenario, file, defaults }: WrittenState,
  parameters: Readonly<Record<string, string>>,
  source: Source,
): Line[] {
  for (const name of Object.keys(parameters))
    if (!defaults.has(name))
      throw new FeatureError(
        source,
        `${scenario.name} has no parameter "${name}"; it has ${[...defaults.keys()].join(', ') || 'none'} (${file}:${scenario.location.line})`,
      );
  const values = new Map([...defaults, ...Object.entries(parameters)]);
  const fillIn = (text: string) => text.replace(/<([^<>]+)>/g, (whole, name: string) => values.get(name) ?? whole);
  let keyword: Keyword = 'Context';
  return scenario.steps.map((step) => {
    keyword = keywordOf(step) ?? keyword;
    return lineOf(step, keyword, file, fillIn);
  });
}

function keywordOf({ keywordType }: Step): Keyword | undefined {
  if (keywordType === StepKeywordType.CONTEXT) return 'Context';
  if (keywordType === StepKeywordType.ACTION) return 'Action';
  return keywordType === StepKeywordType.OUTCOME ? 'Outcome' : undefined;
}

function lineOf({ text, dataTable, docString, location }: Step, keyword: Keyword, file: string, fillIn: (text: string) => string): Line {
  return {
    text: fillIn(text),
    keyword,
    source: { file, line: location.line },
    ...(docString ? { docString: fillIn(docString.content) } : {}),
    ...(dataTable
      ? {
          table: dataTable.rows.map((row) => ({
            cells: row.cells.map(({ value }) => fillIn(value)),
            source: { file, line: row.location.line },
          })),
        }
      : {}),
  };
}
