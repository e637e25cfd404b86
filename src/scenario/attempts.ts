import type { Entry } from '../trace/entry.ts';
import type { Dialogue } from './dialogue.ts';
import { type Cell, condition, matches, parseCell } from './matcher.ts';
import { parsePath, type Segment, select } from './path.ts';
import { at, type RawTable } from './table.ts';

/** An attempt of the station to connect, whatever came of it. */
export type Attempt = Extract<Entry, { kind: 'connected' | 'refused' }>;

export const isAttempt = (entry: Entry): entry is Attempt => entry.kind === 'connected' || entry.kind === 'refused';

/** What a table asks of an opening handshake: `| tls.version | TLSv1.3 |`. */
export interface FactRow {
  label: string;
  path: Segment[];
  cell: Cell;
}

/** @throws FeatureError */
export const factRows = (raw: RawTable): FactRow[] =>
  raw.map(({ cells: [label = '', text = ''], source }) => at(source, () => ({ label, path: parsePath(label), cell: parseCell(text) })));

/** What is known of an attempt, as the paths of a table address it. */
function factsOf(attempt: Attempt): unknown {
  if (attempt.kind === 'connected') return attempt.upgrade;
  const { stage, upgrade, tls } = attempt.refusal;
  return { ...upgrade, tls: tls ?? upgrade?.tls, stage };
}

/** Compares the facts of an attempt with a table. @throws Unmet */
export function expectFacts(dialogue: Dialogue, rows: readonly FactRow[], attempt: Attempt): void {
  for (const { label, path, cell } of rows) {
    dialogue.checks++;
    const wrong = select(factsOf(attempt), path).find(({ value }) => !matches(cell.matcher, value, dialogue.scope));
    if (wrong)
      dialogue.unmet('connection-content', {
        expected: condition(label, cell.matcher, dialogue.scope),
        actual: wrong.value === undefined ? 'it is absent' : `it is ${JSON.stringify(wrong.value)}`,
        entries: [attempt],
      });
  }
}
