import type { Payload } from '../ocpp/frame.ts';
import type { SchemaNode } from '../ocpp/schema.ts';
import { Remembered } from '../remembered.ts';
import { type Cell, condition, counts, isAboutAll, type Matcher, matches, parseCell, valueFor } from './matcher.ts';
import { assign, type Found, parsePath, type Segment, select } from './path.ts';
import type { Scope } from './scope.ts';
import { coerce, schemaAt } from './shape.ts';

/** One row of a table: a path into a message, what is asked of it and, if given, the requirement behind it. */
export interface Row {
  label: string;
  path: Segment[];
  cell: Cell;
  schema: SchemaNode;
  requirement?: string;
}

/** A row that a message does not satisfy. */
export interface Mismatch {
  row: Row;
  pointer: string;
  expected: string;
  actual: unknown;
}

/** Where a table stands in a feature file. */
export interface Source {
  file: string;
  line: number;
}

/** A mistake in a feature file; the message names file, line and what is allowed. */
export class FeatureError extends Error {
  constructor({ file, line }: Source, problem: string) {
    super(`${file}:${line}: ${problem}`);
    this.name = 'FeatureError';
  }
}

export type RawTable = { cells: readonly string[]; source: Source }[];

/**
 * Reads a table of `| path | cell |` rows, optionally with a requirement id in a third column.
 * @param message whose schema knows the paths: `BootNotificationRequest`
 * @throws FeatureError
 */
export function parseTable(raw: RawTable, message: string): Row[] {
  return raw.map(({ cells, source }) => at(source, () => parseRow(cells, message)));
}

/** Runs a parser and adds to what it throws where in a feature file the text stands. */
export function at<T>(source: Source, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw error instanceof FeatureError ? error : new FeatureError(source, (error as Error).message);
  }
}

/** Many scenarios ask the same. */
const rows = new Remembered<Row>(10_000);

const parseRow = (cells: readonly string[], message: string): Row => rows.of([message, ...cells].join('\0'), () => readRow(cells, message));

function readRow(cells: readonly string[], message: string): Row {
  const [label, text, requirement] = cells;
  if (label === undefined || text === undefined || cells.length > 3)
    throw new Error('a row is | path | cell |, with a requirement id in a third column if you like');
  if (requirement && !/^[A-P]\d\d\.FR\.\d+$/.test(requirement)) throw new Error(`"${requirement}" is not a requirement id like B06.FR.04`);
  const path = parsePath(label);
  const schema = schemaAt(message, path);
  const cell = parseCell(text);
  checkLiterals(cell.matcher, schema, label);
  return { label, path, cell, schema, ...(requirement ? { requirement } : {}) };
}

/** A literal that no valid message can hold is a typing mistake, not an expectation. */
function checkLiterals(matcher: Matcher, schema: SchemaNode, label: string): void {
  if (matcher.kind === 'or' || matcher.kind === 'and') for (const one of matcher.matchers) checkLiterals(one, schema, label);
  else if (matcher.kind === 'not') checkLiterals(matcher.matcher, schema, label);
  else if (matcher.kind === 'equals' && matcher.expression.kind === 'text') {
    const { text } = matcher.expression;
    if (schema.enum && !schema.enum.includes(text)) throw new Error(`${label} cannot be "${text}"; it is one of ${schema.enum.join(', ')}`);
    if (schema.type === 'boolean' && !['true', 'false'].includes(text)) throw new Error(`${label} is true or false, not "${text}"`);
  }
}

/** What of the table a payload does not satisfy. If it satisfies all, what the table asks to remember is known from then on. */
export function compare(rows: readonly Row[], payload: Payload, scope: Scope): Mismatch[] {
  const draft = scope.draft();
  const mismatches: Mismatch[] = [];
  for (const row of rows) {
    const { matcher } = row.cell;
    if (!counts(row.cell, draft)) continue;
    const found = select(payload, row.path, (text) => filterText(text, draft));
    const candidates = isAboutAll(matcher) ? [{ pointer: found[0]?.pointer ?? '', value: found.map(({ value }) => value) }] : found;
    const wrong = candidates.filter(({ value }) => !matches(matcher, value, draft, row.schema.default));
    mismatches.push(
      ...wrong.map(({ pointer, value }) => ({ row, pointer, expected: condition(row.label, matcher, draft), actual: value })),
    );
    rememberFound(row, found, draft);
  }
  if (mismatches.every(({ row }) => row.cell.should)) scope.adopt(draft);
  return mismatches;
}

/** Whether a payload satisfies the table, apart from what is only a warning. */
export const fits = (rows: readonly Row[], payload: Payload, scope: Scope): boolean =>
  compare(rows, payload, scope).every(({ row }) => row.cell.should);

function rememberFound({ cell }: Row, values: Found[], scope: Scope): void {
  if (cell.remember) scope.remember(cell.remember, values[0]?.value);
}

function filterText(text: string, scope: Scope): string {
  const [, remembered, configured] = /^(?:\$(\w+)|<(.+)>)$/.exec(text) ?? [];
  if (remembered) return String(scope.remembered(remembered));
  return configured ? String(scope.configured(configured)) : text;
}

/** Whether a row with alternatives has room for what is said anyway, which fits what the party has done. */
function isAmong({ path, cell: { matcher } }: Row, payload: Payload, scope: Scope): boolean {
  return matcher.kind === 'or' && select(payload, path).every(({ value }) => value !== undefined && matches(matcher, value, scope));
}

/** Of what JSON can say; a structured clone takes several times longer. */
const copyOf = <T>(value: T): T => (typeof value === 'object' ? JSON.parse(JSON.stringify(value)) : value);

/** Puts what the table says into a payload that a played party is about to send. */
export function fill(rows: readonly Row[], payload: Payload, scope: Scope): Payload {
  const filled = copyOf(payload);
  for (const row of rows.filter(({ cell }) => !cell.should && counts(cell, scope))) {
    const wanted = valueFor(row.cell.matcher, scope);
    // What was remembered is part of the trace; a row below may lead into it.
    if ('value' in wanted && !isAmong(row, filled, scope)) assign(filled, row.path, copyOf(coerce(wanted.value, row.schema)));
  }
  for (const row of rows) if (row.cell.remember) rememberFound(row, select(filled, row.path), scope);
  return filled;
}
