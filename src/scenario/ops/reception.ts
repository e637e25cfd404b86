import { type Party, partyName } from '../../ocpp/party.ts';
import { SECOND } from '../../time/clock.ts';
import type { Dialogue } from '../dialogue.ts';
import { type Expression, milliseconds } from '../expression.ts';
import type { Reception } from '../played.ts';
import type { Line, Operation } from '../script.ts';

/** Makes the CSMS unreachable, or reachable again; if it is tested, the station goes offline instead. */
function receive(dialogue: Dialogue, reception: Reception): void {
  if (dialogue.sut === 'csms') {
    if (reception === 'accept') dialogue.station.goOnline();
    else dialogue.station.goOffline();
    return;
  }
  dialogue.csms.reception = reception;
  if (reception !== 'accept') dialogue.csms.closeConnection();
}

/** `the CSMS accepts no connections`, which ends the one there is; `the CSMS accepts connections again`. */
export class SetsReception implements Operation {
  readonly line: Line;
  readonly reception: Reception;
  readonly needs = 'connection';
  readonly initiates = true;

  constructor(line: Line, reception: Reception) {
    this.line = line;
    this.reception = reception;
  }

  async run(dialogue: Dialogue): Promise<void> {
    receive(dialogue, this.reception);
  }
}

/** `the connection is lost for {duration}`, and then there again. */
export class Loses implements Operation {
  readonly line: Line;
  readonly duration: Expression;
  readonly needs = 'connection';
  readonly initiates = true;

  constructor(line: Line, duration: Expression) {
    this.line = line;
    this.duration = duration;
  }

  async run(dialogue: Dialogue): Promise<void> {
    const { clock, settings } = dialogue.environment;
    const end = clock.now() + milliseconds(this.duration, dialogue.scope);
    receive(dialogue, 'refuse');
    await dialogue.until(() => undefined, end);
    receive(dialogue, 'accept');
    const back = () => [...dialogue.unclaimed()].find((entry) => entry.kind === 'connected' && entry.at >= end);
    const connected = await dialogue.until(back, end + settings.timeouts.operation * SECOND);
    if (!connected) dialogue.unmet('connection-missing', { expected: 'the station is connected again', actual: 'it is not' });
    dialogue.claim(connected);
  }
}

/** `the {party} closes the connection`. */
export class Closes implements Operation {
  readonly line: Line;
  readonly party: Party;
  readonly needs = 'connection';
  readonly initiates: boolean;

  constructor(line: Line, party: Party) {
    this.line = line;
    this.party = party;
    this.initiates = line.keyword === 'Action';
  }

  async run(dialogue: Dialogue): Promise<void> {
    const { played, clock, settings } = dialogue.environment;
    const performed = this.party === played.party;
    if (performed) played.closeConnection();
    else dialogue.checks++;
    const closed = await dialogue.until(
      () => [...dialogue.unclaimed()].find((entry) => entry.kind === 'closed'),
      clock.now() + settings.timeouts.boot * SECOND,
    );
    if (closed) dialogue.claim(closed);
    if (performed || (closed && closed.by === this.party)) return;
    dialogue.unmet('connection-forbidden', {
      expected: `${partyName(this.party)} closes the connection`,
      actual: closed ? 'it was closed by the other side, which had another one by then' : 'it is still open',
      entries: closed ? [closed] : [],
    });
  }
}
