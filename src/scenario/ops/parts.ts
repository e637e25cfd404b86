import type { Action } from '../../ocpp/action.ts';
import type { Payload } from '../../ocpp/frame.ts';
import { type Party, partyName } from '../../ocpp/party.ts';
import { SECOND } from '../../time/clock.ts';
import type { FrameEntry } from '../../trace/entry.ts';
import type { Dialogue } from '../dialogue.ts';
import { expectContent } from '../evidence.ts';
import { payloadOf } from '../payload.ts';
import type { Line, Operation } from '../script.ts';
import { compare, type Row } from '../table.ts';

/**
 * `the {party} sends all parts of {message}`: until one says that nothing is to be continued. The table is about one
 * payload with the lists and texts of all parts joined.
 */
export class Parts implements Operation {
  readonly line: Line;
  readonly party: Party;
  readonly action: Action;
  readonly rows: readonly Row[];
  readonly initiates = false;
  readonly needs = 'connection';

  constructor(line: Line, party: Party, action: Action, rows: readonly Row[]) {
    this.line = line;
    this.party = party;
    this.action = action;
    this.rows = rows;
  }

  async run(dialogue: Dialogue): Promise<void> {
    const { clock, settings, played } = dialogue.environment;
    if (this.party !== dialogue.sut)
      await dialogue.until(() => undefined, clock.now() + settings.timeouts.operation * SECOND, played.idle());
    const parts: FrameEntry[] = [];
    do {
      const begin = clock.now();
      const part = await dialogue.until(() => this.#next(dialogue), begin + settings.timeouts.message * SECOND);
      if (!part) this.#missing(dialogue, parts, settings.timeouts.message);
      dialogue.claim(part);
      dialogue.checks++;
      parts.push(part);
    } while (payloadOf(parts.at(-1) as FrameEntry).tbc === true);
    await this.#answered(dialogue, parts.at(-1) as FrameEntry);
    dialogue.parts = parts;
    const payload = merge(parts.map(payloadOf));
    if (this.party === dialogue.sut) expectContent(dialogue, this.rows, payload, parts);
    else if (compare(this.rows, payload, dialogue.scope).length > 0)
      throw new Error(`the played ${this.party} sends another ${this.action} than the table says`);
    else dialogue.expectAnswers();
  }

  /** A report has come to its end when its last part has been answered. */
  async #answered(dialogue: Dialogue, last: FrameEntry): Promise<void> {
    const { clock, settings, trace } = dialogue.environment;
    const answer = () => trace.entries.slice(last.seq).find((entry) => entry.kind === 'frame' && entry.answers === last);
    await dialogue.until(answer, clock.now() + settings.timeouts.reply * SECOND);
  }

  #next(dialogue: Dialogue): FrameEntry | undefined {
    for (const entry of dialogue.unclaimed())
      if (
        entry.kind === 'frame' &&
        entry.from === this.party &&
        entry.decoded.frame?.type === 'CALL' &&
        entry.decoded.frame.action === this.action
      )
        return entry;
    return undefined;
  }

  #missing(dialogue: Dialogue, parts: readonly FrameEntry[], seconds: number): never {
    dialogue.unmet('message-missing', {
      expected:
        parts.length === 0
          ? `${partyName(this.party)} sends ${this.action}`
          : `part ${parts.length + 1} of ${this.action}, because the one before says that there is more`,
      actual: `nothing came within ${seconds} s`,
      entries: parts.slice(-1),
    });
  }
}

/** One payload out of several: lists and texts joined, other fields as in the last part. */
export function merge(parts: readonly Payload[]): Payload {
  const merged: Payload = {};
  for (const part of parts)
    for (const [key, value] of Object.entries(part)) {
      const before = merged[key];
      if (Array.isArray(before) && Array.isArray(value)) merged[key] = [...before, ...value];
      else if (key === 'data' && typeof before === 'string' && typeof value === 'string') merged[key] = before + value;
      else merged[key] = value;
    }
  return merged;
}
