import type { Action } from '../../ocpp/action.ts';
import { type Party, partyName } from '../../ocpp/party.ts';
import type { FrameEntry } from '../../trace/entry.ts';
import type { Dialogue } from '../dialogue.ts';
import { evidenceOf, expectRows, phrase } from '../evidence.ts';
import { payloadOf } from '../payload.ts';
import type { Line, Operation } from '../script.ts';
import { compare, type Row, satisfies } from '../table.ts';

/** `every | one {message} the {party} sent has:` looks back at what was sent since something was last set in motion. */
export class Quantified implements Operation {
  readonly line: Line;
  readonly quantifier: 'every' | 'one';
  readonly action: Action;
  readonly party: Party;
  readonly rows: readonly Row[];
  readonly initiates = false;
  readonly needs = 'connection';

  constructor(line: Line, quantifier: 'every' | 'one', action: Action, party: Party, rows: readonly Row[]) {
    this.line = line;
    this.quantifier = quantifier;
    this.action = action;
    this.party = party;
    this.rows = rows;
  }

  async run(dialogue: Dialogue): Promise<void> {
    if (this.party !== dialogue.sut) return;
    const sent = evidenceOf(dialogue, this.party).filter(
      ({ decoded: { frame } }) => frame?.type === 'CALL' && frame.action === this.action,
    );
    dialogue.checks++;
    if (sent.length === 0)
      dialogue.unmet('message-missing', {
        expected: `${partyName(this.party)} sends ${phrase(this.action, this.rows, dialogue)}`,
        actual: 'it sent none',
      });
    if (this.quantifier === 'every') for (const entry of sent) expectRows(dialogue, this.rows, entry);
    else this.#expectOne(dialogue, sent);
  }

  #expectOne(dialogue: Dialogue, sent: readonly FrameEntry[]): void {
    const mismatches = (entry: FrameEntry) => compare(this.rows, payloadOf(entry), dialogue.scope);
    const fits =
      sent.find((entry) => mismatches(entry).length === 0) ?? sent.find((entry) => satisfies(this.rows, payloadOf(entry), dialogue.scope));
    if (fits) return expectRows(dialogue, this.rows, fits);
    dialogue.unmet('message-missing', {
      expected: `one ${phrase(this.action, this.rows, dialogue)}`,
      actual: `none of the ${sent.length} that ${partyName(this.party)} sent is like that`,
      entries: sent,
    });
  }
}
