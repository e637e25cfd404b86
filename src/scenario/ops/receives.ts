import { type Party, partyName } from '../../ocpp/party.ts';
import { expectFacts, type FactRow } from '../attempts.ts';
import type { Dialogue } from '../dialogue.ts';
import type { Reception } from '../played.ts';
import type { Line, Operation } from '../script.ts';
import { FeatureError } from '../table.ts';
import { Connects } from './connects.ts';

/** `the CSMS accepts | refuses the connection`: what becomes of the attempt of the line above, and by whose doing. */
export class Receives implements Operation {
  readonly line: Line;
  readonly party: Party;
  readonly reception: Reception;
  readonly rows: readonly FactRow[];
  readonly attempt: Connects;
  readonly needs = 'running, to connect';
  readonly initiates = false;

  constructor(line: Line, before: readonly Operation[], party: Party, reception: Reception, rows: readonly FactRow[] = []) {
    const attempt = before.findLast((operation): operation is Connects => operation instanceof Connects);
    if (!attempt || attempt.reception) throw new FeatureError(line.source, 'no line above says that the station connects');
    this.line = line;
    this.party = party;
    this.reception = reception;
    this.rows = rows;
    this.attempt = attempt;
    attempt.reception = this;
  }

  async run(dialogue: Dialogue): Promise<void> {
    const { taken } = this.attempt;
    if (!taken) throw new Error('there was no attempt to connect');
    if (dialogue.sut !== this.party) return;
    dialogue.checks++;
    const accepted = taken.kind === 'connected';
    if (accepted !== (this.reception === 'accept')) {
      const actual = taken.kind === 'connected' ? 'it accepted it' : `the attempt ended: ${taken.refusal.reason}`;
      dialogue.unmet(accepted ? 'connection-forbidden' : 'connection-missing', {
        expected: `${partyName(this.party)} ${this.reception}s the connection`,
        actual,
        entries: [taken],
      });
    }
    expectFacts(dialogue, this.rows, taken);
  }
}

/** What the scenario scripts for the next attempt, if the CSMS is played. */
export function scriptedReception(dialogue: Dialogue): Reception | undefined {
  for (const operation of dialogue.live())
    if (operation instanceof Connects && !operation.taken)
      return operation.reception?.party === 'csms' ? operation.reception.reception : undefined;
  return undefined;
}
