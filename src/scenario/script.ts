import type { Dialogue } from './dialogue.ts';
import { FeatureError, type RawTable, type Source } from './table.ts';

/** Given, When or Then, as Gherkin classifies them. */
export type Keyword = 'Context' | 'Action' | 'Outcome';

/** A line of a scenario as it stands in the feature file. */
export interface Line {
  text: string;
  keyword: Keyword;
  source: Source;
  table?: RawTable;
  docString?: string;
}

/** What a line of a scenario does, or waits for. */
export interface Operation {
  readonly line: Line;
  /** It sets something in motion: what follows from it is looked for from here on, and nothing later is expected before. */
  readonly initiates: boolean;
  /** What has to be so first: nothing, the parties running (and the operation connects them), or the station connected and accepted. */
  readonly needs: 'nothing' | 'running' | 'running, to connect' | 'connection';
  /** It consists of many messages, which it claims itself. */
  readonly composite?: true;
  run(dialogue: Dialogue): Promise<void>;
}

/** A line of a scenario with what it comes down to: one operation, or those of a state that is written in the vocabulary. */
export interface Step {
  readonly line: Line;
  readonly operations: readonly Operation[];
}

/** @throws FeatureError if a line lacks a table that its sentence needs */
export function tableOf(line: Line, use: 'required' | 'optional' = 'optional'): RawTable {
  if (use === 'required' && !line.table) throw new FeatureError(line.source, 'this sentence needs a table');
  return line.table ?? [];
}

/** The last operation of one kind among those above a line. */
export function lastOf<T extends Operation>(before: readonly Operation[], kind: abstract new (...args: never[]) => T): T | undefined {
  return before.findLast((operation): operation is T => operation instanceof kind);
}
