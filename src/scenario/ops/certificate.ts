import { type Party, partyName } from '../../ocpp/party.ts';
import type { Dialogue } from '../dialogue.ts';
import type { Line, Operation } from '../script.ts';

/** `the {party} presents the certificate {name}` in TLS handshakes from now on. */
export class Certificate implements Operation {
  readonly line: Line;
  readonly party: Party;
  readonly name: string;
  readonly endpoint: 'first' | 'second';
  readonly initiates = true;
  readonly needs = 'running';

  constructor(line: Line, party: Party, name: string, endpoint: 'first' | 'second' = 'first') {
    this.line = line;
    this.party = party;
    this.name = name;
    this.endpoint = endpoint;
  }

  async run(dialogue: Dialogue): Promise<void> {
    const { played } = dialogue.environment;
    if (played.party !== this.party) throw new Error(`${partyName(this.party)} is tested and chooses its certificates itself`);
    await dialogue.flow(played.presentCertificate(this.name, this.endpoint));
  }
}
