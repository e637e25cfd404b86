import type { Party } from '../../ocpp/party.ts';
import { SECOND } from '../../time/clock.ts';
import type { FrameEntry } from '../../trace/entry.ts';
import type { Dialogue } from '../dialogue.ts';
import { evidenceOf, heard, phrase } from '../evidence.ts';
import type { Line, Operation } from '../script.ts';
import { tableOf } from '../script.ts';
import { FeatureError } from '../table.ts';
import { parseMessage } from './order.ts';
import type { Sends } from './sends.ts';

/** `the {party} sends one of:` takes the first message that is as one of the rows says; what a played party sends is not left open. */
export class OneOf implements Operation {
  readonly line: Line;
  readonly party: Party;
  readonly initiates = false;
  readonly needs = 'connection';
  readonly #alternatives: readonly Sends[];

  constructor(line: Line, party: Party) {
    this.line = line;
    this.party = party;
    this.#alternatives = tableOf(line, 'required').map((row) => parseMessage(line, party, row));
  }

  async run(dialogue: Dialogue): Promise<void> {
    if (this.party !== dialogue.sut) throw new FeatureError(this.line.source, 'say which message a played party sends');
    const { clock, settings } = dialogue.environment;
    dialogue.checks++;
    const taken = await dialogue.until(() => this.#find(dialogue), clock.now() + settings.timeouts.message * SECOND);
    if (taken) return dialogue.claim(taken);
    const wanted = this.#alternatives.map(({ action, rows }) => phrase(action, rows, dialogue));
    dialogue.unmet('message-missing', {
      expected: wanted.join(', or '),
      actual: heard(dialogue, this.party),
      entries: evidenceOf(dialogue, this.party),
    });
  }

  #find(dialogue: Dialogue): FrameEntry | undefined {
    for (const entry of dialogue.unclaimed()) {
      if (entry.kind !== 'frame' || entry.from !== this.party || entry.decoded.frame?.type !== 'CALL') continue;
      const { action, payload } = entry.decoded.frame;
      if (this.#alternatives.some((sends) => sends.takes(entry, action, payload, dialogue))) return entry;
    }
    return undefined;
  }
}
