import { ACTIONS, type Action, isAction } from '../../ocpp/action.ts';
import type { Party } from '../../ocpp/party.ts';
import type { Dialogue } from '../dialogue.ts';
import { nearest } from '../nearest.ts';
import { type Line, type Operation, tableOf } from '../script.ts';
import { FeatureError, parseTable, type RawTable, type Row } from '../table.ts';
import { type Mode, Sends } from './sends.ts';

/**
 * `the {party} sends, in any order:` or `in this order:` with rows of `| message | path = cell | ... |`. A message whose
 * name is followed by `(optional)` need not come, and is not looked at; one with `(recommended)` should.
 */
export class Several implements Operation {
  readonly line: Line;
  readonly party: Party;
  readonly ordered: boolean;
  readonly messages: readonly Sends[];
  readonly initiates = false;
  readonly needs = 'connection';

  constructor(line: Line, party: Party, ordered: boolean) {
    this.line = line;
    this.party = party;
    this.ordered = ordered;
    this.messages = tableOf(line, 'required').map((row) => parseMessage(line, party, row));
    if (ordered) for (const [index, message] of this.messages.entries()) message.after = lastRequired(this.messages.slice(0, index));
  }

  async run(dialogue: Dialogue): Promise<void> {
    for (const message of this.messages) await message.run(dialogue);
  }
}

const lastRequired = (messages: readonly Sends[]): Sends | undefined => messages.findLast(({ mode }) => mode === 'eventually');

/** A row of `| message | path = cell | ... |`. @throws FeatureError */
export function parseMessage(line: Line, party: Party, { cells: [name = '', ...conditions], source }: RawTable[number]): Sends {
  const [, action = '', mode = 'eventually'] = /^(\w+)(?:\s+\((optional|recommended)\))?$/.exec(name) ?? [];
  if (!isAction(action)) throw new FeatureError(source, `"${name}" is not a message of OCPP 2.0.1${nearest(action, ACTIONS)}`);
  const rows = conditions.filter(Boolean).flatMap((condition) => parseCondition(condition, action, source));
  return new Sends({ ...line, source }, party, action, rows, mode as Mode);
}

function parseCondition(condition: string, action: Action, source: RawTable[number]['source']): Row[] {
  const [, path, cell] = /^\s*(.*?[^=\s])\s+=\s+(.*?)\s*$/.exec(condition) ?? [];
  if (!path || !cell) throw new FeatureError(source, `"${condition}" is not like "path = value"`);
  return parseTable([{ cells: [path, cell], source }], `${action}Request`);
}
