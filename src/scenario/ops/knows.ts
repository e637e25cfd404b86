import type { Payload } from '../../ocpp/frame.ts';
import type { Dialogue } from '../dialogue.ts';
import { type Expression, evaluate, parseExpression } from '../expression.ts';
import { type Line, type Operation, tableOf } from '../script.ts';
import { at, fill, parseTable, type Row } from '../table.ts';
import { Inconclusive } from '../verdict.ts';

/** `the CSMS knows {token} as {status}`: what a played CSMS says of a token from here on; a table says more of idTokenInfo. */
export class Knows implements Operation {
  readonly line: Line;
  readonly token: Expression;
  readonly rows: readonly Row[];
  readonly initiates = false;
  readonly needs = 'nothing';

  constructor(line: Line, token: string, status: string) {
    this.line = line;
    this.token = at(line.source, () => parseExpression(token));
    const stated = { cells: ['idTokenInfo.status', status], source: line.source };
    this.rows = parseTable([stated, ...tableOf(line)], 'AuthorizeResponse');
  }

  async run(dialogue: Dialogue): Promise<void> {
    if (dialogue.sut === 'csms') throw new Inconclusive('what a CSMS under test knows of tokens is configured before the run');
    dialogue.judgements.set(keyOf(evaluate(this.token, dialogue.scope)), this.rows);
  }
}

/** What the CSMS answers, with the status that the scenario gives the token of the request. */
export function judged({ judgements, scope }: Dialogue, { idToken }: Payload, answer: Payload): Payload {
  const rows = idToken === undefined ? undefined : judgements.get(keyOf(idToken));
  return rows ? fill(rows, answer, scope) : answer;
}

/** Tokens differ neither by upper and lower case nor by what else is said of them (C01.FR.25). */
function keyOf(token: unknown): string {
  const { idToken, type } = token as { idToken?: unknown; type?: unknown };
  return `${type} ${idToken}`.toLowerCase();
}
