import type { Party } from '../../ocpp/party.ts';
import type { Dialogue } from '../dialogue.ts';
import type { Line, Operation } from '../script.ts';
import { FeatureError } from '../table.ts';

/** `the {party} sends the frame`: a text as it stands, for malformed messages. */
export class SendsFrame implements Operation {
  readonly line: Line;
  readonly party: Party;
  readonly initiates = true;
  readonly needs = 'connection';

  constructor(line: Line, party: Party) {
    if (line.docString === undefined) throw new FeatureError(line.source, 'this sentence needs the frame in """ below it');
    this.line = line;
    this.party = party;
  }

  async run(dialogue: Dialogue): Promise<void> {
    if (this.party === dialogue.sut) throw new Error('a system under test cannot be told to send a malformed frame');
    dialogue.environment.trace.expectDeliberate(this.party);
    dialogue.environment.played.sendFrame(this.line.docString ?? '');
  }
}
