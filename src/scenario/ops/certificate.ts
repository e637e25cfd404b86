import { type Party, partyName } from '../../ocpp/party.ts';
import { presentable } from '../../pki/credentials.ts';
import type { FactRow } from '../attempts.ts';
import type { Dialogue } from '../dialogue.ts';
import { valueFor } from '../matcher.ts';
import { nearest } from '../nearest.ts';
import type { Line, Operation } from '../script.ts';
import { FeatureError } from '../table.ts';

const LIMITS: readonly string[] = ['tls.version', 'tls.cipher'];

/** `the {party} presents the certificate {name}` in TLS handshakes from now on; a table may name the only version of TLS or cipher suite. */
export class Certificate implements Operation {
  readonly line: Line;
  readonly party: Party;
  readonly name: string;
  readonly endpoint: 'first' | 'second';
  readonly rows: readonly FactRow[];
  readonly initiates = true;
  readonly needs = 'running';

  constructor(line: Line, party: Party, name: string, endpoint: 'first' | 'second' = 'first', rows: readonly FactRow[] = []) {
    const stranger = rows.find(({ label }) => !LIMITS.includes(label));
    if (stranger) throw new FeatureError(line.source, `a CSMS can only be told ${LIMITS.join(' or ')}, not ${stranger.label}`);
    // A station may show none.
    const known = [...presentable(), ...(party === 'station' ? ['none'] : [])];
    if (!known.includes(name))
      throw new FeatureError(line.source, `no certificate "${name}" can be presented${nearest(name, known)}; see docs/pki.md`);
    this.line = line;
    this.party = party;
    this.name = name;
    this.endpoint = endpoint;
    this.rows = rows;
  }

  async run(dialogue: Dialogue): Promise<void> {
    const { played } = dialogue.environment;
    if (played.party !== this.party) throw new Error(`${partyName(this.party)} is tested and chooses its certificates itself`);
    const limits = this.rows.map(({ label, cell }) => [label.slice('tls.'.length), String(valueFor(cell.matcher, dialogue.scope).value)]);
    await dialogue.flow(played.presentCertificate(this.name, this.endpoint, Object.fromEntries(limits)));
  }
}
