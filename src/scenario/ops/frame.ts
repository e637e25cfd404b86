import { decode } from '../../ocpp/frame.ts';
import type { Party } from '../../ocpp/party.ts';
import type { FrameEntry } from '../../trace/entry.ts';
import type { Dialogue } from '../dialogue.ts';
import type { Line, Operation } from '../script.ts';
import { FeatureError } from '../table.ts';
import type { Replies } from './replies.ts';
import type { Requested } from './requested.ts';

/** `the {party} sends the frame`: a text as it stands, for malformed messages. */
export class SendsFrame implements Operation, Requested {
  readonly line: Line;
  readonly party: Party;
  readonly action: string;
  readonly initiates = true;
  readonly needs = 'connection';
  answer: Replies | undefined;
  taken: FrameEntry | undefined;
  readonly #text: string;

  constructor(line: Line, party: Party) {
    if (line.docString === undefined) throw new FeatureError(line.source, 'this sentence needs the frame in """ below it');
    this.line = line;
    this.party = party;
    this.#text = line.docString;
    const { frame } = decode(this.#text);
    this.action = frame?.type === 'CALL' ? frame.action : 'the frame';
  }

  async run(dialogue: Dialogue): Promise<void> {
    if (this.party === dialogue.sut) throw new Error('a system under test cannot be told to send a malformed frame');
    const { trace, played } = dialogue.environment;
    trace.expectDeliberate(this.party);
    played.sendFrame(this.#text);
    const sent = trace.entries.findLast((entry) => entry.kind === 'frame' && entry.from === this.party);
    this.taken = sent?.kind === 'frame' ? sent : undefined;
  }
}
