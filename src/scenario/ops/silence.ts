import type { Action } from '../../ocpp/action.ts';
import { type Party, partyName } from '../../ocpp/party.ts';
import { SECOND } from '../../time/clock.ts';
import type { Entry } from '../../trace/entry.ts';
import type { Dialogue } from '../dialogue.ts';
import { phrase } from '../evidence.ts';
import { type Expression, milliseconds } from '../expression.ts';
import { payloadOf } from '../payload.ts';
import type { Line, Operation } from '../script.ts';
import { compare, type Row } from '../table.ts';

/** `the {party} sends no {message} for {duration}`, counted from the last event of the dialogue, which people may take a while to bring about. */
export class Silence implements Operation {
  readonly line: Line;
  readonly party: Party;
  readonly action: Action;
  readonly rows: readonly Row[];
  readonly duration: Expression;
  readonly initiates = false;
  readonly needs = 'connection';

  constructor(line: Line, party: Party, action: Action, rows: readonly Row[], duration: Expression) {
    this.line = line;
    this.party = party;
    this.action = action;
    this.rows = rows;
    this.duration = duration;
  }

  async run(dialogue: Dialogue): Promise<void> {
    const begin = dialogue.lastEventAt;
    // Whoever takes a while to plug in has not done so from the beginning.
    const end = Math.max(begin, lastActAt(dialogue)) + milliseconds(this.duration, dialogue.scope);
    if (this.party !== dialogue.sut) {
      await dialogue.until(() => undefined, end);
      return;
    }
    dialogue.checks++;
    const broken = await dialogue.until(() => this.#find(dialogue, begin), end);
    if (!broken) return;
    dialogue.unmet('message-forbidden', {
      expected: `${partyName(this.party)} sends no ${phrase(this.action, this.rows, dialogue)} for ${(end - begin) / SECOND} s`,
      actual: `it sent one after ${(broken.at - begin) / SECOND} s`,
      entries: [broken],
    });
  }

  #find(dialogue: Dialogue, since: number): Entry | undefined {
    for (const entry of dialogue.unclaimed()) {
      if (entry.at < since || entry.kind !== 'frame' || entry.from !== this.party || entry.decoded.frame?.type !== 'CALL') continue;
      if (entry.decoded.frame.action !== this.action) continue;
      if (compare(this.rows, payloadOf(entry), dialogue.scope).length === 0) return entry;
    }
    return undefined;
  }
}

/** When somebody was last done with something at the system under test. */
const lastActAt = ({ environment: { trace } }: Dialogue): number => trace.entries.findLast(({ kind }) => kind === 'stimulus')?.at ?? 0;
