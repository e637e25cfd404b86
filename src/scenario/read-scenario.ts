import type { GherkinDocument, Pickle, PickleStep } from '@cucumber/messages';
import type { Keyword, Line, Operation, Step } from './script.ts';
import type { RawTable } from './table.ts';
import type { Vocabulary } from './vocabulary.ts';

type Places = Map<string, { line: number; rows: number[] }>;

const known = new WeakMap<GherkinDocument, Places>();

/** Where everything in a feature file stands, by the ids that pickles refer to. */
function locations(document: GherkinDocument): Places {
  const places = known.get(document) ?? locate(document);
  known.set(document, places);
  return places;
}

function locate({ feature }: GherkinDocument): Places {
  const all: Places = new Map();
  const children = (feature?.children ?? []).flatMap((child) => (child.rule ? child.rule.children : [child]));
  for (const { background, scenario } of children) {
    for (const { id, location, dataTable } of (background ?? scenario)?.steps ?? [])
      all.set(id, { line: location.line, rows: (dataTable?.rows ?? []).map((row) => row.location.line) });
    if (scenario) all.set(scenario.id, { line: scenario.location.line, rows: [] });
    for (const { tableBody } of scenario?.examples ?? [])
      for (const { id, location } of tableBody) all.set(id, { line: location.line, rows: [] });
  }
  return all;
}

/** The lines of a scenario, with the places where they stand. */
export function linesOf(pickle: Pickle, document: GherkinDocument, file: string): Line[] {
  const places = locations(document);
  return pickle.steps.map((step) => lineOf(step, file, places.get(step.astNodeIds[0] ?? '') ?? { line: 0, rows: [] }));
}

function lineOf({ text, type, argument }: PickleStep, file: string, { line, rows }: { line: number; rows: number[] }): Line {
  const keyword = (type === 'Context' || type === 'Action' ? type : 'Outcome') as Keyword;
  const table: RawTable | undefined = argument?.dataTable?.rows.map(({ cells }, index) => ({
    cells: cells.map(({ value }) => value),
    source: { file, line: rows[index] ?? line },
  }));
  return {
    text,
    keyword,
    source: { file, line },
    ...(table ? { table } : {}),
    ...(argument?.docString ? { docString: argument.docString.content } : {}),
  };
}

/** Where a scenario, or the row of examples that it was made of, stands. */
export function lineNumber(pickle: Pickle, document: GherkinDocument): number {
  const id = pickle.astNodeIds.at(-1) ?? '';
  return locations(document).get(id)?.line ?? 0;
}

/** Reads a whole scenario before it begins. @throws FeatureError */
export function readScenario(lines: readonly Line[], vocabulary: Vocabulary): Step[] {
  const before: Operation[] = [];
  return lines.map((line) => {
    const operations = vocabulary.read(line, [...before]);
    before.push(...operations);
    return { line, operations };
  });
}
